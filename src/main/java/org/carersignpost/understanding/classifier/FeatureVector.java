package org.carersignpost.understanding.classifier;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The features of one message, each once, with their values.
///
/// A value is 1 + ln(times seen). Words and stems together, pieces of words together, and concepts
/// together have a length of their own (Euclidean), so long messages do not outweigh short ones;
/// the bias is 1. A feature that training never saw takes its share of the length all the same:
/// strange wording gets smaller logits, which is how messages out of scope are found.
///
/// @param names the features in order of first appearance
/// @param values their values; `values[i]` belongs to `names[i]`
record FeatureVector(String[] names, float[] values) {
  private static final MessageFeatures FEATURES = new MessageFeatures();

  /// The lengths of words, letters, concepts and the bias.
  private static final double[] LENGTHS = {1, 1, 0.7, 1};

  static FeatureVector of(List<String> tokens) {
    return of(FEATURES.extractFeatures(tokens.toArray(String[]::new), Map.of()));
  }

  private static FeatureVector of(Collection<String> features) {
    Map<String, int[]> times = LinkedHashMap.newLinkedHashMap(features.size());
    for (String feature : features) {
      times.computeIfAbsent(feature, f -> new int[1])[0]++;
    }
    String[] names = new String[times.size()];
    double[] weights = new double[names.length];
    double[] squares = new double[LENGTHS.length];
    int next = 0;
    for (Map.Entry<String, int[]> entry : times.entrySet()) {
      int count = entry.getValue()[0];
      names[next] = entry.getKey();
      weights[next] = count == 1 ? 1 : 1 + Math.log(count);
      squares[block(names[next])] += weights[next] * weights[next];
      next++;
    }
    float[] values = new float[names.length];
    for (int i = 0; i < values.length; i++) {
      int block = block(names[i]);
      values[i] = (float) (LENGTHS[block] * weights[i] / Math.sqrt(squares[block]));
    }
    return new FeatureVector(names, values);
  }

  private static int block(String feature) {
    return switch (feature.charAt(0)) {
      case MessageFeatures.WORDS, MessageFeatures.STEMS, MessageFeatures.APART -> 0;
      case MessageFeatures.LETTERS -> 1;
      case MessageFeatures.CONCEPTS -> 2;
      default -> 3;
    };
  }
}
