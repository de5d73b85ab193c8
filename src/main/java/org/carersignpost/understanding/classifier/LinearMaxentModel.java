package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.MaxentModel;

/// A [LinearModel] as OpenNLP sees it, with probabilities that add up to 1 (softmax).
///
/// OpenNLP's own models keep every feature by name, which takes more memory than the service has
/// while it learns.
///
/// @param weights what the model knows
record LinearMaxentModel(LinearModel weights) implements MaxentModel {
  @Override
  public double[] eval(String[] context) {
    float[] ones = new float[context.length];
    Arrays.fill(ones, 1);
    return eval(context, ones);
  }

  /// @param probabilities takes the result
  @Override
  public double[] eval(String[] context, double[] probabilities) {
    double[] found = eval(context);
    System.arraycopy(found, 0, probabilities, 0, found.length);
    return probabilities;
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    long[] hashes = Arrays.stream(context).mapToLong(FeatureHash::of).toArray();
    double[] powers =
        Arrays.stream(weights.logits(new FeatureVector(hashes, values))).map(Math::exp).toArray();
    double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }

  @Override
  public String getBestOutcome(double[] outcomes) {
    int best = 0;
    for (int i = 1; i < outcomes.length; i++) {
      best = outcomes[i] > outcomes[best] ? i : best;
    }
    return getOutcome(best);
  }

  @Override
  public String getAllOutcomes(double[] outcomes) {
    List<String> all =
        IntStream.range(0, outcomes.length)
            .mapToObj(i -> "%s[%.4f]".formatted(getOutcome(i), outcomes[i]))
            .toList();
    return String.join("  ", all);
  }

  @Override
  public String getOutcome(int i) {
    return weights.labels().get(i);
  }

  /// -1 where there is none of that name.
  @Override
  public int getIndex(String outcome) {
    return weights.labels().indexOf(outcome);
  }

  @Override
  public int getNumOutcomes() {
    return weights.labels().size();
  }
}
