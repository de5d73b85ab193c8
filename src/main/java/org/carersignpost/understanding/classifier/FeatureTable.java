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
    return find(new long[] {hash}, 1)[0];
  }

  /// The place of each of the first so many features; -1 for one that is not there.
  ///
  /// Each step is taken for all before the next: looking up waits for memory, which goes on in
  /// parallel as long as nothing depends on what is found.
  int[] find(long[] wanted, int size) {
    int[] places = new int[size];
    for (int i = 0; i < size; i++) {
      places[i] = buckets[beginning(wanted[i])];
    }
    long[] candidates = new long[size];
    for (int i = 0; i < size; i++) {
      candidates[i] = at(places[i]);
    }
    for (int i = 0; i < size; i++) {
      while (candidates[i] < wanted[i] && places[i] < hashes.length) {
        candidates[i] = at(++places[i]);
      }
      places[i] = candidates[i] == wanted[i] && places[i] < hashes.length ? places[i] : -1;
    }
    return places;
  }

  private long at(int place) {
    return place < hashes.length ? hashes[place] : Long.MAX_VALUE;
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
