package org.carersignpost.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Asks which place is meant, or whose it is, and hears the answer: by number or by name.
///
/// Each is asked once only, after the best answer, and only where another place would be answered
/// otherwise. Without an answer the place stays as it was named.
public final class PlaceQuestion {
  /// Nobody keeps more in mind.
  private static final int MOST_CHOICES = 3;

  /// Between the names of two places; no name holds it.
  private static final String BETWEEN = " / ";

  private PlaceQuestion() {}

  /// What the numbers 1, 2, ... stand for while such a question is open; otherwise none.
  public static List<String> choices(Conversation conversation) {
    return conversation
        .question()
        .map(question ->
            switch (question) {
              case WHICH_PLACE -> areas(conversation.slots());
              case WHOSE_PLACE -> names(conversation.slots());
              case PLACE, PERSON, READING -> List.<String>of();
            })
        .orElse(List.of());
  }

  private static List<String> areas(Slots slots) {
    return slots.place().map(Place::areas).orElse(List.of()).stream().limit(MOST_CHOICES).toList();
  }

  private static List<String> names(Slots slots) {
    return Stream.concat(slots.place().stream(), slots.otherPlace().stream())
        .map(Place::name)
        .toList();
  }

  /// A question about the places named, and what it says.
  record Asking(Conversation.Question question, String places, String words) {}

  /// The question which of the places called so is meant, unless it was asked.
  static Optional<Asking> which(Moment moment, Place place) {
    return asking(
        moment,
        Conversation.Question.WHICH_PLACE,
        place.name(),
        moment.say(
            Prompt.PLACE_WHICH,
            Map.of(
                "place", place.name(), "choices", numbered(areas(moment.conversation().slots())))));
  }

  /// The question in which of two places the person cared for lives, unless it was asked.
  static Optional<Asking> whose(Moment moment) {
    List<String> names = names(moment.conversation().slots());
    return asking(
        moment,
        Conversation.Question.WHOSE_PLACE,
        String.join(BETWEEN, names),
        moment.say(Prompt.PLACE_WHOSE, Map.of("choices", numbered(names))));
  }

  /// The question where the person cared for lives, when only the carer's place outside is known,
  /// unless it was asked.
  static Optional<Asking> theirs(Moment moment, Place carers) {
    String council = carers.council().isEmpty() ? "the council there" : carers.council();
    return asking(
        moment,
        Conversation.Question.PLACE,
        carers.name(),
        moment.say(Prompt.PLACE_THEIRS, Map.of("place", carers.name(), "council", council)));
  }

  private static Optional<Asking> asking(
      Moment moment, Conversation.Question question, String places, String words) {
    return moment.conversation().placesAsked().equals(Optional.of(places))
        ? Optional.empty()
        : Optional.of(new Asking(question, places, words));
  }

  /// `1 Hart, 2 Fareham`
  private static String numbered(List<String> choices) {
    return IntStream.range(0, choices.size())
        .mapToObj(i -> (i + 1) + " " + choices.get(i))
        .collect(Collectors.joining(", "));
  }

  /// What is known once the open question is answered; empty when this is no answer to it.
  static Optional<Slots> answered(Moment moment) {
    Conversation conversation = moment.conversation();
    Optional<String> asked = conversation.placesAsked();
    boolean isNewNeed = moment.meaning().intent() instanceof Intent.Find;
    if (conversation.question().isEmpty() || asked.isEmpty() || isNewNeed) {
      return Optional.empty();
    }
    return switch (conversation.question().get()) {
      case WHICH_PLACE -> area(moment, asked.get()).map(place -> slots(moment, place));
      case WHOSE_PLACE -> home(moment, asked.get());
      case PLACE -> same(moment);
      case PERSON, READING -> Optional.empty();
    };
  }

  /// "Yes": the person cared for lives where the carer does.
  private static Optional<Slots> same(Moment moment) {
    Slots slots = moment.conversation().slots();
    return slots
        .carersPlace()
        .filter(_ -> slots.place().isEmpty() && moment.is(Intent.Talk.AFFIRM))
        .map(place -> slots.at(place, Optional.empty()));
  }

  private static Slots slots(Moment moment, Place place) {
    Slots slots = moment.conversation().slots();
    return slots.at(place, slots.carersPlace());
  }

  /// The number of the choice, from 0, if one was made.
  private static Optional<Integer> chosen(Moment moment) {
    int number = moment.is(Intent.Talk.CHOOSE) ? moment.meaning().choice().orElse(0) : 0;
    return number >= 1 && number <= choices(moment.conversation()).size()
        ? Optional.of(number - 1)
        : Optional.empty();
  }

  private static Optional<Place> area(Moment moment, String asked) {
    Optional<Integer> chosen = chosen(moment);
    if (chosen.isPresent()) {
      return moment
          .conversation()
          .slots()
          .place()
          .map(place -> narrowed(moment, place, place.areas().get(chosen.get())));
    }
    return moment
        .directory()
        .place(asked)
        .flatMap(place ->
            place.areas().stream()
                .filter(area -> isSaid(moment, area))
                .findFirst()
                .map(area -> narrowed(moment, place, area)));
  }

  /// "Hart", "the Hart one", but also "Fleet" or "RG27", which lie in Hart.
  private static boolean isSaid(Moment moment, String area) {
    String said = moment.message().utterance().toLowerCase(Locale.ROOT);
    return said.contains(area.toLowerCase(Locale.ROOT))
        || moment.meaning().slots().place().filter(p -> p.areas().contains(area)).isPresent();
  }

  private static Place narrowed(Moment moment, Place place, String area) {
    return moment
        .directory()
        .place(place.name() + " in " + area)
        .orElseGet(() -> new Place(place.name(), List.of(area), place.kind(), place.council()));
  }

  private static Optional<Slots> home(Moment moment, String asked) {
    Slots slots = moment.conversation().slots();
    Optional<Place> said = moment.meaning().slots().place();
    if (said.isPresent()) {
      String name = said.get().name();
      return List.of(asked.split(BETWEEN)).contains(name)
          ? Optional.of(slots.at(said.get(), moment.directory().place(other(asked, name))))
          : Optional.empty();
    }
    return chosen(moment)
        .flatMap(number ->
            number == 0
                ? slots.place().map(place -> slots.at(place, slots.otherPlace()))
                : slots.otherPlace().map(place -> slots.at(place, slots.place())));
  }

  private static String other(String asked, String name) {
    return List.of(asked.split(BETWEEN)).stream()
        .filter(place -> !place.equals(name))
        .findFirst()
        .orElse("");
  }
}
