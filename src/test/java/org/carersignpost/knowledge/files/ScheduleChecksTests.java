package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One fault in a sound schedule, and how it is named.
class ScheduleChecksTests {
  private static final String RIVERSIDE = "services/riverside-carers.json";

  private final Path folder;

  ScheduleChecksTests(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Problem> broken(String file, String old, String changed) {
    return new SmallKnowledgeBase(folder).change(file, old, changed).problems();
  }

  @Test
  void soundKnowledgeBaseHasNoFault() {
    assertThat(new SmallKnowledgeBase(folder).problems()).isEmpty();
  }

  @Test
  void dayIsKnown() {
    assertThat(broken(RIVERSIDE, "\"MO,TU,WE,TH,FR\"", "\"MO,TU,WE,TH,FT\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].byday",
                "MO,TU,WE,TH,FT is not a list of days such as MO,TU"));
  }

  @Test
  void daysHaveNoSpaces() {
    assertThat(broken(RIVERSIDE, "\"MO,TU,WE,TH,FR\"", "\"MO, TU\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].byday",
                "MO, TU is not a list of days such as MO,TU"));
  }

  @Test
  void dayIsThereOnce() {
    assertThat(broken(RIVERSIDE, "\"MO,TU,WE,TH,FR\"", "\"MO,MO\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].byday",
                "MO,MO is not a list of days such as MO,TU"));
  }

  @Test
  void weeklyDayHasNoNumber() {
    assertThat(broken(RIVERSIDE, "\"MO,TU,WE,TH,FR\"", "\"2MO\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].byday",
                "2MO is not a list of days such as MO,TU"));
  }

  @Test
  void frequencyIsWeeklyOrMonthly() {
    assertThat(broken(RIVERSIDE, "\"WEEKLY\"", "\"DAILY\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "phones[0].schedules[0].freq", "\"DAILY\" is none of WEEKLY, MONTHLY"));
  }

  @Test
  void weeklyHoursNeedDays() {
    assertThat(broken(RIVERSIDE, "          \"byday\": \"MO,TU,WE,TH,FR\",\n", ""))
        .containsExactly(new Problem(RIVERSIDE, "phones[0].schedules[0].byday", "is missing"));
  }

  @Test
  void hoursEndSomeTime() {
    assertThat(broken(RIVERSIDE, "          \"closes_at\": \"17:00\",\n", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].closes_at",
                "is missing: give both times or neither"));
  }

  @Test
  void hoursBeginSomeTime() {
    assertThat(broken(RIVERSIDE, "          \"opens_at\": \"09:00\",\n", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].opens_at",
                "is missing: give both times or neither"));
  }

  @Test
  void hoursDoNotEndWhenTheyBegin() {
    assertThat(broken(RIVERSIDE, "\"closes_at\": \"17:00\"", "\"closes_at\": \"09:00\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].closes_at",
                "is when it opens; a whole day is 00:00 to 23:59"));
  }

  @Test
  void hoursWithoutTimesHaveWords() {
    assertThat(
            broken(
                RIVERSIDE,
                "          \"opens_at\": \"09:00\",\n          \"closes_at\": \"17:00\",\n",
                ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].description",
                "is missing: such hours are told in words only"));
  }

  @Test
  void monthlyHoursHaveWords() {
    assertThat(
            broken(
                RIVERSIDE,
                "      \"byday\": \"-1FR\",\n      \"description\": \"The last Friday of the month\"",
                "      \"byday\": \"-1FR\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[1].description",
                "is missing: such hours are told in words only"));
  }

  @Test
  void dayOfTheMonthIsKnown() {
    assertThat(broken(RIVERSIDE, "\"1,15\"", "\"1,32\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[2].bymonthday",
                "1,32 is not a list of days of the month, or not monthly"));
  }

  @Test
  void everyOtherWeekBeginsSomeWeek() {
    assertThat(broken(RIVERSIDE, "      \"dtstart\": \"2026-01-06\",\n", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[0].dtstart",
                "is missing: which week or month does it begin with?"));
  }

  @Test
  void intervalIsPositive() {
    assertThat(broken(RIVERSIDE, "\"interval\": 1", "\"interval\": 0"))
        .containsExactly(
            new Problem(RIVERSIDE, "phones[0].schedules[0].interval", "must be at least 1"));
  }

  @Test
  void timeSpanEndsAfterItBegins() {
    assertThat(
            broken(RIVERSIDE, "\"valid_from\": \"2026-01-01\"", "\"valid_from\": \"2027-01-01\""))
        .containsExactly(new Problem(RIVERSIDE, "schedules[0].valid_to", "is before valid_from"));
  }

  @Test
  void daysOfExceptionAreFew() {
    assertThat(broken(RIVERSIDE, "\"valid_to\": \"2026-04-24\"", "\"valid_to\": \"2026-05-25\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[3].valid_to",
                "is too late: days of exception are at most 31"));
  }

  @Test
  void bankHolidayPolicyIsKnown() {
    assertThat(broken(RIVERSIDE, "\"bank_holidays\": \"closed\"", "\"bank_holidays\": \"no\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].bank_holidays",
                "\"no\" is none of open, closed, only"));
  }

  @Test
  void hoursOnBankHolidaysOnlyHaveNoDays() {
    assertThat(broken(RIVERSIDE, "\"bank_holidays\": \"closed\"", "\"bank_holidays\": \"only\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].bank_holidays",
                "is only, so freq and byday must be left out"));
  }

  @Test
  void hoursOnBankHolidaysOnlyHaveTimes() {
    assertThat(
            broken(
                RIVERSIDE, "      \"opens_at\": \"11:00\",\n      \"closes_at\": \"13:00\",\n", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[4].opens_at",
                "is missing: hours on bank holidays only need times"));
  }

  @Test
  void daysNeedAFrequency() {
    assertThat(broken(RIVERSIDE, "          \"freq\": \"WEEKLY\",\n", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].freq",
                "is missing: days need WEEKLY or MONTHLY"));
  }

  @Test
  void timesNeedDays() {
    assertThat(
            broken(
                RIVERSIDE,
                "          \"freq\": \"WEEKLY\",\n          \"interval\": 1,\n          \"byday\": \"MO,TU,WE,TH,FR\",\n",
                ""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].freq",
                "is missing: on which days do these times hold?"));
  }

  @Test
  void entrySaysSomething() {
    assertThat(
            broken(
                RIVERSIDE,
                "      \"freq\": \"MONTHLY\",\n      \"byday\": \"-1FR\",\n      \"description\": \"The last Friday of the month\"",
                "      \"notes\": \"Nothing\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "schedules[1].description", "is missing: the entry says nothing"));
  }
}
