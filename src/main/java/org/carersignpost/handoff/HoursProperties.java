package org.carersignpost.handoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.OpeningHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When the teams are at work, as an operator writes it under `signpost`.
///
/// @param bankHolidays the bank holidays everybody shares, such as `2026-12-25`
/// @param organisations the same organisations that the accounts belong to; of their teams only the
///   hours are read here
@ConfigurationProperties("signpost")
record HoursProperties(
    @DefaultValue List<LocalDate> bankHolidays,
    @DefaultValue List<OrganisationHours> organisations) {

  private static final String SPAN = "\\d\\d:\\d\\d-\\d\\d:\\d\\d";

  /// The teams of one organisation.
  record OrganisationHours(@DefaultValue List<WorkingHours> teams) {}

  /// When one team is at work.
  ///
  /// @param id the team's id
  /// @param blocks the weekly hours
  /// @param exceptions days on which other hours hold
  record WorkingHours(
      String id, @DefaultValue List<Block> blocks, @DefaultValue List<SpecialDay> exceptions) {
    private OpeningHours hours() {
      return new OpeningHours(
          blocks.stream().map(Block::blocks).flatMap(List::stream).toList(),
          exceptions.stream()
              .collect(
                  Collectors.toMap(
                      SpecialDay::date,
                      day -> day.spans().stream().map(HoursProperties::span).toList())),
          "");
    }
  }

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

  /// The hours by the ids of the teams.
  ///
  /// @throws IllegalArgumentException if a span is not written as it must be
  Map<String, TeamHours> byTeam() {
    Set<LocalDate> holidays = Set.copyOf(bankHolidays);
    return organisations.stream()
        .flatMap(organisation -> organisation.teams().stream())
        .collect(
            Collectors.toUnmodifiableMap(
                WorkingHours::id, team -> new TeamHours(team.hours(), holidays)));
  }

  private static OpeningHours.Span span(String written) {
    String span = written.strip();
    if (!span.matches(SPAN)) {
      throw new IllegalArgumentException(
          "A team's hours under signpost.organisations must look like 09:00-17:00, not like "
              + written);
    }
    String[] times = span.split("-", 2);
    return new OpeningHours.Span(LocalTime.parse(times[0]), LocalTime.parse(times[1]));
  }
}
