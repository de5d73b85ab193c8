package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a message means.
///
/// @param risks every danger found, most serious first
/// @param intent what is wanted most
/// @param confidence calibrated probability of the intent, 0 to 1
/// @param topics every topic that is likely enough to act on, likeliest first, at most five
/// @param slots what the message says of the carer's situation
/// @param choice the number chosen, from 1, when the message is a choice
/// @param distressed whether the words carry distress, which a reply must meet kindly
public record Interpretation(
    List<Risk> risks,
    Intent intent,
    double confidence,
    List<TopicScore> topics,
    Slots slots,
    OptionalInt choice,
    boolean distressed) {

  public Interpretation {
    risks = List.copyOf(risks);
    topics = List.copyOf(topics);
  }

  /// The most serious danger found, if any; one that is only possible is none.
  public Optional<Risk> risk() {
    return risks.stream().filter(risk -> !risk.isOnlyPossible()).findFirst();
  }

  /// The danger that there may be, where none was found.
  public Optional<Risk> possibleRisk() {
    return risk().isPresent() ? Optional.empty() : risks.stream().findFirst();
  }
}
