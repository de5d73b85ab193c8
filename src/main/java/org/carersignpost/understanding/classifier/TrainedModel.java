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
/// @param thresholds for each label the least probability that counts; none for intents, whose
///   thresholds are settings
record TrainedModel(
    LinearModel weights,
    Calibration calibration,
    SortedMap<String, Integer> words,
    double[] thresholds) {

  TrainedModel {
    words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    if (thresholds.length != 0 && thresholds.length != weights.labels().size()) {
      throw new IllegalArgumentException("a threshold for each label or none");
    }
  }

  TrainedModel(LinearModel weights, Calibration calibration, SortedMap<String, Integer> words) {
    this(weights, calibration, words, new double[0]);
  }
}
