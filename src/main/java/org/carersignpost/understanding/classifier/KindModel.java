package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A trained model that says how likely an utterance is of some kind, and of which; often it is of
/// none.
///
/// It never changes and may be used by any number of threads.
public final class KindModel {
  /// The label of lines that are of no kind.
  static final String NONE = "none";

  /// Nothing is surer than this, so that one judge does not outvote the others.
  private static final double SUREST = 0.9999;

  private final TrainedModel model;
  private final Labels labels;
  private final Spelling spelling;
  private final KnownFeatures known;
  private final int none;

  KindModel(TrainedModel model) {
    this.model = model;
    this.labels = Labels.judgedAlone(model.weights().labels());
    this.none = model.weights().labels().indexOf(NONE);
    if (none < 0) {
      throw new IllegalArgumentException("a model of kinds needs lines of none");
    }
    this.known = new KnownFeatures(model.weights().features(), model.rarities());
    this.spelling = new Spelling(model.words());
  }

  /// A kind and how likely it is.
  ///
  /// @param kind the kind
  /// @param probability 0 to 1, calibrated on lines of training
  public record Found(String kind, double probability) {}

  /// What a message was judged to be.
  ///
  /// @param likelihood how likely it is of any kind, 0 to 1; to be compared with thresholds chosen
  ///   on real messages
  /// @param kinds every kind, the likeliest first, judged by the likeliest of the texts
  public record Judgement(double likelihood, List<Found> kinds) {
    public Judgement {
      kinds = List.copyOf(kinds);
    }
  }

  /// Judges a message and its parts.
  ///
  /// Four judges are heard: how likely the likeliest part is of its likeliest kind, how likely one
  /// is of any kind, and the same two of the message as a whole. The likelihood is that of their
  /// mean log-odds: they err on different messages, so that together they err less (on development
  /// messages half as many false alarms at the same recall as the first alone).
  ///
  /// @param texts the message, then its parts; at least one
  public Judgement judge(List<String> texts) {
    double[] highest = new double[labels.size()];
    double likeliest = 0;
    double logOdds = 0;
    for (int i = 0; i < texts.size(); i++) {
      double[] probabilities = probabilities(texts.get(i));
      double any = 1 - probabilities[none];
      probabilities[none] = 0;
      likeliest = Math.max(likeliest, any);
      for (int label = 0; label < highest.length; label++) {
        highest[label] = Math.max(highest[label], probabilities[label]);
      }
      if (i == 0) {
        logOdds += logOdds(any) + logOdds(Arrays.stream(probabilities).max().orElse(0));
      }
    }
    logOdds += logOdds(likeliest) + logOdds(Arrays.stream(highest).max().orElse(0));
    return new Judgement(Sigmoid.of(logOdds / 4), found(highest));
  }

  private static double logOdds(double probability) {
    double believed = Math.clamp(probability, 1 - SUREST, SUREST);
    return Math.log(believed / (1 - believed));
  }

  private List<Found> found(double[] probabilities) {
    List<Found> found = new ArrayList<>();
    for (int label = 0; label < probabilities.length; label++) {
      if (label != none) {
        found.add(new Found(model.weights().labels().get(label), probabilities[label]));
      }
    }
    found.sort(Comparator.comparingDouble(Found::probability).reversed());
    return found;
  }

  private double[] probabilities(String text) {
    List<String> tokens = spelling.correct(Normaliser.tokens(text));
    FeatureVector.Known found = FeatureVector.known(tokens, known);
    double[] logits = model.weights().logits(found.places(), found.values());
    return model.calibration().probabilities(labels, logits);
  }
}
