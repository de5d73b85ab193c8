package org.carersignpost.handoff;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.OpeningHours;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Team;

/// Which team a conversation goes to, and when that team is at work.
public final class Teams {
  private static final TeamHours NOTHING_KNOWN = new TeamHours(OpeningHours.UNKNOWN, Set.of());
  private static final int AREA_COUNTS = 2;

  private final Organisations organisations;
  private final Map<String, TeamHours> hours;

  /// @param hours by the ids of the teams
  public Teams(Organisations organisations, Map<String, TeamHours> hours) {
    this.organisations = organisations;
    this.hours = Map.copyOf(hours);
  }

  /// The id of the team that fits best: for carers under 18 one for them; else of those whose area
  /// and topics fit the one that names the most; else the shared team.
  ///
  /// @param topics what the conversation is about
  public String fitting(Slots slots, Collection<String> topics) {
    boolean isYoung = slots.youngCarer().orElse(false);
    return organisations.teams().stream()
        .filter(team -> !team.isShared() && team.youngCarers() == isYoung)
        .filter(team -> fitsArea(team, slots) && fitsTopics(team, topics))
        // Of equals the first in the configuration wins.
        .min(Comparator.comparingInt(team -> -named(team)))
        .filter(team -> isYoung || named(team) > 0)
        .orElseGet(organisations::shared)
        .id();
  }

  /// Whether a team is at work at a local time, and else when next; a team that is no longer
  /// configured has the hours of the shared one.
  public OpeningState at(String team, LocalDateTime now) {
    String known =
        organisations.team(team).map(Team::id).orElseGet(() -> organisations.shared().id());
    return hours.getOrDefault(known, NOTHING_KNOWN).at(now);
  }

  /// Where a crisis of this team is told when nobody takes it: its own duty phone, or else that of
  /// the shared team.
  public Optional<String> dutyPhone(String team) {
    return organisations
        .team(team)
        .flatMap(Team::dutyPhone)
        .or(() -> organisations.shared().dutyPhone());
  }

  private static boolean fitsArea(Team team, Slots slots) {
    List<String> areas = slots.place().map(Place::areas).orElse(List.of());
    return team.areas().isEmpty() || areas.stream().anyMatch(team.areas()::contains);
  }

  private static boolean fitsTopics(Team team, Collection<String> topics) {
    return team.topics().isEmpty() || topics.stream().anyMatch(team.topics()::contains);
  }

  private static int named(Team team) {
    return (team.areas().isEmpty() ? 0 : AREA_COUNTS) + (team.topics().isEmpty() ? 0 : 1);
  }
}
