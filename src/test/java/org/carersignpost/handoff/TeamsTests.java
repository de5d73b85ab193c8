package org.carersignpost.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.privacy.Seal;
import org.carersignpost.staff.Organisation;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@ExtendWith(OutputCaptureExtension.class)
class TeamsTests {
  private static final LocalDateTime MONDAY_TEN = LocalDateTime.of(2026, 3, 2, 10, 0);
  private static final Organisations ORGANISATIONS =
      new Organisations(
          List.of(
              new Organisation(
                  "north",
                  "North",
                  List.of(
                      team("carers", true, false, List.of(), List.of()),
                      team("alton", false, false, List.of("East Hampshire"), List.of()),
                      team("money", false, false, List.of(), List.of("money-benefits")))),
              new Organisation(
                  "young", "Young", List.of(team("young", false, true, List.of(), List.of())))));
  private static final Teams TEAMS = new Teams(ORGANISATIONS, Map.of());

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withUserConfiguration(HandoffConfiguration.class)
          .withBean(Seal.class, () -> new Seal("a root secret for tests only"))
          .withBean(Organisations.class, () -> ORGANISATIONS)
          .withBean(
              StringRedisTemplate.class,
              () -> new StringRedisTemplate(new LettuceConnectionFactory()))
          .withBean(
              Clock.class, () -> Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC))
          .withPropertyValues(
              "signpost.bank-holidays=2026-04-03,2026-12-25",
              "signpost.organisations[0].teams[0].id=carers",
              "signpost.organisations[0].teams[0].blocks[0].days=monday,tuesday,wednesday,thursday,friday",
              "signpost.organisations[0].teams[0].blocks[0].spans=09:00-12:30,13:00-17:00",
              "signpost.organisations[0].teams[0].exceptions[0].date=2026-12-24",
              "signpost.organisations[0].teams[0].exceptions[0].spans=09:00-12:00",
              "signpost.organisations[0].teams[0].exceptions[1].date=2026-12-28");

  private static Team team(
      String id, boolean isShared, boolean isYoung, List<String> areas, List<String> topics) {
    return new Team(id, id, "north", isShared, false, isYoung, areas, topics, Optional.empty());
  }

  @Test
  void theMostSpecificTeamIsChosen() {
    assertThat(TEAMS.fitting(slots("East Hampshire", false), List.of("money-benefits")))
        .isEqualTo("alton");
    assertThat(TEAMS.fitting(slots("Winchester", false), List.of("money-benefits")))
        .isEqualTo("money");
  }

  @Test
  void whatNoTeamFitsGoesToTheSharedOne() {
    assertThat(TEAMS.fitting(Slots.NONE, List.of("dementia"))).isEqualTo("carers");
  }

  @Test
  void aYoungCarerGoesToTheirOwnTeam() {
    assertThat(TEAMS.fitting(slots("East Hampshire", true), List.of("money-benefits")))
        .isEqualTo("young");
  }

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
    assertThat(TEAMS.at("carers", MONDAY_TEN)).isEqualTo(new OpeningState.Unknown(""));
  }

  @Test
  void aTeamThatIsGoneHasTheHoursOfTheSharedOne() {
    application.run(context ->
        assertThat(context.getBean(Teams.class).at("gone", MONDAY_TEN).isOpen()).isTrue());
  }

  @Test
  void whatWillBeMissedIsSaidAtTheStart(CapturedOutput output) {
    application.run(context -> assertThat(context).hasNotFailed());
    assertThat(output).contains("No duty-phone is set for carers, alton, money, young");
    assertThat(output).doesNotContain("The bank holidays");
    application
        .withPropertyValues("signpost.bank-holidays=2026-04-03")
        .run(context -> assertThat(context).hasNotFailed());
    assertThat(output).contains("end with 2026-04-03");
  }

  @Test
  void hoursWrittenDifferentlyStopTheStart() {
    application
        .withPropertyValues("signpost.organisations[0].teams[0].blocks[0].spans=9-17")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("must look like 09:00-17:00"));
  }

  private static Slots slots(String area, boolean isYoung) {
    return new Slots(
        Optional.of(new Place(area, List.of(area), Place.Kind.TOWN, "")),
        Optional.empty(),
        Optional.of(isYoung),
        List.of());
  }

  private OpeningState at(LocalDateTime time) {
    OpeningState[] state = {new OpeningState.Unknown("not asked")};
    application.run(context -> state[0] = context.getBean(Teams.class).at("carers", time));
    return state[0];
  }
}
