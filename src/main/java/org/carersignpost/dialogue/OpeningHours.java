package org.carersignpost.dialogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When somewhere is open, as weekly blocks, days of exception and what happens on bank holidays.
///
/// All times are local. A block that closes at or before it opens runs into the next day. What is
/// not known stays unknown: a day without a statement about bank holidays is [OpeningState.Unknown]
/// on one.
///
/// @param blocks the weekly blocks, at most 60
/// @param exceptions what holds instead on these dates; an empty list means closed all day
/// @param words what is known in words only, such as `weekdays, daytime`; may be empty
public record OpeningHours(
    List<Block> blocks, Map<LocalDate, List<Span>> exceptions, String words) {

  /// Nothing is known.
  public static final OpeningHours UNKNOWN = new OpeningHours(List.of(), Map.of(), "");

  /// Next openings and closings are looked for no further ahead than this.
  private static final int DAYS_AHEAD = 15;

  public OpeningHours {
    blocks = List.copyOf(blocks);
    exceptions = Map.copyOf(exceptions);
  }

  /// Part of a day, or of a day and the night after it.
  ///
  /// @param opens first minute
  /// @param closes first minute after; 23:59 and midnight both mean the end of the day
  public record Span(LocalTime opens, LocalTime closes) {
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /// The whole day.
    public static final Span ALL_DAY = new Span(LocalTime.MIDNIGHT, LAST_MINUTE);

    private LocalDateTime startOn(LocalDate day) {
      return day.atTime(opens);
    }

    private LocalDateTime endFrom(LocalDate day) {
      boolean nextDay = !closes.isAfter(opens) || closes.equals(LAST_MINUTE);
      LocalTime end = closes.equals(LAST_MINUTE) ? LocalTime.MIDNIGHT : closes;
      return (nextDay ? day.plusDays(1) : day).atTime(end);
    }
  }

  /// A span on certain days of the week.
  ///
  /// @param days which days it starts on; empty with [BankHolidays#ONLY]
  /// @param span the hours; the whole day where only the days are known
  /// @param bankHolidays what it does on a bank holiday
  /// @param timesKnown false when only the days are known
  public record Block(
      Set<DayOfWeek> days, Span span, BankHolidays bankHolidays, boolean timesKnown) {
    public Block {
      days = Set.copyOf(days);
    }
  }

  /// What a block does on a bank holiday.
  public enum BankHolidays {
    OPEN,
    CLOSED,
    /// It holds on bank holidays only, whatever the day.
    ONLY,
    UNKNOWN
  }

  private record Period(LocalDateTime start, LocalDateTime end) {
    boolean contains(LocalDateTime time) {
      return !time.isBefore(start) && time.isBefore(end);
    }
  }

  /// Whether it is open at a local time.
  ///
  /// @param now local time
  /// @param bankHolidays the bank holidays that are known
  public OpeningState at(LocalDateTime now, Set<LocalDate> bankHolidays) {
    LocalDate today = now.toLocalDate();
    if (blocks.isEmpty() && exceptions.isEmpty()) {
      return new OpeningState.Unknown(words);
    }
    boolean excepted = exceptions.containsKey(today);
    if (!excepted && blocks.stream().anyMatch(block -> !block.timesKnown)) {
      return daysOnlyState(today, bankHolidays);
    }
    if (!excepted && (unknownOn(today, bankHolidays) || unknownNightBefore(now, bankHolidays))) {
      return new OpeningState.Unknown(words);
    }
    List<Period> periods = merged(today, bankHolidays);
    for (Period period : periods) {
      if (period.contains(now)) {
        boolean endless = !period.end.isBefore(today.plusDays(DAYS_AHEAD - 1L).atStartOfDay());
        return endless ? new OpeningState.Always() : new OpeningState.Open(period.end);
      }
      if (period.start.isAfter(now)) {
        return new OpeningState.Closed(period.start);
      }
    }
    return new OpeningState.Unknown(words);
  }

  private OpeningState daysOnlyState(LocalDate today, Set<LocalDate> bankHolidays) {
    boolean mayBeOpen =
        blocks.stream().anyMatch(block -> block.days.contains(today.getDayOfWeek()));
    boolean holiday = bankHolidays.contains(today);
    boolean closed =
        !mayBeOpen
            || (holiday
                && blocks.stream().allMatch(block -> block.bankHolidays == BankHolidays.CLOSED));
    return closed ? new OpeningState.ClosedToday(words) : new OpeningState.Unknown(words);
  }

  private boolean unknownOn(LocalDate day, Set<LocalDate> bankHolidays) {
    return bankHolidays.contains(day)
        && !exceptions.containsKey(day)
        && blocks.stream().noneMatch(block -> block.bankHolidays == BankHolidays.ONLY)
        && blocks.stream()
            .anyMatch(block ->
                block.bankHolidays == BankHolidays.UNKNOWN
                    && block.days.contains(day.getDayOfWeek()));
  }

  /// A night that began on a bank holiday of which nothing is known may still be going on.
  private boolean unknownNightBefore(LocalDateTime now, Set<LocalDate> bankHolidays) {
    LocalDate yesterday = now.toLocalDate().minusDays(1);
    return unknownOn(yesterday, bankHolidays)
        && blocks.stream()
            .filter(block -> block.days.contains(yesterday.getDayOfWeek()))
            .anyMatch(block -> now.isBefore(block.span.endFrom(yesterday)));
  }

  private List<Period> merged(LocalDate today, Set<LocalDate> bankHolidays) {
    List<Period> periods = new ArrayList<>();
    for (int ahead = -1; ahead < DAYS_AHEAD; ahead++) {
      LocalDate day = today.plusDays(ahead);
      for (Span span : spansOn(day, bankHolidays)) {
        periods.add(new Period(span.startOn(day), span.endFrom(day)));
      }
    }
    periods.sort((a, b) -> a.start.compareTo(b.start));
    List<Period> merged = new ArrayList<>();
    for (Period period : periods) {
      Period last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && !period.start.isAfter(last.end)) {
        LocalDateTime end = period.end.isAfter(last.end) ? period.end : last.end;
        merged.set(merged.size() - 1, new Period(last.start, end));
      } else {
        merged.add(period);
      }
    }
    return merged;
  }

  private List<Span> spansOn(LocalDate day, Set<LocalDate> bankHolidays) {
    List<Span> exception = exceptions.get(day);
    if (exception != null) {
      return exception;
    }
    boolean holiday = bankHolidays.contains(day);
    return blocks.stream()
        .filter(block ->
            switch (block.bankHolidays) {
              case ONLY -> holiday;
              case CLOSED -> !holiday && block.days.contains(day.getDayOfWeek());
              // A holiday nothing is known of is not promised as an opening.
              case UNKNOWN -> !holiday && block.days.contains(day.getDayOfWeek());
              case OPEN -> block.days.contains(day.getDayOfWeek());
            })
        .map(Block::span)
        .toList();
  }
}
