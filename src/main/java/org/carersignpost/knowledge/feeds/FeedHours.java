package org.carersignpost.knowledge.feeds;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.Schedule;
import org.carersignpost.knowledge.files.ServiceRecords;
import tools.jackson.databind.JsonNode;

/// The hours of one service: those of its site before its own, those of the building last. An entry
/// that makes no sense is told in its own words, or not at all.
///
/// Times are local, whatever offset a feed adds to them.
final class FeedHours {
  private static final int MOST = 60;
  private static final int LONGEST_TEXT = 120;
  private static final int MOST_DAYS_OF_EXCEPTION = 31;
  private static final int MOST_PARTS_OF_EXCEPTION = 3;
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern TIME =
      Pattern.compile(
          "([01]?[0-9]|2[0-4])[:.]([0-5][0-9])(?::[0-5][0-9](?:\\.[0-9]+)?)?(?:Z|[+-][0-9:]{2,5})?");
  private static final Pattern WHOLE_DAY = Pattern.compile("[A-Z]+DAY");

  private final UUID service;
  private final Notes notes;

  FeedHours(UUID service, Notes notes) {
    this.service = service;
    this.notes = notes;
  }

  List<Schedule> of(JsonNode tree) {
    List<JsonNode> sites = Fields.objects(tree, "service_at_locations");
    List<List<Schedule>> atSites =
        sites.stream().map(this::read).filter(hours -> !hours.isEmpty()).distinct().toList();
    List<Schedule> own = read(tree);
    List<Schedule> chosen = chosen(atSites, own, sites);
    List<Schedule> all = new ArrayList<>(chosen);
    if (sites.size() <= 1) {
      // Closed is closed, whichever level says so.
      Stream.of(own, atSites.stream().flatMap(List::stream).toList(), buildings(sites))
          .flatMap(List::stream)
          .filter(FeedHours::isException)
          .filter(entry -> !all.contains(entry))
          .forEach(all::add);
    }
    return all.stream().limit(MOST).toList();
  }

  private List<Schedule> chosen(
      List<List<Schedule>> atSites, List<Schedule> own, List<JsonNode> sites) {
    if (atSites.size() == 1 && (sites.size() == 1 || own.isEmpty())) {
      return atSites.getFirst();
    }
    if (!own.isEmpty()) {
      return own;
    }
    if (atSites.size() > 1) {
      return List.of(inWords("Hours differ from place to place."));
    }
    return sites.size() == 1 ? buildings(sites) : List.of();
  }

  private List<Schedule> buildings(List<JsonNode> sites) {
    return sites.stream().flatMap(site -> read(site.path("location")).stream()).toList();
  }

  private List<Schedule> read(JsonNode tree) {
    return Fields.objects(tree, "schedules").stream()
        .flatMap(entry -> entry(entry).stream())
        .distinct()
        .limit(MOST)
        .toList();
  }

  private List<Schedule> entry(JsonNode entry) {
    Optional<String> words = PlainText.texted(Fields.text(entry, "description"), LONGEST_TEXT);
    List<Schedule> read = read(entry, words);
    List<Schedule> sensible = read.stream().filter(ServiceRecords::makesSense).toList();
    if (sensible.size() == read.size()) {
      return sensible;
    }
    notes.add("hours that make no sense");
    return words.map(text -> List.of(inWords(text))).orElse(List.of());
  }

  private List<Schedule> read(JsonNode entry, Optional<String> words) {
    Optional<LocalDate> from = Fields.date(entry, "valid_from");
    Optional<LocalDate> to = Fields.date(entry, "valid_to");
    Optional<String> byday =
        Fields.text(entry, "byday").map(FeedHours::days).filter(d -> !d.isEmpty());
    String frequency = Fields.text(entry, "freq").orElse("").toUpperCase(Locale.ROOT);
    Optional<LocalTime> opens = time(entry, "opens_at", false);
    Optional<LocalTime> closes = time(entry, "closes_at", true);
    boolean wholeDay = opens.equals(Optional.of(LocalTime.MIN)) && closes.equals(opens);
    Optional<LocalTime> ends = wholeDay ? Optional.of(LocalTime.of(23, 59)) : closes;
    return switch (frequency) {
      case "DAILY" ->
          List.of(
              recurring(
                  entry,
                  Schedule.Freq.WEEKLY,
                  Optional.of(String.join(",", DAYS)),
                  opens,
                  ends,
                  words));
      case "WEEKLY" -> List.of(recurring(entry, Schedule.Freq.WEEKLY, byday, opens, ends, words));
      case "MONTHLY" -> List.of(recurring(entry, Schedule.Freq.MONTHLY, byday, opens, ends, words));
      case "" ->
          byday.isPresent()
              ? List.of(recurring(entry, Schedule.Freq.WEEKLY, byday, opens, ends, words))
              : from.isPresent() && to.isPresent()
                  ? exception(from.get(), to.get(), opens, ends, words)
                  : words.map(text -> List.of(inWords(text))).orElse(List.of());
      default -> words.map(text -> List.of(inWords(text))).orElse(List.of());
    };
  }

  private Schedule recurring(
      JsonNode entry,
      Schedule.Freq freq,
      Optional<String> byday,
      Optional<LocalTime> opens,
      Optional<LocalTime> closes,
      Optional<String> words) {
    int interval = Fields.wholeNumber(entry, "interval").orElse(1);
    boolean weekly = freq == Schedule.Freq.WEEKLY;
    boolean inWordsOnly = !weekly || interval > 1 || opens.isEmpty();
    Optional<String> told =
        words.or(() -> inWordsOnly ? Optional.of(pattern(weekly, interval)) : Optional.empty());
    return new Schedule(
        id(entry.toString()),
        Fields.date(entry, "valid_from"),
        Fields.date(entry, "valid_to"),
        interval > 1
            ? Fields.date(entry, "dtstart").or(() -> Fields.date(entry, "valid_from"))
            : Optional.empty(),
        Optional.of(freq),
        interval == 1 ? Optional.empty() : Optional.of(interval),
        byday,
        weekly
            ? Optional.empty()
            : Fields.text(entry, "bymonthday").map(days -> days.replace(" ", "")),
        opens,
        closes,
        told,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String pattern(boolean weekly, int interval) {
    if (interval > 1) {
      return "Every %d %s; ask for the dates.".formatted(interval, weekly ? "weeks" : "months");
    }
    return weekly ? "Ask for the times." : "Once a month; ask for the dates.";
  }

  /// A long closure becomes several entries, because each may be of a month only.
  private List<Schedule> exception(
      LocalDate from,
      LocalDate to,
      Optional<LocalTime> opens,
      Optional<LocalTime> closes,
      Optional<String> words) {
    List<Schedule> parts = new ArrayList<>();
    LocalDate first = from;
    while (!first.isAfter(to) && parts.size() < MOST_PARTS_OF_EXCEPTION) {
      LocalDate end = first.plusDays(MOST_DAYS_OF_EXCEPTION - 1L);
      LocalDate last = end.isAfter(to) ? to : end;
      parts.add(
          new Schedule(
              id("" + first + last + opens + closes),
              Optional.of(first),
              Optional.of(last),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              opens,
              closes,
              words,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
      first = last.plusDays(1);
    }
    return parts;
  }

  private Schedule inWords(String words) {
    Optional<LocalDate> day = Optional.empty();
    Optional<LocalTime> time = Optional.empty();
    Optional<String> none = Optional.empty();
    return new Schedule(
        id(words),
        day,
        day,
        day,
        Optional.empty(),
        Optional.empty(),
        none,
        none,
        time,
        time,
        Optional.of(words),
        none,
        none,
        none,
        Optional.empty());
  }

  private UUID id(String words) {
    return Ids.made(service.toString(), "schedule", words);
  }

  private static boolean isException(Schedule schedule) {
    return schedule.freq().isEmpty()
        && schedule.validFrom().isPresent()
        && schedule.validTo().isPresent();
  }

  /// `monday, TU` becomes `MO,TU`; each day once.
  private static String days(String written) {
    return Stream.of(written.toUpperCase(Locale.ROOT).split("[,;\\s]+"))
        .map(day -> WHOLE_DAY.matcher(day).matches() ? day.substring(0, 2) : day)
        .filter(day -> !day.isEmpty())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static Optional<LocalTime> time(JsonNode entry, String name, boolean end) {
    return Fields.text(entry, name)
        .map(TIME::matcher)
        .filter(Matcher::matches)
        .flatMap(m -> {
          int hour = Integer.parseInt(m.group(1));
          int minute = Integer.parseInt(m.group(2));
          if (hour == 24) {
            return end ? Optional.of(LocalTime.of(23, 59)) : Optional.empty();
          }
          try {
            return Optional.of(LocalTime.of(hour, minute));
          } catch (DateTimeException e) {
            return Optional.empty();
          }
        });
  }
}
