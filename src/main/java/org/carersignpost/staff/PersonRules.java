package org.carersignpost.staff;

import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.staff.StaffRefusedException.Kind;
import org.springframework.stereotype.Component;

/// What an account may be, and who may manage it.
@Component
final class PersonRules {
  private static final Pattern SHORT = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
  private static final Pattern EMAIL =
      Pattern.compile("(?=.{5,100}$)[a-z0-9][a-z0-9._+-]*@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}");
  private static final Set<String> RESERVED =
      Set.of(
          EnvironmentAccess.ADMIN,
          EnvironmentAccess.PROGRAM,
          "unknown",
          "system",
          "service",
          "bot");
  private static final int LONGEST_DISPLAY_NAME = 60;

  private final Organisations organisations;

  PersonRules(Organisations organisations) {
    this.organisations = organisations;
  }

  /// @throws StaffRefusedException with what is wrong
  void check(NewPerson person) {
    require(
        SHORT.matcher(person.name()).matches() || EMAIL.matcher(person.name()).matches(),
        "The account name is an email address, or 2 to 40 small letters, digits, dots, dashes and underscores.");
    require(
        !RESERVED.contains(person.name()) && !person.name().startsWith("token-"),
        "That name is taken by the service itself. Choose another.");
    checkDisplayName(person.displayName());
    checkTeams(person.organisation(), person.teams());
  }

  void checkDisplayName(String displayName) {
    require(
        !displayName.isBlank()
            && displayName.length() <= LONGEST_DISPLAY_NAME
            && displayName.chars().noneMatch(Character::isISOControl),
        "Give a name to show of at most " + LONGEST_DISPLAY_NAME + " characters.");
  }

  void checkTeams(String organisation, Set<String> teams) {
    Organisation its =
        organisations
            .organisation(organisation)
            .orElseThrow(() -> new StaffRefusedException("There is no such organisation."));
    require(
        its.teams().stream().map(Team::id).toList().containsAll(teams),
        "A team must be one of the same organisation.");
  }

  /// Admins manage the people of their own organisation, and give no more than they have.
  ///
  /// @throws StaffRefusedException if they may not
  static void checkMayManage(StaffMember by, String organisation, Role role) {
    if (!by.is(Role.ADMIN) || !isOwn(by, organisation) || !by.is(role)) {
      throw new StaffRefusedException(
          Kind.FORBIDDEN, "You may manage the people of your own organisation only.");
    }
  }

  static boolean isOwn(StaffMember by, String organisation) {
    return by.organisation().map(organisation::equals).orElse(true);
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new StaffRefusedException(otherwise);
    }
  }
}
