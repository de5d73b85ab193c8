package org.carersignpost.understanding.classifier;

import java.util.BitSet;
import java.util.SplittableRandom;

/// Finds the weights of one linear support vector machine with squared hinge loss.
///
/// The method is dual coordinate descent with shrinking (Hsieh et al. 2008). The order of the rows
/// is shuffled by a generator with the given seed, so equal arguments give equal bits.
final class LinearSvm {
  private static final int MOST_PASSES = 30;
  private static final double TOLERANCE = 0.1;
  private static final double NEARLY_ZERO = 1e-12;

  private final SparseRows rows;
  private final BitSet positives;
  private final double[] inverseCost;
  private final double[] curvature;
  private final double[] alphas;
  private final double[] weights;

  private LinearSvm(
      SparseRows rows, int features, BitSet positives, double cost, double positiveWeight) {
    this.rows = rows;
    this.positives = positives;
    this.inverseCost = new double[] {0.5 / cost, 0.5 / (cost * positiveWeight)};
    this.curvature = new double[rows.size()];
    this.alphas = new double[rows.size()];
    this.weights = new double[features];
  }

  /// Trains one intent against all others.
  ///
  /// @param rows the features of each utterance
  /// @param features how many features there are
  /// @param positives the utterances that carry the intent
  /// @param leftOut utterances that are not trained on
  /// @param start how far each row pulls to begin with, from a solution for more or other rows;
  ///   empty to begin from nothing
  static LinearSvm solve(
      SparseRows rows,
      int features,
      BitSet positives,
      BitSet leftOut,
      double cost,
      double positiveWeight,
      long seed,
      double[] start) {
    LinearSvm svm = new LinearSvm(rows, features, positives, cost, positiveWeight);
    svm.begin(start, leftOut);
    svm.descend(leftOut, new SplittableRandom(seed));
    return svm;
  }

  /// One weight a feature.
  double[] weights() {
    return weights;
  }

  /// How far each row pulls: the dual variables of the solution.
  double[] alphas() {
    return alphas;
  }

  /// A start near the solution saves most of the way, and leads to the same solution.
  private void begin(double[] start, BitSet leftOut) {
    for (int row = 0; row < start.length; row++) {
      if (start[row] > 0 && !leftOut.get(row)) {
        alphas[row] = start[row];
        add(row, start[row]);
      }
    }
  }

  private void descend(BitSet leftOut, SplittableRandom random) {
    int[] order = new int[rows.size()];
    int all = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (!leftOut.get(row)) {
        order[all++] = row;
        curvature[row] = rows.squaredLength(row) + regularisation(row);
      }
    }
    int active = all;
    double shrinkAbove = Double.POSITIVE_INFINITY;
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      shuffle(order, active, random);
      double highest = Double.NEGATIVE_INFINITY;
      double lowest = Double.POSITIVE_INFINITY;
      for (int i = 0; i < active; i++) {
        int row = order[i];
        double gradient = gradient(row);
        if (alphas[row] == 0 && gradient > shrinkAbove) {
          order[i--] = order[--active];
          order[active] = row;
          continue;
        }
        double projected = alphas[row] == 0 ? Math.min(gradient, 0) : gradient;
        highest = Math.max(highest, projected);
        lowest = Math.min(lowest, projected);
        if (Math.abs(projected) > NEARLY_ZERO) {
          step(row, gradient);
        }
      }
      if (highest - lowest > TOLERANCE) {
        shrinkAbove = highest <= 0 ? Double.POSITIVE_INFINITY : highest;
      } else if (active == all) {
        return;
      } else {
        active = all;
        shrinkAbove = Double.POSITIVE_INFINITY;
      }
    }
  }

  private double gradient(int row) {
    double product = rows.product(row, weights);
    return (positives.get(row) ? product : -product) - 1 + alphas[row] * regularisation(row);
  }

  private void step(int row, double gradient) {
    double before = alphas[row];
    alphas[row] = Math.max(before - gradient / curvature[row], 0);
    add(row, alphas[row] - before);
  }

  private void add(int row, double pull) {
    rows.move(row, positives.get(row) ? pull : -pull, weights);
  }

  private double regularisation(int row) {
    return inverseCost[positives.get(row) ? 1 : 0];
  }

  private static void shuffle(int[] order, int length, SplittableRandom random) {
    for (int i = length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }
}
