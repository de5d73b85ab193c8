package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The features of one message, each once, with their values.
///
/// A value is 1 + ln(times seen). Words and stems together, pieces of words together, and concepts
/// together have a length of their own (Euclidean), so long messages do not outweigh short ones;
/// the bias is 1. Unless only known features are asked for, one that training never saw takes its
/// share of the length all the same: strange wording gets smaller logits, which is how messages out
/// of scope are found. The direction of the words' meanings by [WordVectors] has a length of 1.
///
/// @param hashes the features by [FeatureHash], in order of first appearance
/// @param values their values; `values[i]` belongs to `hashes[i]`
record FeatureVector(long[] hashes, float[] values) {
  /// The lengths of words, letters, concepts and the bias.
  private static final double[] LENGTHS = {1, 1, 0.7, 1};

  /// What a dimension of meaning is called; its number follows.
  private static final String MEANING = "v:";

  private static final String[] MEANINGS =
      IntStream.range(0, WordVectors.standard().dimensions())
          .mapToObj(dimension -> MEANING + dimension)
          .toArray(String[]::new);

  private static final long[] MEANING_HASHES =
      Arrays.stream(MEANINGS).mapToLong(FeatureHash::of).toArray();

  /// All features of a message, and the direction of its meaning.
  static FeatureVector of(List<String> tokens) {
    return of(counted(tokens), WordVectors.standard().direction(tokens));
  }

  /// What is seen in a message, without the direction of its meaning.
  static FeatureVector ofSeen(List<String> tokens) {
    return of(counted(tokens), new float[0]);
  }

  /// What is seen in a message and known; the rest takes no share of the length.
  static FeatureVector of(List<String> tokens, FeatureTable known) {
    FeatureCounter counter = counted(tokens);
    counter.retain(hash -> known.find(hash) >= 0);
    return of(counter, new float[0]);
  }

  private static FeatureCounter counted(List<String> tokens) {
    FeatureCounter counter = new FeatureCounter();
    MessageFeatures.tell(tokens, counter);
    return counter;
  }

  private static FeatureVector of(FeatureCounter counter, float[] direction) {
    double[] weights = new double[counter.size()];
    double[] squares = new double[LENGTHS.length];
    for (int i = 0; i < weights.length; i++) {
      int times = counter.times(i);
      weights[i] = times == 1 ? 1 : 1 + Math.log(times);
      squares[block(counter.kind(i))] += weights[i] * weights[i];
    }
    float[] values = new float[weights.length + direction.length];
    for (int i = 0; i < weights.length; i++) {
      int block = block(counter.kind(i));
      values[i] = (float) (LENGTHS[block] * weights[i] / Math.sqrt(squares[block]));
    }
    System.arraycopy(direction, 0, values, weights.length, direction.length);
    long[] hashes = Arrays.copyOf(counter.hashes(), values.length);
    System.arraycopy(MEANING_HASHES, 0, hashes, weights.length, direction.length);
    return new FeatureVector(hashes, values);
  }

  /// The names of all features of a message, in the order of its vector.
  static String[] names(List<String> tokens) {
    boolean points = WordVectors.standard().direction(tokens).length > 0;
    return Stream.concat(seen(tokens), points ? Arrays.stream(MEANINGS) : Stream.of())
        .toArray(String[]::new);
  }

  private static Stream<String> seen(List<String> tokens) {
    return MessageFeatures.of(tokens).stream().distinct();
  }

  /// The names of the known features of a message, in the order of its vector.
  static String[] names(List<String> tokens, FeatureTable known) {
    return seen(tokens)
        .filter(name -> known.find(FeatureHash.of(name)) >= 0)
        .toArray(String[]::new);
  }

  /// Whether a feature is a dimension of meaning, which says nothing by itself.
  static boolean isMeaning(String name) {
    return name.startsWith(MEANING);
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
