package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// The features that a model of kinds learns from, and how much each says by being rare.
///
/// A feature's rarity is 1 + ln((1 + n) / (1 + d)), where d of n lines have it: the inverse
/// document frequency (Spärck Jones 1972), smoothed.
///
/// @param table all of them
/// @param rarities the rarity of each, in the order of the table
record KnownFeatures(FeatureTable table, float[] rarities) {
  /// How finely features are counted roughly; two to the power of this many counters.
  private static final int ROUGH_BITS = 24;

  /// This many rows are read at once: enough for several threads, few enough for the memory.
  private static final int BATCH = 512;

  KnownFeatures {
    if (rarities.length != table.hashes().length) {
      throw new IllegalArgumentException("a rarity for each feature");
    }
  }

  /// Those that occur in so many of these rows of words.
  ///
  /// Most features occur once or twice: counted exactly are only those that may occur oftener.
  ///
  /// @param fewest at least 1, at most 100
  static KnownFeatures of(List<List<String>> rows, int fewest) {
    byte[] rough = new byte[1 << ROUGH_BITS];
    forEach(
        rows,
        hash -> {
          int place = rough(hash);
          rough[place] = (byte) Math.min(rough[place] + 1, Byte.MAX_VALUE);
        });
    Map<Long, Integer> counts = new TreeMap<>();
    forEach(
        rows,
        hash -> {
          if (rough[rough(hash)] >= fewest) {
            counts.merge(hash, 1, Integer::sum);
          }
        });
    counts.values().removeIf(count -> count < fewest);
    FeatureTable table =
        new FeatureTable(counts.keySet().stream().mapToLong(Long::longValue).toArray());
    float[] rarities = new float[counts.size()];
    int place = 0;
    for (int count : counts.values()) {
      rarities[place++] = (float) (1 + Math.log((1.0 + rows.size()) / (1.0 + count)));
    }
    return new KnownFeatures(table, rarities);
  }

  /// Takes every feature of every row.
  private static void forEach(List<List<String>> rows, LongConsumer feature) {
    for (int from = 0; from < rows.size(); from += BATCH) {
      List<long[]> batch =
          rows.subList(from, Math.min(from + BATCH, rows.size())).parallelStream()
              .map(FeatureVector::hashes)
              .toList();
      batch.forEach(hashes -> Arrays.stream(hashes).forEach(feature));
    }
  }

  private static int rough(long hash) {
    return (int) (hash >>> (Long.SIZE - ROUGH_BITS));
  }

  boolean has(String feature) {
    return table.find(FeatureHash.of(feature)) >= 0;
  }
}
