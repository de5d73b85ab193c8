package org.carersignpost.console.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carersignpost.console.Wait;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.Queued;
import org.carersignpost.handoff.HandoffProperties;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.springframework.stereotype.Component;

/// Makes the lists of the console, in plain words.
@Component
class Lists {
  static final int ON_A_PAGE = 30;

  private static final int MOST_TOPICS = 3;

  private final StaffDesk desk;
  private final Organisations organisations;
  private final HandoffProperties handoff;
  private final Knowledge knowledge;
  private final Clock clock;

  Lists(
      StaffDesk desk,
      Organisations organisations,
      HandoffProperties handoff,
      Knowledge knowledge,
      Clock clock) {
    this.desk = desk;
    this.organisations = organisations;
    this.handoff = handoff;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /// One page of a list; what somebody may not open is their first list.
  ///
  /// @param page from 0; what lies outside is brought inside
  ListPage page(StaffMember who, Tab wanted, int page) {
    Tab tab = tabs(who).contains(wanted) ? wanted : Tab.WAITING;
    int from = Math.max(page, 0);
    StaffDesk.Glance glance = desk.glance(who);
    Page<ListRow> rows = rows(who, tab, from, glance);
    return page(who, tab, rows, from, ON_A_PAGE, glance);
  }

  /// What a search has found.
  ///
  /// @param page from 0
  ListPage found(StaffMember who, Page<StaffDesk.Found> found, int page) {
    Instant now = clock.instant();
    List<ListRow> rows =
        found.items().stream()
            .map(each -> row(each.conversation(), Tab.SEARCH, each.snippet(), now))
            .toList();
    return page(
        who,
        Tab.SEARCH,
        new Page<>(rows, found.total()),
        page,
        StaffDesk.A_PAGE_OF_FOUND,
        desk.glance(who));
  }

  private ListPage page(
      StaffMember who,
      Tab tab,
      Page<ListRow> rows,
      int page,
      int onAPage,
      StaffDesk.Glance glance) {
    return new ListPage(
        tab,
        tabs(who),
        counts(glance),
        rows.items(),
        page,
        rows.total(),
        (long) (page + 1) * onAPage < rows.total(),
        news(glance));
  }

  private List<Tab> tabs(StaffMember who) {
    return Arrays.stream(Tab.values())
        .filter(tab -> tab != Tab.SERVICE || organisations.maySee(who, Optional.empty()))
        .toList();
  }

  private static Map<String, Long> counts(StaffDesk.Glance glance) {
    return Map.of(
        Tab.WAITING.id(), glance.queue().stream().filter(Lists::isNobodys).count(),
        Tab.MINE.id(), glance.mine().total(),
        Tab.TEAMS.id(), glance.inTeams());
  }

  private static ListPage.News news(StaffDesk.Glance glance) {
    return new ListPage.News(
        glance.queue().stream()
            .filter(Lists::isNobodys)
            .map(queued -> queued.priority() + ":" + queued.conversation().id())
            .collect(Collectors.joining(" ")),
        glance.mine().items().stream()
            .filter(mine -> mine.owedSince().isPresent())
            .map(mine -> mine.id() + "@" + mine.lastMessageAt().toEpochMilli())
            .collect(Collectors.joining(" ")));
  }

  private static boolean isNobodys(Queued queued) {
    return queued.conversation().owner().isEmpty();
  }

  private Page<ListRow> rows(StaffMember who, Tab tab, int page, StaffDesk.Glance glance) {
    Instant now = clock.instant();
    return switch (tab) {
      case WAITING -> {
        List<Queued> queue = desk.queue(who, glance);
        yield new Page<>(
            queue.stream()
                .skip((long) page * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(queued -> waiting(queued, now))
                .toList(),
            queue.size());
      }
      case MINE -> rows(desk.mine(who, page, ON_A_PAGE), tab, now);
      case TEAMS -> rows(desk.teams(who, page, ON_A_PAGE), tab, now);
      case SERVICE -> rows(desk.inState(who, Optional.of("bot"), page, ON_A_PAGE), tab, now);
      case CLOSED -> rows(desk.inState(who, Optional.of("closed"), page, ON_A_PAGE), tab, now);
      case SEARCH -> new Page<>(List.of(), 0);
    };
  }

  private Page<ListRow> rows(Page<ConversationSummary> found, Tab tab, Instant now) {
    return new Page<>(
        found.items().stream().map(each -> row(each, tab, Optional.empty(), now)).toList(),
        found.total());
  }

  private ListRow waiting(Queued queued, Instant now) {
    ConversationSummary summary = queued.conversation();
    return new ListRow(
        summary.id(),
        queued.priority(),
        PlainWords.priority(queued.priority()),
        PlainWords.reason(queued.reason(), handoff.answerWithin()),
        topics(summary),
        summary.place(),
        Optional.of(Wait.of(queued.since(), target(queued.priority()), now)),
        summary.lastMessageAt(),
        summary.owner().map(desk::nameOf),
        summary.team().flatMap(this::teamThatIsNews),
        Optional.empty());
  }

  private ListRow row(
      ConversationSummary summary,
      Tab tab,
      Optional<FoundConversation.Snippet> snippet,
      Instant now) {
    Optional<Wait> wait =
        summary.owedSince().map(since -> Wait.of(since, target(summary.priority()), now));
    String why =
        switch (tab) {
          case MINE, TEAMS -> wait.isPresent() ? "Owed an answer" : "Answered";
          case SERVICE -> "The service answers";
          case CLOSED -> "Closed";
          case WAITING, SEARCH -> stateWords(summary);
        };
    return new ListRow(
        summary.id(),
        summary.priority(),
        PlainWords.priority(summary.priority()),
        why,
        topics(summary),
        summary.place(),
        wait,
        summary.lastMessageAt(),
        tab == Tab.TEAMS ? summary.owner().map(desk::nameOf) : Optional.empty(),
        summary.team().flatMap(this::teamThatIsNews),
        snippet);
  }

  private static String stateWords(ConversationSummary summary) {
    return switch (summary.state()) {
      case "waiting" -> "Waits for a person";
      case "staff" -> "With staff";
      case "closed" -> "Closed";
      default -> "The service answers";
    };
  }

  /// How soon a person should be there.
  Duration target(String priority) {
    return switch (priority) {
      case "crisis" -> handoff.crisisTarget();
      case "urgent" -> handoff.urgentTarget();
      default -> handoff.normalTarget();
    };
  }

  private List<String> topics(ConversationSummary summary) {
    Map<String, String> names = knowledge.topicNames();
    return summary.topics().stream()
        .limit(MOST_TOPICS)
        .map(topic -> names.getOrDefault(topic, topic))
        .toList();
  }

  /// The shared team is no news.
  private Optional<String> teamThatIsNews(String id) {
    return organisations.team(id).filter(team -> !team.isShared()).map(Team::name);
  }
}
