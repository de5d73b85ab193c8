package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a message means.
///
/// @param risks every danger found, most serious first
/// @param intent what is wanted most
/// @param confidence calibrated probability of the intent, 0 to 1
/// @param topics every topic that is likely enough to act on, that of the intent first, the others
///   in the order in which they should be served, at most five
/// @param slots what the message says of the carer's situation
/// @param choice the number chosen, from 1, when the message is a choice
/// @param distressed whether the words carry distress, which a reply must meet kindly
/// @param wishes what the carer wants of the conversation itself beside the intent, such as a
///   person
/// @param readings the two topics, likelier first, between which the message cannot be told apart;
///   empty where it is plain enough to be answered
/// @param language the language, as an ISO 639-1 code, when the message is not in English; Nepali
///   in Latin letters is `ne-Latn`
public record Interpretation(
    List<Risk> risks,
    Intent intent,
    double confidence,
    List<TopicScore> topics,
    Slots slots,
    OptionalInt choice,
    boolean distressed,
    List<Intent.Talk> wishes,
    List<String> readings,
    Optional<String> language) {

  public Interpretation {
    risks = List.copyOf(risks);
    topics = List.copyOf(topics);
    wishes = List.copyOf(wishes);
    readings = List.copyOf(readings);
  }

  /// One in English that wants nothing beside its intent.
  public Interpretation(
      List<Risk> risks,
      Intent intent,
      double confidence,
      List<TopicScore> topics,
      Slots slots,
      OptionalInt choice,
      boolean distressed) {
    this(
        risks,
        intent,
        confidence,
        topics,
        slots,
        choice,
        distressed,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /// The same with other slots.
  public Interpretation withSlots(Slots other) {
    return new Interpretation(
        risks, intent, confidence, topics, other, choice, distressed, wishes, readings, language);
  }

  /// Whether a person is wanted, above all or beside something else.
  public boolean wantsPerson() {
    return intent == Intent.Talk.ASK_FOR_PERSON || wishes.contains(Intent.Talk.ASK_FOR_PERSON);
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
