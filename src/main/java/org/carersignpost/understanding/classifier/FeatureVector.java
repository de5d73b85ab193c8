package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The features of one message, each once, with their values.
///
/// A value is 1 + ln(times seen). Words and stems together, pieces of words together, and concepts
/// together have a length of their own (Euclidean), so long messages do not outweigh short ones;
/// the bias is 1. One that training never saw takes its share of the length all the same: strange
/// wording gets smaller logits, which is how messages out of scope are found. The direction of the
/// words' meanings by [WordVectors] has a length of 1.
///
/// A message may also be seen in context, for models that judge what is said rather than what it is
/// about: then words near each other have a length of their own too, only known features count, and
/// values grow with how rare a feature is.
///
/// @param hashes the features by [FeatureHash], in order of first appearance
/// @param values their values; `values[i]` belongs to `hashes[i]`
record FeatureVector(long[] hashes, float[] values) {
  /// The lengths of words, letters, concepts, the bias and words near each other.
  private static final double[] LENGTHS = {1, 1, 0.7, 1, 1};

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
    FeatureCounter counter = new FeatureCounter(tokens.size());
    MessageFeatures.tell(tokens, counter);
    return of(counter, weights(counter), WordVectors.standard().direction(tokens));
  }

  /// All that is seen in context, each once.
  static long[] hashes(List<String> tokens) {
    return inContext(tokens).hashes();
  }

  /// What of a message is known, by its places among all that is.
  ///
  /// @param values their values; `values[i]` belongs to `places[i]`
  record Known(int[] places, float[] values) {}

  /// What is seen in context and known; the rest takes no share of the length.
  static Known known(List<String> tokens, KnownFeatures known) {
    FeatureCounter counter = inContext(tokens);
    int[] places = counter.retain(known.table());
    double[] weights = weights(counter);
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= known.rarities()[places[i]];
    }
    return new Known(places, values(counter, weights));
  }

  private static FeatureCounter inContext(List<String> tokens) {
    FeatureCounter counter = new FeatureCounter(tokens.size());
    MessageFeatures.tellInContext(tokens, counter);
    return counter;
  }

  private static double[] weights(FeatureCounter counter) {
    double[] weights = new double[counter.size()];
    for (int i = 0; i < weights.length; i++) {
      int times = counter.times(i);
      weights[i] = times == 1 ? 1 : 1 + Math.log(times);
    }
    return weights;
  }

  private static FeatureVector of(FeatureCounter counter, double[] weights, float[] direction) {
    int size = weights.length + direction.length;
    float[] values = Arrays.copyOf(values(counter, weights), size);
    System.arraycopy(direction, 0, values, weights.length, direction.length);
    long[] hashes = Arrays.copyOf(counter.hashes(), size);
    System.arraycopy(MEANING_HASHES, 0, hashes, weights.length, direction.length);
    return new FeatureVector(hashes, values);
  }

  /// Each weight as a share of the length of its block.
  private static float[] values(FeatureCounter counter, double[] weights) {
    double[] squares = new double[LENGTHS.length];
    for (int i = 0; i < weights.length; i++) {
      squares[block(counter.kind(i))] += weights[i] * weights[i];
    }
    double[] shares = new double[LENGTHS.length];
    for (int block = 0; block < shares.length; block++) {
      shares[block] = LENGTHS[block] / Math.sqrt(squares[block]);
    }
    float[] values = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      values[i] = (float) (weights[i] * shares[block(counter.kind(i))]);
    }
    return values;
  }

  /// The names of all features of a message, in the order of its vector.
  static String[] names(List<String> tokens) {
    boolean points = WordVectors.standard().direction(tokens).length > 0;
    return Stream.concat(
            MessageFeatures.of(tokens).stream().distinct(),
            points ? Arrays.stream(MEANINGS) : Stream.of())
        .toArray(String[]::new);
  }

  /// The names of what is seen in context and known, in the order of its vector.
  static String[] names(List<String> tokens, KnownFeatures known) {
    return MessageFeatures.inContext(tokens).stream()
        .distinct()
        .filter(known::has)
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
      case MessageFeatures.PAIRS -> 4;
      default -> 3;
    };
  }
}
