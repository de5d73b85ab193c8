package org.carersignpost.understanding.classifier;

/// The weights of one label that say something; those of all labels are in memory at once.
///
/// @param features the features by number, ascending
/// @param values the weight of each
record LabelWeights(int[] features, float[] values) {
  /// Weights nearer to zero than this are left out; no logit moves by more than about 0.01.
  private static final double LEAST_WEIGHT = 1e-3;

  /// @param weights one a feature
  static LabelWeights of(double[] weights) {
    int kept = 0;
    for (double weight : weights) {
      kept += says(weight) ? 1 : 0;
    }
    int[] features = new int[kept];
    float[] values = new float[kept];
    kept = 0;
    for (int feature = 0; feature < weights.length; feature++) {
      if (says(weights[feature])) {
        features[kept] = feature;
        values[kept++] = (float) weights[feature];
      }
    }
    return new LabelWeights(features, values);
  }

  private static boolean says(double weight) {
    return Math.abs((float) weight) >= LEAST_WEIGHT;
  }
}
