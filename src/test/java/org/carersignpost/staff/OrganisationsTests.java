package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrganisationsTests {
  private static final Organisations ALL =
      new Organisations(
          List.of(
              new Organisation(
                  "lead",
                  "Lead",
                  List.of(team("carers", "lead", true, false), team("young", "lead", false, true))),
              new Organisation("other", "Other", List.of(team("money", "other", false, false)))));

  private static Team team(String id, String organisation, boolean isShared, boolean isApart) {
    return new Team(
        id, id, organisation, isShared, isApart, false, List.of(), List.of(), Optional.empty());
  }

  private static StaffMember member(String organisation, Role role, String... teams) {
    return new StaffMember("ann", "Ann", role, Optional.of(organisation), Set.of(teams));
  }

  @Test
  void everybodyHelpsInTheSharedTeam() {
    assertThat(ALL.maySee(member("other", Role.STAFF), Optional.of("carers"))).isTrue();
  }

  @Test
  void otherOrganisationsAreNotSeen() {
    assertThat(ALL.maySee(member("lead", Role.ADMIN), Optional.of("money"))).isFalse();
    assertThat(ALL.maySee(member("other", Role.STAFF), Optional.of("money"))).isTrue();
  }

  @Test
  void aTeamThatIsApartIsSeenByItsMembersAndTheirSupervisors() {
    assertThat(ALL.maySee(member("lead", Role.STAFF), Optional.of("young"))).isFalse();
    assertThat(ALL.maySee(member("lead", Role.STAFF, "young"), Optional.of("young"))).isTrue();
    assertThat(ALL.maySee(member("lead", Role.SUPERVISOR), Optional.of("young"))).isTrue();
    assertThat(ALL.maySee(member("other", Role.SUPERVISOR), Optional.of("young"))).isFalse();
  }

  @Test
  void whatNoPersonWasAskedForIsForSupervisorsOfTheLead() {
    assertThat(ALL.maySee(member("lead", Role.STAFF), Optional.empty())).isFalse();
    assertThat(ALL.maySee(member("lead", Role.SUPERVISOR), Optional.empty())).isTrue();
    assertThat(ALL.maySee(member("other", Role.ADMIN), Optional.empty())).isFalse();
    assertThat(ALL.maySee(StaffMember.ofAll("api", Role.SUPERVISOR), Optional.empty())).isTrue();
  }

  @Test
  void nobodyIsLostWithATeamThatIsGone() {
    assertThat(ALL.maySee(member("other", Role.STAFF), Optional.of("gone"))).isTrue();
  }

  @Test
  void thereIsExactlyOneSharedTeam() {
    assertThatThrownBy(() -> new Organisations(List.of())).hasMessageContaining("Exactly one team");
    Organisation twice =
        new Organisation(
            "a", "A", List.of(team("x", "a", true, false), team("x", "a", false, false)));
    assertThatThrownBy(() -> new Organisations(List.of(twice))).hasMessageContaining("id x");
  }
}
