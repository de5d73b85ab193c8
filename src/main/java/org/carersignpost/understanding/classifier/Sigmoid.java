package org.carersignpost.understanding.classifier;

import java.util.BitSet;

/// A probability from a score: 1 / (1 + e^-(slope x score + offset)).
///
/// It is fitted by Platt's method in the form of Lin, Lin and Weng (2007): Newton steps with
/// backtracking, on targets a little inside 0 and 1, so that few examples never make it certain.
record Sigmoid(double slope, double offset) {
  private static final int MOST_STEPS = 100;
  private static final double LEAST_STEP = 1e-10;
  private static final double RIDGE = 1e-12;
  private static final double TOLERANCE = 1e-5;

  /// Never a falling curve: a topic does not become less likely the more speaks for it.
  private static final double LEAST_SLOPE = 1e-3;

  static double of(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /// @param scores at least one
  /// @param positive the rows in which it was true
  static Sigmoid fit(double[] scores, BitSet positive) {
    double positives = positive.cardinality();
    double negatives = scores.length - positives;
    double[] targets = new double[scores.length];
    for (int row = 0; row < scores.length; row++) {
      targets[row] = positive.get(row) ? (positives + 1) / (positives + 2) : 1 / (negatives + 2);
    }
    Sigmoid best = new Sigmoid(0, Math.log((positives + 1) / (negatives + 1)));
    double loss = best.loss(scores, targets);
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] direction = best.newton(scores, targets);
      double length = 1;
      Sigmoid next = best;
      double nextLoss = loss;
      while (length >= LEAST_STEP && nextLoss >= loss) {
        next = new Sigmoid(best.slope + length * direction[0], best.offset + length * direction[1]);
        nextLoss = next.loss(scores, targets);
        length /= 2;
      }
      boolean done = loss - nextLoss < TOLERANCE;
      if (nextLoss < loss) {
        best = next;
        loss = nextLoss;
      }
      if (done) {
        break;
      }
    }
    return new Sigmoid(Math.max(best.slope, LEAST_SLOPE), best.offset);
  }

  private double[] newton(double[] scores, double[] targets) {
    double h11 = RIDGE;
    double h22 = RIDGE;
    double h21 = 0;
    double g1 = 0;
    double g2 = 0;
    for (int row = 0; row < scores.length; row++) {
      double p = of(slope * scores[row] + offset);
      double spread = p * (1 - p);
      h11 += scores[row] * scores[row] * spread;
      h22 += spread;
      h21 += scores[row] * spread;
      g1 += scores[row] * (p - targets[row]);
      g2 += p - targets[row];
    }
    double determinant = h11 * h22 - h21 * h21;
    return new double[] {
      -(h22 * g1 - h21 * g2) / determinant, -(h11 * g2 - h21 * g1) / determinant
    };
  }

  private double loss(double[] scores, double[] targets) {
    double loss = 0;
    for (int row = 0; row < scores.length; row++) {
      double logit = slope * scores[row] + offset;
      // log(1 + e^logit) without overflow
      double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
      loss += softplus - targets[row] * logit;
    }
    return loss;
  }
}
