package org.carersignpost.handoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.OpeningHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The team's hours as an operator writes them under `signpost.team`.
///
/// @param blocks the weekly hours
/// @param exceptions days on which other hours hold
@ConfigurationProperties("signpost.team")
record TeamProperties(@DefaultValue List<Block> blocks, @DefaultValue List<SpecialDay> exceptions) {

  private static final String SPAN = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";

  /// Hours on certain days of the week.
  ///
  /// @param days full English names, such as `monday`
  /// @param spans the hours on each of these days, such as `09:00-17:00`; one that closes at or
  ///   before it opens runs into the next day
  /// @param bankHolidays `closed` (the default), `open`, `only` or `unknown`
  record Block(
      List<DayOfWeek> days,
      List<String> spans,
      @DefaultValue("closed") OpeningHours.BankHolidays bankHolidays) {

    private List<OpeningHours.Block> blocks() {
      return spans.stream()
          .map(span -> new OpeningHours.Block(Set.copyOf(days), span(span), bankHolidays, true))
          .toList();
    }
  }

  /// One date and its hours; without hours the team is away all day.
  record SpecialDay(LocalDate date, @DefaultValue List<String> spans) {}

  /// The hours as the dialogue's type.
  ///
  /// @throws IllegalArgumentException if a span is not written as it must be
  OpeningHours hours() {
    return new OpeningHours(
        blocks.stream().map(Block::blocks).flatMap(List::stream).toList(),
        exceptions.stream()
            .collect(
                Collectors.toMap(
                    SpecialDay::date,
                    day -> day.spans().stream().map(TeamProperties::span).toList())),
        "");
  }

  private static OpeningHours.Span span(String written) {
    String span = written.strip();
    if (!span.matches(SPAN)) {
      throw new IllegalArgumentException(
          "Hours under signpost.team must look like 09:00-17:00, not like " + written);
    }
    String[] times = span.split("-", 2);
    return new OpeningHours.Span(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
  }
}
