package org.carersignpost.knowledge.gate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// What may stand in the braces of prompts: which the service fills, and the longest that can come
/// there.
final class Fillings {
  private static final String RISK = "risk.";
  private static final String NUMBERS = "numbers.";
  private static final String REPLY = "reply.";

  /// Braces, with or without their partners.
  private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

  private static final Set<String> COUNCILS = Set.of("adults", "children");
  private static final Set<String> STAFF = Set.of("name", "team", "place");

  /// Every other prompt is said as it is written.
  private static final Map<Prompt, Set<String>> FILLED =
      Map.ofEntries(
          Map.entry(Prompt.ANSWER_NOTHING, COUNCILS),
          Map.entry(Prompt.MORE_NONE, COUNCILS),
          Map.entry(Prompt.PERSON_NO_MEMORY, COUNCILS),
          Map.entry(Prompt.UNCLEAR_SECOND, COUNCILS),
          Map.entry(Prompt.ANSWER_OUTSIDE, Set.of("place")),
          Map.entry(Prompt.ANSWER_OUTSIDE_COUNCIL, Set.of("place", "council")),
          Map.entry(Prompt.PLACE_WHICH, Set.of("place", "choices")),
          Map.entry(Prompt.PLACE_WHOSE, Set.of("choices")),
          Map.entry(Prompt.PLACE_THEIRS, Set.of("place", "council")),
          Map.entry(Prompt.PLACE_UNSETTLED, Set.of("place")),
          Map.entry(Prompt.PLACE_NOTED, Set.of("place")),
          Map.entry(Prompt.PLACE_NOTED_OUTSIDE, Set.of("place", "council")),
          Map.entry(Prompt.DETAILS_CHECKED, Set.of("date")),
          Map.entry(Prompt.CHECKED_DATE, Set.of("name", "date")),
          Map.entry(Prompt.CHECKED_OLD, Set.of("name", "date")),
          Map.entry(Prompt.CHECKED_UNKNOWN, Set.of("name")),
          Map.entry(Prompt.PERSON_CLOSED, Set.of("when")),
          Map.entry(Prompt.RISK_NEXT_CLOSED, Set.of("when")),
          Map.entry(Prompt.UNCLEAR_WHICH, Set.of("first", "second")),
          Map.entry(Prompt.ALARM_CRISIS, Set.of("minutes", "url")),
          Map.entry(Prompt.SPOKEN_OPEN, Set.of("when")),
          Map.entry(Prompt.SPOKEN_CLOSED, Set.of("when")),
          Map.entry(Prompt.SPOKEN_HOURS, Set.of("words")),
          Map.entry(Prompt.SPOKEN_NUMBER, Set.of("number")),
          Map.entry(Prompt.SPOKEN_NUMBER_AGAIN, Set.of("number")),
          Map.entry(Prompt.SPOKEN_TEXT_NUMBER, Set.of("number")),
          Map.entry(Prompt.SPOKEN_NO_NUMBER, Set.of("address")),
          Map.entry(Prompt.CALL_ASK_PRESS, Set.of("label", "key")),
          Map.entry(Prompt.CALL_CONFIRM_PLACE, Set.of("place")),
          Map.entry(Prompt.CALL_CONFIRM_NEED, Set.of("topic")),
          Map.entry(Prompt.CALL_UNREACHED_CLOSED, Set.of("when")),
          Map.entry(Prompt.CALL_BACK_DONE, Set.of("times")),
          Map.entry(Prompt.CALL_BACK_DONE_LATER, Set.of("when", "times")),
          Map.entry(Prompt.CALL_WAIT_PLACE, Set.of("place")),
          Map.entry(Prompt.CALL_WHISPER, Set.of("about")),
          Map.entry(Prompt.CALL_WHISPER_DANGER, Set.of("about")));

  private final Map<String, Set<String>> filled = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, String> spoken = new HashMap<>();

  Fillings(Draft draft) {
    FILLED.forEach((prompt, names) -> filled.put(prompt.key(), names));
    String council = longest(waysIn(draft).map(slug -> nameAndNumber(draft, slug)));
    String topic = longest(draft.taxonomy().topics().stream().map(Taxonomy.Topic::label));
    String area = longest(draft.areas().all().stream().map(Areas.Area::name));
    written.put("adults", council);
    written.put("children", council);
    written.put("name", longest(names(draft)));
    written.put("place", longest(draft.places().all().map(Place::name)));
    written.put("council", longest(draft.places().all().map(Place::council)));
    written.put("choices", "1 %s, 2 %s, 3 %s".formatted(area, area, area));
    written.put("first", topic);
    written.put("second", topic);
    written.put("topic", topic);
    written.put("label", topic);
    written.put("key", "9");
    written.put("when", "Wed 30 Dec 12.30pm");
    written.put("date", "September 2026");
    written.put("number", "0808 2000 247");
    written.put("words", "weekdays, daytime, and Saturday");
    written.put("address", "www.carers.example.org/help");
    written.put("times", "in the afternoon");
    written.put("about", topic + ", " + area);
    // Of the operator and the staff; the space that the usual ones need.
    written.put("minutes", "120");
    written.put("url", "https://carer-signpost.council.example.org/console");
    written.put("team", "the carers' team");
    spoken.putAll(written);
    spoken.put("when", "on Wednesday 30 December at 12.30pm");
  }

  /// Of services, and of a staff member.
  private static Stream<String> names(Draft draft) {
    return Stream.concat(
        Stream.of("Christina Featherstone"),
        draft.services().stream().map(ServiceRecord::alternateName));
  }

  private static Stream<String> waysIn(Draft draft) {
    return draft.areas().all().stream()
        .flatMap(area -> Stream.concat(area.adults().stream(), area.children().stream()));
  }

  private static String nameAndNumber(Draft draft, String slug) {
    return draft
        .service(slug)
        .map(service ->
            service.alternateName()
                + " "
                + longest(
                    service.phones().stream()
                        .filter(phone -> phone.type() == Phone.Type.VOICE)
                        .flatMap(phone -> PhoneNumbers.parse(phone.number()).stream())
                        .map(PhoneNumbers.UkNumber::reading)))
        .orElse("");
  }

  private static String longest(Stream<String> texts) {
    return texts.max(Comparator.comparingInt(Gsm7::septets)).orElse("");
  }

  /// The text message at its longest.
  String written(String text) {
    return fill(text, written);
  }

  /// What is said at its longest.
  String spoken(String speech) {
    return fill(speech, spoken);
  }

  /// Braces in a prompt that nobody would fill, such as `{palce}`; at most as many as it has.
  List<String> unfilled(String key, String words) {
    Set<String> known = filled(key);
    return BRACES
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(braces -> known.stream().noneMatch(name -> braces.equals("{" + name + "}")))
        .toList();
  }

  /// What a prompt may have in braces.
  Set<String> filled(String key) {
    if (filled.containsKey(key)) {
      return filled.getOrDefault(key, Set.of());
    }
    if (key.startsWith(RISK) || key.startsWith(NUMBERS)) {
      return COUNCILS;
    }
    return key.startsWith(REPLY) ? STAFF : Set.of();
  }

  private static String fill(String words, Map<String, String> values) {
    String filled = words;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
