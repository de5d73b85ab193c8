package org.carersignpost.transcripts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;

/// An interpretation as one line of a transcript, and back: `find_dementia; place=Alton@East
/// Hampshire; distressed`.
final class Meaning {
  private Meaning() {}

  static String write(Interpretation meaning) {
    List<String> parts = new ArrayList<>();
    parts.add(meaning.intent().id());
    meaning.risks().forEach(risk -> parts.add("risk=" + write(risk)));
    if (!meaning.topics().isEmpty()) {
      parts.add(
          "topics=" + String.join(", ", meaning.topics().stream().map(Meaning::write).toList()));
    }
    Slots slots = meaning.slots();
    slots.place().ifPresent(place -> parts.add("place=" + write(place)));
    slots.carersPlace().ifPresent(place -> parts.add("carers place=" + write(place)));
    slots.otherPlace().ifPresent(place -> parts.add("other place=" + write(place)));
    slots.relation().ifPresent(relation -> parts.add("relation=" + relation));
    slots.youngCarer().ifPresent(young -> parts.add("young=" + young));
    if (!slots.conditions().isEmpty()) {
      parts.add("conditions=" + String.join(", ", slots.conditions()));
    }
    meaning.choice().ifPresent(choice -> parts.add("choice=" + choice));
    if (meaning.distressed()) {
      parts.add("distressed");
    }
    if (!meaning.wishes().isEmpty()) {
      parts.add("wishes=" + String.join(", ", meaning.wishes().stream().map(Intent::id).toList()));
    }
    if (!meaning.readings().isEmpty()) {
      parts.add("readings=" + String.join(", ", meaning.readings()));
    }
    meaning.language().ifPresent(language -> parts.add("language=" + language));
    return String.join("; ", parts);
  }

  static Interpretation read(String line) {
    List<Risk> risks = new ArrayList<>();
    List<TopicScore> topics = new ArrayList<>();
    Slots slots = Slots.NONE;
    OptionalInt choice = OptionalInt.empty();
    boolean distressed = false;
    List<Intent.Talk> wishes = new ArrayList<>();
    List<String> readings = List.of();
    Optional<String> language = Optional.empty();
    String[] parts = line.split("; ");
    for (String part : List.of(parts).subList(1, parts.length)) {
      String value = part.substring(part.indexOf('=') + 1);
      switch (part.split("=", 2)[0]) {
        case "risk" -> risks.add(risk(value));
        case "topics" -> List.of(value.split(", ")).forEach(score -> topics.add(topic(score)));
        case "place" ->
            slots =
                slots.updatedBy(
                    new Slots(
                        Optional.of(place(value)), Optional.empty(), Optional.empty(), List.of()));
        case "carers place" ->
            slots = slots.updatedBy(elsewhere(Optional.of(place(value)), Optional.empty()));
        case "other place" ->
            slots = slots.updatedBy(elsewhere(Optional.empty(), Optional.of(place(value))));
        case "relation" ->
            slots =
                slots.updatedBy(
                    new Slots(Optional.empty(), Optional.of(value), Optional.empty(), List.of()));
        case "young" ->
            slots =
                slots.updatedBy(
                    new Slots(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Boolean.valueOf(value)),
                        List.of()));
        case "conditions" ->
            slots =
                slots.updatedBy(
                    new Slots(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(value.split(", "))));
        case "choice" -> choice = OptionalInt.of(Integer.parseInt(value));
        case "distressed" -> distressed = true;
        case "wishes" ->
            List.of(value.split(", "))
                .forEach(id -> wishes.add(Intent.Talk.valueOf(id.toUpperCase(Locale.ROOT))));
        case "readings" -> readings = List.of(value.split(", "));
        case "language" -> language = Optional.of(value);
        default -> throw new IllegalArgumentException("unknown part of a meaning: " + part);
      }
    }
    return new Interpretation(
        risks,
        Intent.of(parts[0]),
        1,
        topics,
        slots,
        choice,
        distressed,
        wishes,
        readings,
        language);
  }

  private static Slots elsewhere(Optional<Place> carers, Optional<Place> other) {
    return new Slots(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        carers,
        other,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String write(Risk risk) {
    return risk.level().name().toLowerCase(Locale.ROOT) + ":" + risk.kind() + ":" + risk.rule();
  }

  private static Risk risk(String text) {
    String[] parts = text.split(":");
    return new Risk(Risk.Level.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1], parts[2]);
  }

  /// Two decimals are enough to rank by, and steady between machines.
  private static String write(TopicScore score) {
    return String.format(Locale.ROOT, "%s:%.3f", score.topic(), score.probability());
  }

  private static TopicScore topic(String text) {
    String[] parts = text.split(":");
    return new TopicScore(parts[0], Double.parseDouble(parts[1]));
  }

  private static String write(Place place) {
    return place.name()
        + "@"
        + String.join("+", place.areas())
        + "@"
        + place.kind().name().toLowerCase(Locale.ROOT)
        + (place.council().isEmpty() ? "" : "@" + place.council());
  }

  private static Place place(String text) {
    String[] parts = text.split("@", -1);
    List<String> areas = parts[1].isEmpty() ? List.of() : List.of(parts[1].split("\\+"));
    Place.Kind kind = Place.Kind.valueOf(parts[2].toUpperCase(Locale.ROOT));
    return new Place(parts[0], areas, kind, parts.length > 3 ? parts[3] : "");
  }
}
