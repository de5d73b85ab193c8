package org.carersignpost.understanding.classifier;

/// Finds features by their [FeatureHash].
///
/// The hashes are spread evenly, so their first bits lead straight to a place where only one or two
/// have to be compared.
final class FeatureTable {
  private final long[] hashes;

  /// Where the hashes with each beginning stand; one more than beginnings, the last is the end.
  private final int[] buckets;

  /// How far to the right a hash is shifted to leave its beginning.
  private final int shift;

  /// @param hashes in ascending order, each once
  FeatureTable(long[] hashes) {
    this.hashes = hashes;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(hashes.length) + 1;
    shift = Long.SIZE - bits;
    buckets = new int[(1 << bits) + 1];
    for (long hash : hashes) {
      buckets[beginning(hash) + 1]++;
    }
    for (int i = 1; i < buckets.length; i++) {
      buckets[i] += buckets[i - 1];
    }
  }

  /// The place of a feature among all; -1 if it is not there.
  int find(long hash) {
    int bucket = beginning(hash);
    for (int i = buckets[bucket]; i < buckets[bucket + 1]; i++) {
      if (hashes[i] == hash) {
        return i;
      }
    }
    return -1;
  }

  /// All hashes in ascending order.
  long[] hashes() {
    return hashes;
  }

  /// The first bits, in the order of signed numbers.
  private int beginning(long hash) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> shift);
  }
}
