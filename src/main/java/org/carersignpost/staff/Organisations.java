package org.carersignpost.staff;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The organisations and their teams, as `config/application.yaml` names them, and who of them sees
/// what.
///
/// There is exactly one shared team.
public final class Organisations {
  private final List<Organisation> all;
  private final List<Team> teams;
  private final Team shared;

  /// @throws IllegalArgumentException naming what is wrong: an id twice, or not exactly one shared
  ///   team
  public Organisations(List<Organisation> all) {
    this.all = List.copyOf(all);
    this.teams = this.all.stream().flatMap(organisation -> organisation.teams().stream()).toList();
    this.shared = onlyShared(teams);
    requireDifferent("organisation", all.stream().map(Organisation::id).toList());
    requireDifferent("team", teams.stream().map(Team::id).toList());
  }

  public List<Organisation> all() {
    return all;
  }

  /// The teams of all organisations.
  public List<Team> teams() {
    return teams;
  }

  /// The team that takes what no other fits.
  public Team shared() {
    return shared;
  }

  public Optional<Organisation> organisation(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  public Optional<Team> team(String id) {
    return teams.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Whether somebody may see the conversations of a team.
  ///
  /// Everybody sees the shared team's and those of their own organisation; those of a team that is
  /// apart only its members and their supervisors. What no team has had yet, because the service
  /// alone answers, is for supervisors of the organisation that runs the shared team. A team that
  /// is no longer configured counts as the shared one, so that nobody is lost with it.
  ///
  /// @param team the team's id, if the conversation has one
  public boolean maySee(StaffMember member, Optional<String> team) {
    if (member.organisation().isEmpty()) {
      return true;
    }
    String own = member.organisation().get();
    if (team.isEmpty()) {
      return member.is(Role.SUPERVISOR) && shared.organisation().equals(own);
    }
    Team its = team(team.get()).orElse(shared);
    if (its.isApart()) {
      return member.teams().contains(its.id())
          || (member.is(Role.SUPERVISOR) && its.organisation().equals(own));
    }
    return its.isShared() || its.organisation().equals(own);
  }

  private static Team onlyShared(List<Team> teams) {
    List<Team> shared = teams.stream().filter(Team::isShared).toList();
    if (shared.size() != 1) {
      throw new IllegalArgumentException(
          "Exactly one team under signpost.organisations must be shared, but "
              + shared.size()
              + " are");
    }
    return shared.getFirst();
  }

  private static void requireDifferent(String what, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw new IllegalArgumentException(
            "There are two under signpost.organisations with the same %s id %s"
                .formatted(what, id));
      }
    }
  }
}
