package org.carersignpost.understanding.classifier;

import java.util.List;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;

/// What the classifier makes of an utterance.
///
/// @param corrected the words it read: short forms written out, unknown words corrected
/// @param intent what is wanted most: the strongest intent, or, when the utterance is not in scope,
///   `out_of_scope` or `unclear`
/// @param confidence the calibrated probability of that intent, 0 to 1
/// @param inScope whether the scope score reaches the threshold
/// @param scopeScore how much it sounds like something that we can answer; comparable between
///   utterances of one model only
/// @param topics every topic likely enough to act on, and that of the intent, strongest first, at
///   most five
/// @param ranked all intents, strongest first: in the order of their logits, which tells the wanted
///   one more often than the order of probabilities, from which it differs a little
public record Classification(
    String corrected,
    Intent intent,
    double confidence,
    boolean inScope,
    double scopeScore,
    List<TopicScore> topics,
    List<Candidate> ranked) {

  public Classification {
    topics = List.copyOf(topics);
    ranked = List.copyOf(ranked);
  }

  /// An intent and how likely it is.
  ///
  /// @param intent the intent
  /// @param probability calibrated, 0 to 1. Topics are judged one by one, so theirs do not add up
  ///   to 1; those of all other intents, with that of "it is about a topic", do
  public record Candidate(Intent intent, double probability) {}
}
