package org.carersignpost.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/// All that a policy may look at.
///
/// @param conversation as it was before this message, with the new slots already taken in
/// @param message what came
/// @param meaning what it means
/// @param circumstances the outside
/// @param directory the services
/// @param prompts the words
record Moment(
    Conversation conversation,
    InboundMessage message,
    Interpretation meaning,
    Circumstances circumstances,
    ServiceDirectory directory,
    Prompts prompts) {

  boolean is(Intent intent) {
    return meaning.intent().equals(intent);
  }

  /// The same after something was decided.
  Moment after(Conversation decided) {
    return new Moment(decided, message, meaning, circumstances, directory, prompts);
  }

  /// A prompt in the form of the channel: to read or to hear.
  String say(Prompt prompt) {
    return say(prompt, Map.of());
  }

  String say(Prompt prompt, Map<String, String> values) {
    return isCall() ? prompts.speech(prompt, values) : prompts.text(prompt, values);
  }

  /// The fixed reply to a danger of this kind.
  String sayRisk(String kind, Map<String, String> values) {
    return isCall() ? prompts.riskSpeech(kind, values) : prompts.risk(kind, values);
  }

  /// The numbers of that reply once more, for the ear.
  String sayNumbers(String kind, Map<String, String> values) {
    return prompts.riskNumbers(kind, values);
  }

  /// When something begins, as people say or write it: `on Monday at 9am`, `Mon 9am`.
  String when(LocalDateTime at) {
    LocalDate today = circumstances.now().toLocalDate();
    return isCall() ? OpeningWords.spoken(at, today) : OpeningWords.moment(at, today);
  }

  boolean isCall() {
    return message.channel() == Channel.VOICE;
  }

  boolean teamIsOpen() {
    return circumstances.team().isOpen();
  }
}
