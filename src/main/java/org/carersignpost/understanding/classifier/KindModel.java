package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A trained model that says of what kinds an utterance is, often of none.
///
/// It never changes and may be used by any number of threads.
public final class KindModel {
  /// The label of lines that are of no kind.
  static final String NONE = "none";

  /// The label of lines that are of some kind, whichever it is.
  static final String ANY = "any";

  private final TrainedModel model;
  private final Labels labels;
  private final Spelling spelling;

  KindModel(TrainedModel model) {
    if (model.thresholds().length == 0) {
      throw new IllegalArgumentException("a model of kinds needs thresholds");
    }
    this.model = model;
    this.labels = Labels.judgedAlone(model.weights().labels());
    this.spelling = new Spelling(model.words());
  }

  /// A kind and how likely it is.
  ///
  /// @param kind the kind
  /// @param probability calibrated, 0 to 1
  /// @param counts whether that is enough to act on
  public record Found(String kind, double probability, boolean counts) {}

  /// How likely every kind is, the likeliest first, judged by the likeliest of some texts.
  ///
  /// A kind counts if it reaches its own threshold in one of the texts, or if it is the likeliest
  /// in a text that reaches the threshold of being of any kind.
  ///
  /// @param texts a message and its parts
  public List<Found> find(List<String> texts) {
    List<String> names = model.weights().labels();
    double[] highest = new double[names.size()];
    boolean[] counts = new boolean[names.size()];
    for (String text : texts) {
      double[] probabilities = probabilities(text);
      for (int label = 0; label < highest.length; label++) {
        highest[label] = Math.max(highest[label], probabilities[label]);
        counts[label] |= probabilities[label] >= model.thresholds()[label];
      }
      int any = names.indexOf(ANY);
      if (probabilities[any] >= model.thresholds()[any]) {
        counts[likeliest(probabilities)] = true;
      }
    }
    List<Found> found = new ArrayList<>();
    for (int label = 0; label < highest.length; label++) {
      if (isKind(label)) {
        found.add(new Found(names.get(label), highest[label], counts[label]));
      }
    }
    found.sort(Comparator.comparingDouble(Found::probability).reversed());
    return List.copyOf(found);
  }

  private int likeliest(double[] probabilities) {
    int best = -1;
    for (int label = 0; label < probabilities.length; label++) {
      if (isKind(label) && (best < 0 || probabilities[label] > probabilities[best])) {
        best = label;
      }
    }
    return best;
  }

  private boolean isKind(int label) {
    String name = model.weights().labels().get(label);
    return !name.equals(ANY) && !name.equals(NONE);
  }

  private double[] probabilities(String text) {
    List<String> tokens = spelling.correct(Normaliser.tokens(text));
    FeatureVector vector = FeatureVector.of(tokens, model.weights().features());
    return model.calibration().probabilities(labels, model.weights().logits(vector));
  }
}
