package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The same answers for the ear: one service at a time, in short sentences, its number twice.
final class SpokenAnswer {
  private SpokenAnswer() {}

  /// What a service does, whether it is open, and its number twice.
  ///
  /// @param closing a sentence about the answer as a whole, if there is one
  static Answer service(Moment moment, Signpost service, Optional<String> closing) {
    List<String> sentences = new ArrayList<>();
    if (moment.meaning().distressed()) {
      sentences.add(moment.say(Prompt.ANSWER_KINDNESS));
    }
    sentences.addAll(about(moment, service));
    closing.ifPresent(sentences::add);
    return new Answer(String.join(" ", sentences), List.of(service.id()));
  }

  /// A guide's answer, and the first place to go with its number.
  static Answer guide(Moment moment, Guide guide) {
    List<String> sentences = new ArrayList<>();
    sentences.add(guide.spoken());
    Optional<Signpost> first = guide.services().stream().findFirst();
    first.ifPresent(service -> {
      sentences.add(service.name() + ".");
      sentences.addAll(contact(moment, service));
    });
    return new Answer(
        String.join(" ", sentences), first.map(Signpost::id).map(List::of).orElse(List.of()));
  }

  private static List<String> about(Moment moment, Signpost service) {
    List<String> sentences = new ArrayList<>();
    sentences.add(service.name() + ".");
    sentences.add(service.spoken());
    if (service.uncertain()) {
      sentences.add(moment.say(Prompt.SPOKEN_UNCHECKED));
    }
    sentences.addAll(contact(moment, service));
    return sentences;
  }

  private static List<String> contact(Moment moment, Signpost service) {
    List<String> sentences = new ArrayList<>();
    if (service.numbers().isEmpty()) {
      opening(moment, service.opening()).ifPresent(sentences::add);
      sentences.add(
          service
              .url()
              .or(service::email)
              .map(address -> moment.say(Prompt.SPOKEN_NO_NUMBER, Map.of("address", address)))
              .orElseGet(() -> moment.say(Prompt.SPOKEN_NO_ADDRESS)));
      return sentences;
    }
    ContactNumber number = service.numbers().getFirst();
    Map<String, String> its = Map.of("number", number.number());
    opening(moment, number.opening()).ifPresent(sentences::add);
    boolean isText = number.kind() == ContactNumber.Kind.TEXT;
    sentences.add(moment.say(isText ? Prompt.SPOKEN_TEXT_NUMBER : Prompt.SPOKEN_NUMBER, its));
    sentences.add(moment.say(Prompt.SPOKEN_NUMBER_AGAIN, its));
    if (number.charged()) {
      sentences.add(moment.say(Prompt.SPOKEN_CHARGED));
    } else if (number.free()) {
      sentences.add(moment.say(Prompt.SPOKEN_FREE));
    }
    return sentences;
  }

  private static Optional<String> opening(Moment moment, OpeningState state) {
    return switch (state) {
      case OpeningState.Always() -> Optional.of(moment.say(Prompt.SPOKEN_OPEN_ALWAYS));
      case OpeningState.Open(var closesAt) ->
          Optional.of(
              moment.say(
                  Prompt.SPOKEN_OPEN,
                  Map.of(
                      "when",
                      OpeningWords.spokenEnd(
                          closesAt, moment.circumstances().now().toLocalDate()))));
      case OpeningState.Closed(var opensAt) ->
          Optional.of(moment.say(Prompt.SPOKEN_CLOSED, Map.of("when", moment.when(opensAt))));
      case OpeningState.ClosedToday _ -> Optional.of(moment.say(Prompt.SPOKEN_CLOSED_TODAY));
      case OpeningState.Unknown(var words) ->
          words.isEmpty()
              ? Optional.empty()
              : Optional.of(moment.say(Prompt.SPOKEN_HOURS, Map.of("words", words)));
    };
  }
}
