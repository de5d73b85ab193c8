package org.carersignpost.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.privacy.Seal;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TeamHoursTests {
  private static final LocalDateTime MONDAY_TEN = LocalDateTime.of(2026, 3, 2, 10, 0);

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(HandoffConfiguration.class)
          .withBean(Seal.class, () -> new Seal("a root secret for tests only"))
          .withBean(
              Clock.class, () -> Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC))
          .withPropertyValues(
              "signpost.bank-holidays=2026-04-03,2026-12-25",
              "signpost.team.blocks[0].days=monday,tuesday,wednesday,thursday,friday",
              "signpost.team.blocks[0].spans=09:00-12:30,13:00-17:00",
              "signpost.team.exceptions[0].date=2026-12-24",
              "signpost.team.exceptions[0].spans=09:00-12:00",
              "signpost.team.exceptions[1].date=2026-12-28");

  @Test
  void theTeamIsThereInItsHours() {
    assertThat(at(MONDAY_TEN))
        .isEqualTo(new OpeningState.Open(MONDAY_TEN.withHour(12).withMinute(30)));
    assertThat(at(MONDAY_TEN.withHour(12).withMinute(45)))
        .isEqualTo(new OpeningState.Closed(MONDAY_TEN.withHour(13)));
    assertThat(at(MONDAY_TEN.minusDays(1)))
        .isEqualTo(new OpeningState.Closed(MONDAY_TEN.withHour(9)));
  }

  @Test
  void theTeamIsAwayOnBankHolidaysAndKeepsItsExceptions() {
    assertThat(at(LocalDateTime.of(2026, 4, 3, 10, 0)))
        .isEqualTo(new OpeningState.Closed(LocalDateTime.of(2026, 4, 6, 9, 0)));
    assertThat(at(LocalDateTime.of(2026, 12, 24, 13, 0)))
        .isEqualTo(new OpeningState.Closed(LocalDateTime.of(2026, 12, 29, 9, 0)));
  }

  @Test
  void withoutHoursNothingIsPromised() {
    new ApplicationContextRunner()
        .withUserConfiguration(HandoffConfiguration.class)
        .withBean(Seal.class, () -> new Seal("a root secret for tests only"))
        .withBean(Clock.class, Clock::systemUTC)
        .run(context ->
            assertThat(context.getBean(TeamHours.class).at(MONDAY_TEN))
                .isEqualTo(new OpeningState.Unknown("")));
  }

  @Test
  void bankHolidaysThatEndWithinSixtyDaysAreNoticed() {
    application.run(context -> {
      TeamHours hours = context.getBean(TeamHours.class);
      assertThat(hours.bankHolidaysEnding(LocalDate.of(2026, 10, 26))).isEmpty();
      assertThat(hours.bankHolidaysEnding(LocalDate.of(2026, 10, 27)))
          .contains(LocalDate.of(2026, 12, 25));
    });
  }

  @Test
  void hoursWrittenDifferentlyStopTheStart() {
    application
        .withPropertyValues("signpost.team.blocks[0].spans=9-17")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("must look like 09:00-17:00"));
  }

  private OpeningState at(LocalDateTime time) {
    OpeningState[] state = {new OpeningState.Unknown("not asked")};
    application.run(context -> state[0] = context.getBean(TeamHours.class).at(time));
    return state[0];
  }
}
