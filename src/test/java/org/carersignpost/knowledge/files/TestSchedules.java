package org.carersignpost.knowledge.files;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.carersignpost.knowledge.files.Schedule.Freq;
import org.carersignpost.knowledge.files.Schedule.OnBankHolidays;

/// Builds schedules for tests; each method returns a new one.
final class TestSchedules {
  private static final UUID ANY = UUID.fromString("10000000-0000-4000-8000-000000000001");

  private static final Schedule NOTHING =
      new Schedule(
          ANY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private TestSchedules() {}

  /// Hours on days such as `MO,TU`.
  static Schedule weekly(String days, String opens, String closes) {
    return hours(days(NOTHING, Freq.WEEKLY, days), opens, closes);
  }

  /// Days whose hours are known in words.
  static Schedule weekly(String days, String words) {
    return words(days(NOTHING, Freq.WEEKLY, days), words);
  }

  static Schedule monthly(String days, String words) {
    return words(days(NOTHING, Freq.MONTHLY, days), words);
  }

  static Schedule onBankHolidaysOnly(String opens, String closes) {
    return onBankHolidays(OnBankHolidays.ONLY, hours(NOTHING, opens, closes));
  }

  static Schedule inWords(String words) {
    return words(NOTHING, words);
  }

  static Schedule closedOn(String from, String to) {
    return valid(from, to, NOTHING);
  }

  static Schedule openOn(String from, String to, String opens, String closes) {
    return valid(from, to, hours(NOTHING, opens, closes));
  }

  /// The same, with dates; an empty one is left open.
  static Schedule valid(String from, String to, Schedule s) {
    return new Schedule(
        ANY,
        date(from),
        date(to),
        s.dtstart(),
        s.freq(),
        s.interval(),
        s.byday(),
        s.bymonthday(),
        s.opensAt(),
        s.closesAt(),
        s.description(),
        s.scheduleLink(),
        s.attendingType(),
        s.notes(),
        s.bankHolidays());
  }

  static Schedule onBankHolidays(OnBankHolidays policy, Schedule s) {
    return new Schedule(
        ANY,
        s.validFrom(),
        s.validTo(),
        s.dtstart(),
        s.freq(),
        s.interval(),
        s.byday(),
        s.bymonthday(),
        s.opensAt(),
        s.closesAt(),
        s.description(),
        s.scheduleLink(),
        s.attendingType(),
        s.notes(),
        Optional.of(policy));
  }

  private static Schedule days(Schedule s, Freq freq, String days) {
    return new Schedule(
        ANY,
        s.validFrom(),
        s.validTo(),
        s.dtstart(),
        Optional.of(freq),
        s.interval(),
        Optional.of(days),
        s.bymonthday(),
        s.opensAt(),
        s.closesAt(),
        s.description(),
        s.scheduleLink(),
        s.attendingType(),
        s.notes(),
        s.bankHolidays());
  }

  private static Schedule hours(Schedule s, String opens, String closes) {
    return new Schedule(
        ANY,
        s.validFrom(),
        s.validTo(),
        s.dtstart(),
        s.freq(),
        s.interval(),
        s.byday(),
        s.bymonthday(),
        Optional.of(LocalTime.parse(opens)),
        Optional.of(LocalTime.parse(closes)),
        s.description(),
        s.scheduleLink(),
        s.attendingType(),
        s.notes(),
        s.bankHolidays());
  }

  private static Schedule words(Schedule s, String words) {
    return new Schedule(
        ANY,
        s.validFrom(),
        s.validTo(),
        s.dtstart(),
        s.freq(),
        s.interval(),
        s.byday(),
        s.bymonthday(),
        s.opensAt(),
        s.closesAt(),
        Optional.of(words),
        s.scheduleLink(),
        s.attendingType(),
        s.notes(),
        s.bankHolidays());
  }

  private static Optional<LocalDate> date(String date) {
    return Optional.of(date).filter(given -> !given.isEmpty()).map(LocalDate::parse);
  }
}
