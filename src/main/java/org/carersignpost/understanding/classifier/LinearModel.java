package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.List;

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

  /// The weights that a trainer found.
  ///
  /// @param names the features, each once
  /// @param weights what was found for each label
  static LinearModel of(List<String> labels, String[] names, LabelWeights[] weights) {
    long[] hashes = Arrays.stream(names).mapToLong(FeatureHash::of).sorted().toArray();
    FeatureTable features = new FeatureTable(hashes);
    int[] places = new int[names.length];
    for (int feature = 0; feature < names.length; feature++) {
      places[feature] = features.find(FeatureHash.of(names[feature]));
    }
    int[] starts = starts(hashes, places, weights);
    short[] entryLabels = new short[starts[names.length]];
    float[] entryWeights = new float[starts[names.length]];
    int[] next = starts.clone();
    for (short label = 0; label < weights.length; label++) {
      LabelWeights ofLabel = weights[label];
      for (int i = 0; i < ofLabel.features().length; i++) {
        int place = places[ofLabel.features()[i]];
        boolean full = starts[place + 1] - starts[place] == weights.length;
        int entry = full ? starts[place] + label : next[place]++;
        entryLabels[entry] = label;
        entryWeights[entry] = ofLabel.values()[i];
      }
    }
    for (int i = 0; i < names.length; i++) {
      for (short label = 0;
          starts[i + 1] - starts[i] == weights.length && label < weights.length;
          label++) {
        entryLabels[starts[i] + label] = label;
      }
    }
    return new LinearModel(labels, features, starts, entryLabels, entryWeights);
  }

  /// Where the entries of each feature begin, one more than features.
  ///
  /// @param places where each feature stands
  private static int[] starts(long[] hashes, int[] places, LabelWeights[] weights) {
    int[] named = new int[hashes.length];
    for (LabelWeights ofLabel : weights) {
      for (int feature : ofLabel.features()) {
        named[places[feature]]++;
      }
    }
    int[] starts = new int[hashes.length + 1];
    for (int i = 0; i < hashes.length; i++) {
      if (i > 0 && hashes[i] == hashes[i - 1]) {
        throw new IllegalStateException("two features have the same hash");
      }
      starts[i + 1] = starts[i] + (named[i] * 2 > weights.length ? weights.length : named[i]);
    }
    return starts;
  }

  /// How much each intent is spoken for, in the order of the labels; above 0 means likely.
  double[] logits(FeatureVector message) {
    return logits(features.find(message.hashes(), message.hashes().length), message.values());
  }

  /// The same for a message of which it is known where its features stand; -1 for none.
  double[] logits(int[] places, float[] values) {
    double[] logits = new double[labels.size()];
    for (int i = 0; i < places.length; i++) {
      if (places[i] >= 0) {
        add(places[i], values[i], logits);
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
