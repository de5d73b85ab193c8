package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;

/// The features of one message, each once, with their values.
///
/// A value is 1 + ln(times seen). Words and stems together, pieces of words together, and concepts
/// together have a length of their own (Euclidean), so long messages do not outweigh short ones;
/// the bias is 1. Unless only known features are asked for, one that training never saw takes its
/// share of the length all the same: strange wording gets smaller logits, which is how messages out
/// of scope are found.
///
/// @param hashes the features by [FeatureHash], in order of first appearance
/// @param values their values; `values[i]` belongs to `hashes[i]`
record FeatureVector(long[] hashes, float[] values) {
  /// The lengths of words, letters, concepts and the bias.
  private static final double[] LENGTHS = {1, 1, 0.7, 1};

  /// All features of a message.
  static FeatureVector of(List<String> tokens) {
    FeatureCounter counter = new FeatureCounter();
    MessageFeatures.tell(tokens, counter);
    return of(counter);
  }

  /// The features of a message that are known; the others take no share of the length.
  static FeatureVector of(List<String> tokens, FeatureTable known) {
    FeatureCounter counter = new FeatureCounter();
    MessageFeatures.tell(tokens, counter);
    counter.retain(hash -> known.find(hash) >= 0);
    return of(counter);
  }

  private static FeatureVector of(FeatureCounter counter) {
    double[] weights = new double[counter.size()];
    double[] squares = new double[LENGTHS.length];
    for (int i = 0; i < weights.length; i++) {
      int times = counter.times(i);
      weights[i] = times == 1 ? 1 : 1 + Math.log(times);
      squares[block(counter.kind(i))] += weights[i] * weights[i];
    }
    float[] values = new float[weights.length];
    for (int i = 0; i < values.length; i++) {
      int block = block(counter.kind(i));
      values[i] = (float) (LENGTHS[block] * weights[i] / Math.sqrt(squares[block]));
    }
    return new FeatureVector(counter.hashes(), values);
  }

  /// The names of the features of a message, in the order of its vector.
  static String[] names(List<String> tokens) {
    return new LinkedHashSet<>(MessageFeatures.of(tokens)).toArray(String[]::new);
  }

  /// The names of the known features of a message, in the order of its vector.
  static String[] names(List<String> tokens, FeatureTable known) {
    return Arrays.stream(names(tokens))
        .filter(name -> known.find(FeatureHash.of(name)) >= 0)
        .toArray(String[]::new);
  }

  private static int block(char kind) {
    return switch (kind) {
      case MessageFeatures.WORDS, MessageFeatures.STEMS, MessageFeatures.APART -> 0;
      case MessageFeatures.LETTERS -> 1;
      case MessageFeatures.CONCEPTS -> 2;
      default -> 3;
    };
  }
}
