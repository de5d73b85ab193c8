package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carersignpost.conversation.store.DayFigures;
import org.carersignpost.conversation.store.Row;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.handoff.Handoff;
import org.carersignpost.handoff.Handoffs;

/// How things stand with each team, for supervisors.
public final class Overview {
  private final DayFigures figures;
  private final Handoffs handoffs;
  private final StoredConversations stored;
  private final Clock clock;
  private final ZoneId zone;

  Overview(
      DayFigures figures, Handoffs handoffs, StoredConversations stored, Clock clock, ZoneId zone) {
    this.figures = figures;
    this.handoffs = handoffs;
    this.stored = stored;
    this.clock = clock;
    this.zone = zone;
  }

  /// One team today.
  ///
  /// @param team its id
  /// @param waiting how many carers wait for a person
  /// @param inCrisis how many of them are in danger
  /// @param oldest since when whoever has waited longest has
  /// @param inHand how many conversations staff members have, by their account names
  /// @param asked how many carers asked for a person today
  /// @param answered how many texts staff sent today
  /// @param closed how many conversations staff ended today
  /// @param lapsed how many went back to the queue today because no answer came in time
  public record TeamToday(
      String team,
      long waiting,
      long inCrisis,
      Optional<Instant> oldest,
      Map<String, Long> inHand,
      long asked,
      long answered,
      long closed,
      long lapsed) {}

  /// The teams today, in the order given.
  ///
  /// @param teams ids
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public List<TeamToday> of(List<String> teams) {
    Map<String, Map<String, Long>> today = figures.of(LocalDate.ofInstant(clock.instant(), zone));
    List<Row> inHand = stored.rows("staff");
    Map<String, List<Handoff>> waiting =
        handoffs.waiting(Handoffs.MOST).stream()
            .collect(
                Collectors.groupingBy(
                    handoff -> stored.teamOf(handoff.conversation().value()).orElse("")));
    return teams.stream()
        .map(team ->
            today(
                team,
                waiting.getOrDefault(team, List.of()),
                inHand,
                today.getOrDefault(team, Map.of())))
        .toList();
  }

  private static TeamToday today(
      String team, List<Handoff> waiting, List<Row> inHand, Map<String, Long> counts) {
    return new TeamToday(
        team,
        waiting.size(),
        waiting.stream().filter(each -> each.priority().id().equals("crisis")).count(),
        waiting.stream().map(Handoff::openedAt).min(Comparator.naturalOrder()),
        inHand.stream()
            .filter(row -> row.team().equals(Optional.of(team)))
            .flatMap(row -> row.owner().stream())
            .collect(Collectors.groupingBy(owner -> owner, Collectors.counting())),
        counts.getOrDefault(DayFigures.ASKED, 0L),
        counts.getOrDefault(DayFigures.ANSWERED, 0L),
        counts.getOrDefault(DayFigures.CLOSED, 0L),
        counts.getOrDefault(DayFigures.LAPSED, 0L));
  }
}
