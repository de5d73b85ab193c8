package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether schedules make sense, one by one.
final class ScheduleChecks {
  private static final int MOST = 60;
  private static final String DAY = "(?:MO|TU|WE|TH|FR|SA|SU)";
  private static final Pattern DAYS = Pattern.compile(DAY + "(?:," + DAY + ")*");
  private static final Pattern MONTH_DAYS =
      Pattern.compile("(?:[+-]?[1-5])?" + DAY + "(?:,(?:[+-]?[1-5])?" + DAY + ")*");
  private static final Pattern DATES_OF_MONTH =
      Pattern.compile("-?(?:[12]?[1-9]|[123]0|31)(?:,-?(?:[12]?[1-9]|[123]0|31))*");

  private final Faults faults;

  ScheduleChecks(Faults faults) {
    this.faults = faults;
  }

  /// Checks a list of schedules.
  ///
  /// @param field where it is, such as `phones[0].schedules`
  void check(String field, List<Schedule> schedules) {
    if (schedules.size() > MOST) {
      faults.add(field, "has %d entries, at most %d fit".formatted(schedules.size(), MOST));
    }
    for (int i = 0; i < schedules.size(); i++) {
      check(field + "[" + i + "].", schedules.get(i));
    }
  }

  private void check(String at, Schedule schedule) {
    times(at, schedule);
    dates(at, schedule);
    if (schedule.bankHolidays().equals(Optional.of(Schedule.OnBankHolidays.ONLY))) {
      if (schedule.freq().isPresent() || schedule.byday().isPresent()) {
        faults.add(at + "bank_holidays", "is only, so freq and byday must be left out");
      }
      if (schedule.opensAt().isEmpty()) {
        faults.add(at + "opens_at", "is missing: hours on bank holidays only need times");
      }
      return;
    }
    schedule.freq().ifPresentOrElse(freq -> pattern(at, schedule, freq), () -> once(at, schedule));
  }

  private void times(String at, Schedule schedule) {
    if (schedule.opensAt().isPresent() != schedule.closesAt().isPresent()) {
      String missing = schedule.opensAt().isPresent() ? "closes_at" : "opens_at";
      faults.add(at + missing, "is missing: give both times or neither");
    } else if (schedule.opensAt().isPresent() && schedule.opensAt().equals(schedule.closesAt())) {
      faults.add(at + "closes_at", "is when it opens; a whole day is 00:00 to 23:59");
    }
  }

  private void dates(String at, Schedule schedule) {
    Optional<LocalDate> from = schedule.validFrom();
    if (schedule.validTo().filter(to -> from.filter(to::isBefore).isPresent()).isPresent()) {
      faults.add(at + "valid_to", "is before valid_from");
    }
  }

  private void pattern(String at, Schedule schedule, Schedule.Freq freq) {
    boolean weekly = freq == Schedule.Freq.WEEKLY;
    Pattern days = weekly ? DAYS : MONTH_DAYS;
    schedule
        .byday()
        .filter(byday -> !days.matcher(byday).matches() || hasRepeats(byday))
        .ifPresent(
            byday -> faults.add(at + "byday", byday + " is not a list of days such as MO,TU"));
    schedule
        .bymonthday()
        .filter(dates -> weekly || !DATES_OF_MONTH.matcher(dates).matches())
        .ifPresent(dates ->
            faults.add(
                at + "bymonthday", dates + " is not a list of days of the month, or not monthly"));
    if (schedule.byday().isEmpty() && (weekly || schedule.bymonthday().isEmpty())) {
      faults.add(at + "byday", "is missing");
    }
    int interval = schedule.interval().orElse(1);
    if (interval < 1) {
      faults.add(at + "interval", "must be at least 1");
    }
    if (interval > 1 && schedule.dtstart().isEmpty()) {
      faults.add(at + "dtstart", "is missing: which week or month does it begin with?");
    }
    boolean timesKnown = schedule.opensAt().isPresent() || schedule.closesAt().isPresent();
    boolean inWordsOnly = !weekly || interval > 1 || !timesKnown;
    if (inWordsOnly && schedule.description().isEmpty()) {
      faults.add(at + "description", "is missing: such hours are told in words only");
    }
  }

  private void once(String at, Schedule schedule) {
    if (schedule.byday().isPresent() || schedule.bymonthday().isPresent()) {
      faults.add(at + "freq", "is missing: days need WEEKLY or MONTHLY");
    } else if (Schedules.isException(schedule)) {
      LocalDate last =
          schedule.validFrom().orElseThrow().plusDays(Schedules.MOST_DAYS_OF_EXCEPTION - 1L);
      if (schedule.validTo().orElseThrow().isAfter(last)) {
        faults.add(
            at + "valid_to",
            "is too late: days of exception are at most " + Schedules.MOST_DAYS_OF_EXCEPTION);
      }
    } else if (schedule.opensAt().isPresent()) {
      faults.add(at + "freq", "is missing: on which days do these times hold?");
    } else if (schedule.description().isEmpty()) {
      faults.add(at + "description", "is missing: the entry says nothing");
    }
  }

  private static boolean hasRepeats(String byday) {
    String[] codes = byday.split(",");
    return Arrays.stream(codes).distinct().count() != codes.length;
  }
}
