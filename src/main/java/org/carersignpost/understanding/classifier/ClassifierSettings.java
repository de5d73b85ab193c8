package org.carersignpost.understanding.classifier;

/// How the classifier is trained, and when its findings count.
///
/// The first two shape the model, so changing them trains anew; the thresholds only read it.
///
/// @param cost how hard a training utterance on the wrong side pulls, above 0 (the C of a support
///   vector machine)
/// @param positiveWeight how much harder an utterance of the intent pulls than one of any other,
///   above 0
/// @param scopeThreshold the least scope score of a message that is ours to answer; raising it
///   refuses more of what is not, and more of what is
/// @param topicThreshold the least probability, 0 to 1, at which a topic is acted on
public record ClassifierSettings(
    double cost, double positiveWeight, double scopeThreshold, double topicThreshold) {

  /// The settings chosen on training data, the thresholds on development messages: sending away a
  /// carer is worse than answering a stranger.
  public static final ClassifierSettings DEFAULTS = new ClassifierSettings(0.5, 6, -0.1, 0.3);

  public ClassifierSettings {
    if (!(cost > 0) || !(positiveWeight > 0)) {
      throw new IllegalArgumentException("cost and positive weight must be above 0");
    }
    if (!(topicThreshold >= 0 && topicThreshold <= 1) || !Double.isFinite(scopeThreshold)) {
      throw new IllegalArgumentException("topic threshold must be 0 to 1, scope threshold finite");
    }
  }
}
