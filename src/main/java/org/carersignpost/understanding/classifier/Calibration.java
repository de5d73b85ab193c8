package org.carersignpost.understanding.classifier;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Turns logits into probabilities.
///
/// Topics are judged one by one, each with a sigmoid of its own, because a message may have
/// several. The intents about the conversation exclude each other: a softmax shares out one
/// certainty among them and "it is about a topic", for which the best topic's logit stands.
///
/// @param slopes what each topic's logit is multiplied with; 1 where it is not a topic
/// @param offsets what is then added; 0 where it is not a topic
/// @param temperature what logits are divided by before the softmax, above 0
record Calibration(double[] slopes, double[] offsets, double temperature) {
  private static final double COLDEST = 0.02;
  private static final double HOTTEST = 5;
  private static final int SEARCH_STEPS = 60;
  private static final double USUAL_TEMPERATURE = 0.2;

  /// What holds when nothing was measured.
  static Calibration unmeasured(int labels) {
    double[] slopes = new double[labels];
    Arrays.fill(slopes, 1);
    return new Calibration(slopes, new double[labels], USUAL_TEMPERATURE);
  }

  /// Fits to logits of utterances that the scoring model had not been trained on.
  ///
  /// @param logits one row an utterance, one column an intent
  /// @param truths for each utterance the intents it carries
  static Calibration fit(Labels labels, double[][] logits, List<BitSet> truths) {
    Calibration fitted = unmeasured(labels.size());
    for (int topic : labels.topics()) {
      double[] scores = new double[logits.length];
      BitSet positive = new BitSet();
      for (int row = 0; row < logits.length; row++) {
        scores[row] = logits[row][topic];
        positive.set(row, truths.get(row).get(topic));
      }
      Sigmoid sigmoid = Sigmoid.fit(scores, positive);
      fitted.slopes[topic] = sigmoid.slope();
      fitted.offsets[topic] = sigmoid.offset();
    }
    double temperature = coolest(labels, logits, truths);
    return new Calibration(fitted.slopes, fitted.offsets, temperature);
  }

  /// The probability of every intent, in the order of the labels.
  double[] probabilities(Labels labels, double[] logits) {
    double[] probabilities = new double[logits.length];
    for (int topic : labels.topics()) {
      probabilities[topic] = Sigmoid.of(slopes[topic] * logits[topic] + offsets[topic]);
    }
    int[] talk = labels.talk();
    double[] shares = softmax(choices(labels, logits), temperature);
    for (int i = 0; i < talk.length; i++) {
      probabilities[talk[i]] = shares[i];
    }
    return probabilities;
  }

  /// The logits of the intents about the conversation and, last, the best of all topics.
  private static double[] choices(Labels labels, double[] logits) {
    int[] talk = labels.talk();
    double[] choices = new double[talk.length + 1];
    for (int i = 0; i < talk.length; i++) {
      choices[i] = logits[talk[i]];
    }
    choices[talk.length] = Double.NEGATIVE_INFINITY;
    for (int topic : labels.topics()) {
      choices[talk.length] = Math.max(choices[talk.length], logits[topic]);
    }
    return choices;
  }

  private static double[] softmax(double[] logits, double temperature) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      highest = Math.max(highest, logit);
    }
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      shares[i] = Math.exp((logits[i] - highest) / temperature);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /// The temperature of least log-loss, by golden section over its logarithm.
  private static double coolest(Labels labels, double[][] logits, List<BitSet> truths) {
    double ratio = (Math.sqrt(5) - 1) / 2;
    double low = Math.log(COLDEST);
    double high = Math.log(HOTTEST);
    for (int step = 0; step < SEARCH_STEPS; step++) {
      double left = high - ratio * (high - low);
      double right = low + ratio * (high - low);
      if (loss(labels, logits, truths, Math.exp(left))
          < loss(labels, logits, truths, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double loss(
      Labels labels, double[][] logits, List<BitSet> truths, double temperature) {
    int[] talk = labels.talk();
    double loss = 0;
    for (int row = 0; row < logits.length; row++) {
      int choice = talk.length;
      for (int i = 0; i < talk.length; i++) {
        if (truths.get(row).get(talk[i])) {
          choice = i;
        }
      }
      double share = softmax(choices(labels, logits[row]), temperature)[choice];
      loss -= Math.log(Math.max(share, 1e-12));
    }
    return loss;
  }
}
