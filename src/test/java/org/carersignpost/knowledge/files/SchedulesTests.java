package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carersignpost.knowledge.files.TestSchedules.closedOn;
import static org.carersignpost.knowledge.files.TestSchedules.inWords;
import static org.carersignpost.knowledge.files.TestSchedules.monthly;
import static org.carersignpost.knowledge.files.TestSchedules.onBankHolidays;
import static org.carersignpost.knowledge.files.TestSchedules.onBankHolidaysOnly;
import static org.carersignpost.knowledge.files.TestSchedules.openOn;
import static org.carersignpost.knowledge.files.TestSchedules.valid;
import static org.carersignpost.knowledge.files.TestSchedules.weekly;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.carersignpost.dialogue.OpeningHours;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.OpeningState.Closed;
import org.carersignpost.dialogue.OpeningState.ClosedToday;
import org.carersignpost.dialogue.OpeningState.Open;
import org.carersignpost.dialogue.OpeningState.Unknown;
import org.carersignpost.knowledge.files.Schedule.OnBankHolidays;
import org.junit.jupiter.api.Test;

/// What schedules mean. 2 March 2026 is a Monday; 3 and 6 April are the bank holidays of Easter.
class SchedulesTests {
  private static final String ALL_DAYS = "MO,TU,WE,TH,FR,SA,SU";
  private static final String WEEKDAYS = "MO,TU,WE,TH,FR";
  private static final Set<LocalDate> EASTER =
      Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"));

  private static OpeningState at(String now, Schedule... schedules) {
    return Schedules.stateAt(List.of(schedules), LocalDateTime.parse(now), EASTER);
  }

  private static Closed closedUntil(String time) {
    return new Closed(LocalDateTime.parse(time));
  }

  private static Open openUntil(String time) {
    return new Open(LocalDateTime.parse(time));
  }

  @Test
  void withoutSchedulesNothingIsKnown() {
    assertThat(Schedules.openingHours(List.of(), LocalDate.parse("2026-03-02")))
        .isEqualTo(OpeningHours.UNKNOWN);
    assertThat(at("2026-03-02T10:00")).isEqualTo(new Unknown(""));
  }

  @Test
  void dayAndNightIsAlways() {
    Schedule always = onBankHolidays(OnBankHolidays.OPEN, weekly(ALL_DAYS, "00:00", "23:59"));

    assertThat(at("2026-03-02T03:00", always)).isEqualTo(new OpeningState.Always());
    assertThat(at("2026-04-06T23:59", always)).isEqualTo(new OpeningState.Always());
  }

  @Test
  void officeHoursOpenAndClose() {
    Schedule office = weekly(WEEKDAYS, "09:00", "17:00");

    assertThat(at("2026-03-02T08:59", office)).isEqualTo(closedUntil("2026-03-02T09:00"));
    assertThat(at("2026-03-02T09:00", office)).isEqualTo(openUntil("2026-03-02T17:00"));
    assertThat(at("2026-03-02T16:59", office)).isEqualTo(openUntil("2026-03-02T17:00"));
    assertThat(at("2026-03-02T17:00", office)).isEqualTo(closedUntil("2026-03-03T09:00"));
    assertThat(at("2026-03-06T17:00", office)).isEqualTo(closedUntil("2026-03-09T09:00"));
  }

  @Test
  void nightRunsIntoTheNextDay() {
    Schedule night = weekly("MO,TU,WE,TH", "17:00", "08:30");

    assertThat(at("2026-03-02T23:30", night)).isEqualTo(openUntil("2026-03-03T08:30"));
    assertThat(at("2026-03-03T08:29", night)).isEqualTo(openUntil("2026-03-03T08:30"));
    assertThat(at("2026-03-03T08:30", night)).isEqualTo(closedUntil("2026-03-03T17:00"));
    assertThat(at("2026-03-06T08:29", night)).isEqualTo(openUntil("2026-03-06T08:30"));
    assertThat(at("2026-03-06T08:30", night)).isEqualTo(closedUntil("2026-03-09T17:00"));
  }

  @Test
  void nightsAndWeekendJoinWithoutAGap() {
    Schedule[] outOfHours = {
      weekly("MO,TU,WE,TH", "17:00", "08:30"),
      weekly("FR", "16:30", "23:59"),
      weekly("SA,SU", "00:00", "23:59"),
      weekly("MO", "00:00", "08:30")
    };

    assertThat(at("2026-03-06T16:30", outOfHours)).isEqualTo(openUntil("2026-03-09T08:30"));
    assertThat(at("2026-03-08T12:00", outOfHours)).isEqualTo(openUntil("2026-03-09T08:30"));
  }

  @Test
  void daysWithoutTimesAreKnownAsDays() {
    Schedule days = weekly(WEEKDAYS, "Open in the daytime on weekdays.");

    assertThat(at("2026-03-02T10:00", days))
        .isEqualTo(new Unknown("Open in the daytime on weekdays."));
    assertThat(at("2026-03-07T10:00", days))
        .isEqualTo(new ClosedToday("Open in the daytime on weekdays."));
  }

  @Test
  void wordsAloneAreTold() {
    assertThat(at("2026-03-02T10:00", inWords("By appointment.")))
        .isEqualTo(new Unknown("By appointment."));
    assertThat(at("2026-03-02T10:00", monthly("2MO", "The second Monday.")))
        .isEqualTo(new Unknown("The second Monday."));
  }

  @Test
  void bankHolidayOfAnOfficeThatSaysNothingIsUnknown() {
    Schedule office = weekly(WEEKDAYS, "09:00", "17:00");

    assertThat(at("2026-04-06T10:00", office)).isEqualTo(new Unknown(""));
    assertThat(at("2026-04-07T10:00", office)).isEqualTo(openUntil("2026-04-07T17:00"));
  }

  @Test
  void bankHolidayOfAnOfficeThatClosesIsClosed() {
    Schedule office = onBankHolidays(OnBankHolidays.CLOSED, weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-04-02T18:00", office)).isEqualTo(closedUntil("2026-04-07T09:00"));
    assertThat(at("2026-04-06T10:00", office)).isEqualTo(closedUntil("2026-04-07T09:00"));
  }

  @Test
  void bankHolidayOfALineThatStaysOpenIsOpen() {
    Schedule line = onBankHolidays(OnBankHolidays.OPEN, weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-04-06T10:00", line)).isEqualTo(openUntil("2026-04-06T17:00"));
  }

  @Test
  void lineForBankHolidaysIsOpenOnThemOnly() {
    Schedule line = onBankHolidaysOnly("10:00", "14:00");

    assertThat(at("2026-04-03T11:00", line)).isEqualTo(openUntil("2026-04-03T14:00"));
    assertThat(at("2026-04-03T15:00", line)).isEqualTo(closedUntil("2026-04-06T10:00"));
  }

  @Test
  void dayOfExceptionReplacesTheDay() {
    Schedule office = weekly(WEEKDAYS, "09:00", "17:00");

    assertThat(at("2026-03-03T10:00", office, closedOn("2026-03-03", "2026-03-04")))
        .isEqualTo(closedUntil("2026-03-05T09:00"));
    assertThat(at("2026-03-03T10:00", office, openOn("2026-03-03", "2026-03-03", "13:00", "15:00")))
        .isEqualTo(closedUntil("2026-03-03T13:00"));
    assertThat(at("2026-03-04T10:00", office, openOn("2026-03-03", "2026-03-03", "13:00", "15:00")))
        .isEqualTo(openUntil("2026-03-04T17:00"));
  }

  @Test
  void dayOfExceptionCanBeInTwoParts() {
    Schedule[] parts = {
      weekly(WEEKDAYS, "09:00", "17:00"),
      openOn("2026-03-03", "2026-03-03", "09:00", "10:00"),
      openOn("2026-03-03", "2026-03-03", "15:00", "16:00")
    };

    assertThat(at("2026-03-03T12:00", parts)).isEqualTo(closedUntil("2026-03-03T15:00"));
  }

  @Test
  void hoursWhoseTimeHasRunOutNeedChecking() {
    Schedule office = valid("", "2026-03-01", weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-03-02T10:00", office)).isEqualTo(new Unknown(Schedules.NEED_CHECKING));
    assertThat(at("2026-03-07T10:00", office)).isEqualTo(new Unknown(Schedules.NEED_CHECKING));
  }

  @Test
  void hoursOfOneDayThatHaveRunOutMakeTheWeekUncertain() {
    Schedule old = valid("", "2026-03-01", weekly("MO,TU,WE,TH", "09:00", "17:00"));
    Schedule friday = weekly("FR", "09:00", "16:00");

    assertThat(at("2026-03-02T10:00", old, friday)).isEqualTo(new Unknown(Schedules.NEED_CHECKING));
  }

  @Test
  void hoursThatWereReplacedAreForgotten() {
    Schedule winter = valid("2025-10-01", "2026-02-28", weekly(WEEKDAYS, "10:00", "16:00"));
    Schedule summer = valid("2026-03-01", "2026-09-30", weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-03-02T09:30", winter, summer)).isEqualTo(openUntil("2026-03-02T17:00"));
  }

  @Test
  void openingAfterTheHoursHaveRunOutIsNotPromised() {
    Schedule office = valid("", "2026-03-06", weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-03-05T18:00", office)).isEqualTo(closedUntil("2026-03-06T09:00"));
    assertThat(at("2026-03-06T18:00", office)).isEqualTo(new Unknown(Schedules.NEED_CHECKING));
  }

  @Test
  void hoursThatAreToComeDoNotHoldYet() {
    Schedule soon = valid("2026-03-09", "", weekly(WEEKDAYS, "09:00", "17:00"));

    assertThat(at("2026-03-02T10:00", soon)).isEqualTo(new Unknown(""));
    assertThat(at("2026-03-09T10:00", soon)).isEqualTo(openUntil("2026-03-09T17:00"));
  }
}
