package org.carersignpost.understanding.classifier;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Models of fewer training utterances, to see what more of them bring.
public final class TrainingSizes {
  private static final int SEED = 1;

  private TrainingSizes() {}

  /// For each size the model of so many utterances, drawn at random but always the same, and each
  /// size containing the smaller ones; the last is the model of all.
  public static SortedMap<Integer, IntentModel> models(Path intents, List<Integer> sizes) {
    List<Example> all = new ArrayList<>(IntentFiles.read(intents, Set.of()));
    Collections.shuffle(all, new Random(SEED));
    SortedMap<Integer, IntentModel> models = new TreeMap<>();
    for (int size : sizes) {
      if (size < all.size()) {
        models.put(size, model(all.subList(0, size)));
      }
    }
    models.put(all.size(), model(all));
    return models;
  }

  private static IntentModel model(List<Example> examples) {
    return new IntentModel(
        ModelTraining.train(examples, ClassifierSettings.DEFAULTS), ClassifierSettings.DEFAULTS);
  }
}
