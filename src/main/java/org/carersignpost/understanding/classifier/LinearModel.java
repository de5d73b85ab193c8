package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/// The weights of all intents, kept sparsely: a feature names only the intents it speaks for or
/// against.
///
/// Features are known by a 64-bit hash of their name, which takes a tenth of the memory of the
/// names; two names of one hash are refused when the model is made.
///
/// @param labels the intents by name
/// @param hashes the features, in ascending order
/// @param starts where each feature's entries begin; one more than features, the last is the end
/// @param entryLabels the intent of each entry, by its place in `labels`
/// @param entryWeights the weight of each entry
record LinearModel(
    List<String> labels, long[] hashes, int[] starts, short[] entryLabels, float[] entryWeights) {

  LinearModel {
    labels = List.copyOf(labels);
  }

  /// The weights that an OpenNLP trainer found.
  @SuppressWarnings("unchecked") // OpenNLP hands out its parts as Object.
  static LinearModel of(AbstractModel model) {
    Object[] parts = model.getDataStructures();
    Map<String, Context> contexts = (Map<String, Context>) parts[1];
    List<String> labels = List.of((String[]) parts[2]);
    record Feature(long hash, Context context) {}
    List<Feature> features =
        contexts.entrySet().stream()
            .filter(e -> e.getValue().getOutcomes().length > 0)
            .map(e -> new Feature(hash(e.getKey()), e.getValue()))
            .sorted(Comparator.comparingLong(Feature::hash))
            .toList();
    int entries = features.stream().mapToInt(f -> f.context().getOutcomes().length).sum();
    long[] hashes = new long[features.size()];
    int[] starts = new int[features.size() + 1];
    short[] entryLabels = new short[entries];
    float[] entryWeights = new float[entries];
    int entry = 0;
    for (int f = 0; f < hashes.length; f++) {
      hashes[f] = features.get(f).hash();
      if (f > 0 && hashes[f] == hashes[f - 1]) {
        throw new IllegalStateException("two features have the same hash");
      }
      Context context = features.get(f).context();
      for (int i = 0; i < context.getOutcomes().length; i++) {
        entryLabels[entry] = (short) context.getOutcomes()[i];
        entryWeights[entry++] = (float) context.getParameters()[i];
      }
      starts[f + 1] = entry;
    }
    return new LinearModel(labels, hashes, starts, entryLabels, entryWeights);
  }

  /// How much each intent is spoken for, in the order of the labels; above 0 means likely.
  double[] logits(FeatureVector message) {
    double[] logits = new double[labels.size()];
    for (int i = 0; i < message.names().length; i++) {
      int feature = Arrays.binarySearch(hashes, hash(message.names()[i]));
      if (feature >= 0) {
        for (int entry = starts[feature]; entry < starts[feature + 1]; entry++) {
          logits[entryLabels[entry]] += (double) entryWeights[entry] * message.values()[i];
        }
      }
    }
    return logits;
  }

  /// The weight of one feature for one intent; 0 if training never saw them together.
  double weight(String feature, int label) {
    int found = Arrays.binarySearch(hashes, hash(feature));
    if (found >= 0) {
      for (int entry = starts[found]; entry < starts[found + 1]; entry++) {
        if (entryLabels[entry] == label) {
          return entryWeights[entry];
        }
      }
    }
    return 0;
  }

  /// FNV-1a over the characters, then mixed so that near names lie far apart.
  private static long hash(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 33);
  }
}
