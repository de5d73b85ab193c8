package org.carersignpost.understanding.classifier;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that training found, and all that a model file keeps.
///
/// @param weights how features speak for labels
/// @param calibration how logits become probabilities
/// @param words the known words: those of the training utterances with how often each occurs, and
///   those of concepts
/// @param rarities the rarity of each feature by [KnownFeatures]; none where all features count
///   alike
record TrainedModel(
    LinearModel weights,
    Calibration calibration,
    SortedMap<String, Integer> words,
    float[] rarities) {

  TrainedModel {
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    if (rarities.length != 0 && rarities.length != weights.features().hashes().length) {
      throw new IllegalArgumentException("a rarity for each feature or none");
    }
  }
}
