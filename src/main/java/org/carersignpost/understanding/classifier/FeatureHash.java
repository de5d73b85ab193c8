package org.carersignpost.understanding.classifier;

/// The 64-bit hash by which a feature is known: FNV-1a over the characters of its name, then mixed
/// so that near names lie far apart.
final class FeatureHash {
  static final long BEGIN = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0xff51afd7ed558ccdL;

  private FeatureHash() {}

  /// The hash of a whole name.
  static long of(String name) {
    return mixed(with(BEGIN, name, 0, name.length()));
  }

  /// Goes on with further characters; not yet mixed.
  static long with(long begun, String text, int from, int to) {
    long hash = begun;
    for (int i = from; i < to; i++) {
      hash = with(hash, text.charAt(i));
    }
    return hash;
  }

  static long with(long begun, char c) {
    return (begun ^ c) * PRIME;
  }

  static long mixed(long whole) {
    long hash = (whole ^ (whole >>> 33)) * MIX;
    return hash ^ (hash >>> 33);
  }
}
