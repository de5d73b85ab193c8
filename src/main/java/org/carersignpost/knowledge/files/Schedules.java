package org.carersignpost.knowledge.files;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.OpeningHours;
import org.carersignpost.dialogue.OpeningHours.BankHolidays;
import org.carersignpost.dialogue.OpeningHours.Block;
import org.carersignpost.dialogue.OpeningHours.Span;
import org.carersignpost.dialogue.OpeningState;

/// What the schedules of a service or of a phone mean.
///
/// - With `freq` WEEKLY and times: hours on those days of the week. Without times: the days are
///   known, the hours not.
/// - With `bank_holidays` only: hours on bank holidays, whatever the day.
/// - Without `freq` and with both `valid_from` and `valid_to`: what holds instead on those dates;
///   without times, closed.
/// - Anything else, such as monthly patterns: known in words only.
///
/// Times are local to the service. After `valid_to` nothing is known: the hours need checking,
/// which is not closed.
public final class Schedules {
  /// What is said of hours whose time has run out.
  static final String NEED_CHECKING = "The opening hours need checking.";

  /// Days of exception reach no further than this, so that a wrong year cannot fill the memory.
  static final int MOST_DAYS_OF_EXCEPTION = 31;

  private static final Map<String, DayOfWeek> DAYS =
      Map.of(
          "MO", DayOfWeek.MONDAY,
          "TU", DayOfWeek.TUESDAY,
          "WE", DayOfWeek.WEDNESDAY,
          "TH", DayOfWeek.THURSDAY,
          "FR", DayOfWeek.FRIDAY,
          "SA", DayOfWeek.SATURDAY,
          "SU", DayOfWeek.SUNDAY);

  private Schedules() {}

  /// The hours that hold on a day, as far as they are known then.
  public static OpeningHours openingHours(List<Schedule> schedules, LocalDate today) {
    List<Schedule> current = schedules.stream().filter(s -> holdsOn(s, today)).toList();
    Set<String> words = new LinkedHashSet<>();
    current.stream()
        .filter(schedule -> !isException(schedule) && schedule.opensAt().isEmpty())
        .forEach(schedule -> schedule.description().ifPresent(words::add));
    if (schedules.stream().anyMatch(schedule -> hasRunOut(schedule, current, today))) {
      return new OpeningHours(List.of(), Map.of(), NEED_CHECKING);
    }
    List<Block> blocks = new ArrayList<>();
    current.forEach(schedule -> block(schedule).ifPresent(blocks::add));
    if (blocks.isEmpty()) {
      return new OpeningHours(List.of(), Map.of(), String.join(", ", words));
    }
    return new OpeningHours(blocks, exceptions(schedules, today), String.join(", ", words));
  }

  /// Whether it is open at a local time; an opening on a day that the hours are not known for is
  /// not told.
  ///
  /// @param bankHolidays the bank holidays that are known
  public static OpeningState stateAt(
      List<Schedule> schedules, LocalDateTime now, Set<LocalDate> bankHolidays) {
    LocalDate today = now.toLocalDate();
    OpeningState state = openingHours(schedules, today).at(now, bankHolidays);
    boolean told =
        !(state instanceof OpeningState.Closed(LocalDateTime opensAt))
            || opensAt.toLocalDate().isBefore(firstDayNotKnown(schedules, today));
    return told ? state : new OpeningState.Unknown(NEED_CHECKING);
  }

  /// The day after the first `valid_to`, or the first day of hours that are to come, whichever is
  /// sooner.
  private static LocalDate firstDayNotKnown(List<Schedule> schedules, LocalDate today) {
    return schedules.stream()
        .filter(schedule -> !isException(schedule))
        .flatMap(schedule ->
            Stream.concat(
                schedule.validTo().stream().map(day -> day.plusDays(1)),
                schedule.validFrom().stream()))
        .filter(today::isBefore)
        .min(LocalDate::compareTo)
        .orElse(LocalDate.MAX);
  }

  static boolean isException(Schedule schedule) {
    return schedule.freq().isEmpty()
        && schedule.bankHolidays().isEmpty()
        && schedule.validFrom().isPresent()
        && schedule.validTo().isPresent();
  }

  private static boolean holdsOn(Schedule schedule, LocalDate day) {
    return schedule.validFrom().filter(day::isBefore).isEmpty()
        && schedule.validTo().filter(day::isAfter).isEmpty();
  }

  /// Whether it held once, does not any more, and other hours on its days have not taken its place.
  private static boolean hasRunOut(Schedule old, List<Schedule> current, LocalDate today) {
    if (isException(old) || old.validTo().filter(today::isAfter).isEmpty()) {
      return false;
    }
    Set<DayOfWeek> days = daysOf(old);
    current.stream().filter(s -> !isException(s)).forEach(s -> days.removeAll(daysOf(s)));
    boolean replaced = current.stream().anyMatch(s -> !isException(s));
    return !replaced || !days.isEmpty();
  }

  private static Optional<Block> block(Schedule schedule) {
    boolean only = schedule.bankHolidays().equals(Optional.of(Schedule.OnBankHolidays.ONLY));
    boolean weekly =
        schedule.freq().equals(Optional.of(Schedule.Freq.WEEKLY))
            && schedule.interval().orElse(1) == 1;
    if (!only && !weekly) {
      return Optional.empty();
    }
    BankHolidays policy =
        schedule
            .bankHolidays()
            .map(given ->
                switch (given) {
                  case OPEN -> BankHolidays.OPEN;
                  case CLOSED -> BankHolidays.CLOSED;
                  case ONLY -> BankHolidays.ONLY;
                })
            .orElse(BankHolidays.UNKNOWN);
    Optional<Span> span = span(schedule);
    return Optional.of(
        new Block(daysOf(schedule), span.orElse(Span.ALL_DAY), policy, span.isPresent()));
  }

  private static Optional<Span> span(Schedule schedule) {
    Optional<LocalTime> closes = schedule.closesAt();
    return schedule.opensAt().flatMap(opens -> closes.map(end -> new Span(opens, end)));
  }

  /// The days of the week it starts on; a new set.
  private static Set<DayOfWeek> daysOf(Schedule schedule) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (schedule.freq().equals(Optional.of(Schedule.Freq.WEEKLY))) {
      for (String code : schedule.byday().orElse("").split(",")) {
        Optional.ofNullable(DAYS.get(code)).ifPresent(days::add);
      }
    }
    return days;
  }

  private static Map<LocalDate, List<Span>> exceptions(List<Schedule> schedules, LocalDate today) {
    Map<LocalDate, List<Span>> exceptions = new HashMap<>();
    for (Schedule schedule : schedules) {
      if (!isException(schedule)) {
        continue;
      }
      LocalDate last = schedule.validTo().orElseThrow();
      LocalDate day = schedule.validFrom().orElseThrow();
      for (int i = 0; i < MOST_DAYS_OF_EXCEPTION && !day.isAfter(last); i++) {
        List<Span> spans = exceptions.computeIfAbsent(day, _ -> new ArrayList<>());
        span(schedule).ifPresent(spans::add);
        day = day.plusDays(1);
      }
    }
    // Yesterday is kept: its night may run into today.
    exceptions.keySet().removeIf(day -> day.isBefore(today.minusDays(1)));
    return exceptions;
  }
}
