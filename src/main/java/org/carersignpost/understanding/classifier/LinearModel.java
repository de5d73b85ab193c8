package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/// The weights of all intents, kept sparsely: a feature names only the intents it speaks for or
/// against. One that names more than half of them names them all, the others with 0, because a full
/// row is added in one sweep.
///
/// Features are known by a [FeatureHash], which takes a tenth of the memory of the names; two names
/// of one hash are refused when the model is made.
///
/// @param labels the intents by name
/// @param features where each feature stands
/// @param starts where each feature's entries begin; one more than features, the last is the end
/// @param entryLabels the intent of each entry, by its place in `labels`; in order where a feature
///   names all
/// @param entryWeights the weight of each entry
record LinearModel(
    List<String> labels,
    FeatureTable features,
    int[] starts,
    short[] entryLabels,
    float[] entryWeights) {

  LinearModel {
    labels = List.copyOf(labels);
  }

  /// The weights that an OpenNLP trainer found.
  @SuppressWarnings("unchecked") // OpenNLP hands out its parts as Object.
  static LinearModel of(AbstractModel model) {
    Object[] parts = model.getDataStructures();
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    List<String> labels = List.of((String[]) parts[2]);
    List<String> names = new ArrayList<>(contexts.keySet());
    names.sort(Comparator.comparingLong(FeatureHash::of));
    List<Context> rows = names.stream().map(contexts::get).toList();
    long[] hashes = names.stream().mapToLong(FeatureHash::of).toArray();
    int[] starts = new int[hashes.length + 1];
    for (int i = 0; i < hashes.length; i++) {
      if (i > 0 && hashes[i] == hashes[i - 1]) {
        throw new IllegalStateException("two features have the same hash");
      }
      int named = rows.get(i).getOutcomes().length;
      starts[i + 1] = starts[i] + (isFull(named, labels.size()) ? labels.size() : named);
    }
    short[] entryLabels = new short[starts[hashes.length]];
    float[] entryWeights = new float[starts[hashes.length]];
    for (int i = 0; i < hashes.length; i++) {
      int[] outcomes = rows.get(i).getOutcomes();
      double[] parameters = rows.get(i).getParameters();
      boolean full = isFull(outcomes.length, labels.size());
      for (int label = 0; full && label < labels.size(); label++) {
        entryLabels[starts[i] + label] = (short) label;
      }
      for (int j = 0; j < outcomes.length; j++) {
        int entry = starts[i] + (full ? outcomes[j] : j);
        entryLabels[entry] = (short) outcomes[j];
        entryWeights[entry] = (float) parameters[j];
      }
    }
    return new LinearModel(labels, new FeatureTable(hashes), starts, entryLabels, entryWeights);
  }

  /// Whether a feature that names so many intents has an entry for every one.
  private static boolean isFull(int named, int all) {
    return named * 2 > all;
  }

  /// How much each intent is spoken for, in the order of the labels; above 0 means likely.
  double[] logits(FeatureVector message) {
    // All are found before any is added: looking up waits for memory, which goes on in parallel.
    int[] found = new int[message.hashes().length];
    for (int i = 0; i < found.length; i++) {
      found[i] = features.find(message.hashes()[i]);
    }
    double[] logits = new double[labels.size()];
    for (int i = 0; i < found.length; i++) {
      if (found[i] >= 0) {
        add(found[i], message.values()[i], logits);
      }
    }
    return logits;
  }

  private void add(int feature, double value, double[] logits) {
    int start = starts[feature];
    int end = starts[feature + 1];
    if (end - start == logits.length) {
      for (int label = 0; label < logits.length; label++) {
        logits[label] += entryWeights[start + label] * value;
      }
    } else {
      for (int entry = start; entry < end; entry++) {
        logits[entryLabels[entry]] += entryWeights[entry] * value;
      }
    }
  }

  /// The weight of one feature for one intent; 0 if training never saw them together.
  double weight(String feature, int label) {
    int found = features.find(FeatureHash.of(feature));
    if (found >= 0) {
      for (int entry = starts[found]; entry < starts[found + 1]; entry++) {
        if (entryLabels[entry] == label) {
          return entryWeights[entry];
        }
      }
    }
    return 0;
  }
}
