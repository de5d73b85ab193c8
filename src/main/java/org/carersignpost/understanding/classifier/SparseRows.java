package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.model.DataIndexer;
import org.jspecify.annotations.Nullable;

/// The rows that a model is trained on: the features of each, by number, and their values.
///
/// They are what training needs most memory for, so a feature and its value share 32 bits: the
/// number has 20, the value a sign, 4 bits of exponent and 7 of fraction. That keeps a value within
/// 0.4 % between 0.0005 and 15.9; smaller ones count 0, larger ones 15.9.
final class SparseRows {
  private static final int VALUE_BITS = 12;
  private static final int MOST_FEATURES = 1 << (Integer.SIZE - VALUE_BITS);
  private static final int MAGNITUDES = 1 << (VALUE_BITS - 1);

  /// How many bits of the fraction of a float are left out.
  private static final int LEFT_OUT = 16;

  /// The bits of the largest float that counts 0, cut off.
  private static final int ZERO = Float.floatToIntBits(0x1p-12f) >> LEFT_OUT;

  private static final float[] VALUES = values();

  private final List<int[]> rows = new ArrayList<>();

  /// The rows of an indexer; where it has no values, every feature counts 1.
  static SparseRows of(DataIndexer indexer) {
    if (indexer instanceof EventRows events) {
      return events.rows();
    }
    SparseRows rows = new SparseRows();
    int[][] features = indexer.getContexts();
    float[][] values = indexer.getValues();
    for (int row = 0; row < features.length; row++) {
      rows.add(features[row], values == null ? null : values[row]);
    }
    return rows;
  }

  /// @param values the value of each feature; null if each counts 1
  /// @throws IllegalArgumentException for a number of more than 20 bits
  void add(int[] features, float @Nullable [] values) {
    int[] row = new int[features.length];
    for (int i = 0; i < row.length; i++) {
      if (features[i] < 0 || features[i] >= MOST_FEATURES) {
        throw new IllegalArgumentException("more than " + MOST_FEATURES + " features");
      }
      row[i] = (features[i] << VALUE_BITS) | code(values == null ? 1 : values[i]);
    }
    rows.add(row);
  }

  int size() {
    return rows.size();
  }

  /// The weights of a row's features, each times its value, together.
  double product(int row, double[] weights) {
    double sum = 0;
    for (int cell : rows.get(row)) {
      sum += weights[feature(cell)] * value(cell);
    }
    return sum;
  }

  /// Moves the weight of each feature of a row by its value, so many times.
  void move(int row, double times, double[] weights) {
    for (int cell : rows.get(row)) {
      weights[feature(cell)] += times * value(cell);
    }
  }

  double squaredLength(int row) {
    double sum = 0;
    for (int cell : rows.get(row)) {
      sum += (double) value(cell) * value(cell);
    }
    return sum;
  }

  int[] features(int row) {
    int[] features = rows.get(row).clone();
    for (int i = 0; i < features.length; i++) {
      features[i] = feature(features[i]);
    }
    return features;
  }

  float[] values(int row) {
    int[] cells = rows.get(row);
    float[] values = new float[cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(cells[i]);
    }
    return values;
  }

  private static int feature(int cell) {
    return cell >>> VALUE_BITS;
  }

  private static float value(int cell) {
    return VALUES[cell & (VALUES.length - 1)];
  }

  private static int code(float value) {
    int rounded = ((Float.floatToIntBits(Math.abs(value)) >> (LEFT_OUT - 1)) + 1) >> 1;
    int magnitude = Math.clamp(rounded - ZERO, 0, MAGNITUDES - 1);
    return value < 0 ? magnitude + MAGNITUDES : magnitude;
  }

  private static float[] values() {
    float[] values = new float[2 * MAGNITUDES];
    for (int magnitude = 1; magnitude < MAGNITUDES; magnitude++) {
      values[magnitude] = Float.intBitsToFloat((magnitude + ZERO) << LEFT_OUT);
      values[magnitude + MAGNITUDES] = -values[magnitude];
    }
    return values;
  }
}
