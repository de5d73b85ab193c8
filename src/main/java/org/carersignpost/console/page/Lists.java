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
import org.carersignpost.console.desk.StaffCalls;
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
  private static final int MOST_CALLERS = 8;

  private final StaffDesk desk;
  private final StaffCalls calls;
  private final Organisations organisations;
  private final HandoffProperties handoff;
  private final Knowledge knowledge;
  private final Clock clock;

  Lists(
      StaffDesk desk,
      StaffCalls calls,
      Organisations organisations,
      HandoffProperties handoff,
      Knowledge knowledge,
      Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.organisations = organisations;
    this.handoff = handoff;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /// One page of a list; what somebody may not open is their first list.
  ///
  /// @param page from 0; what lies outside is brought inside
  /// @param goingOn all calls
  ListPage page(StaffMember who, Tab wanted, int page, List<StaffCalls.Call> goingOn) {
    Tab tab = tabs(who).contains(wanted) ? wanted : Tab.WAITING;
    int from = Math.max(page, 0);
    StaffDesk.Glance glance = desk.glance(who);
    Page<ListRow> rows = rows(who, tab, from, glance, marks(goingOn));
    List<ListPage.OnThePhone> callers =
        calls.visible(who, goingOn).stream().map(this::onThePhone).toList();
    return page(who, tab, callers, rows, from, ON_A_PAGE, glance);
  }

  /// What a search has found.
  ///
  /// @param page from 0
  /// @param goingOn all calls
  ListPage found(
      StaffMember who, Page<StaffDesk.Found> found, int page, List<StaffCalls.Call> goingOn) {
    Instant now = clock.instant();
    Map<String, PhoneMark> marks = marks(goingOn);
    List<ListRow> rows =
        found.items().stream()
            .map(each -> row(each.conversation(), Tab.SEARCH, each.snippet(), marks, now))
            .toList();
    return page(
        who,
        Tab.SEARCH,
        List.of(),
        new Page<>(rows, found.total()),
        page,
        StaffDesk.A_PAGE_OF_FOUND,
        desk.glance(who));
  }

  private ListPage page(
      StaffMember who,
      Tab tab,
      List<ListPage.OnThePhone> onThePhone,
      Page<ListRow> rows,
      int page,
      int onAPage,
      StaffDesk.Glance glance) {
    return new ListPage(
        tab,
        tabs(who),
        counts(glance),
        onThePhone.stream().limit(MOST_CALLERS).toList(),
        Math.max(0, onThePhone.size() - MOST_CALLERS),
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

  /// How carers are on the phone, by the ids of their conversations.
  Map<String, PhoneMark> marks(List<StaffCalls.Call> goingOn) {
    return goingOn.stream()
        .collect(
            Collectors.toMap(
                StaffCalls.Call::conversation,
                call ->
                    new PhoneMark(
                        PlainWords.onThePhone(
                            call.waitingSince().isPresent(), call.with().map(calls::nameOf)),
                        call.waitingSince()),
                (first, _) -> first));
  }

  private ListPage.OnThePhone onThePhone(StaffCalls.Caller caller) {
    StaffCalls.Call call = caller.call();
    String talks =
        call.waitingSince().isPresent()
            ? "waits since"
            : "talks with " + call.with().map(calls::nameOf).orElse("the service");
    return new ListPage.OnThePhone(
        call.conversation(),
        caller.numberEnds().map(ends -> "Caller ending " + ends).orElse("Number withheld"),
        caller.conversation().place(),
        call.priority(),
        PlainWords.priority(call.priority()),
        talks,
        call.waitingSince());
  }

  private Page<ListRow> rows(
      StaffMember who, Tab tab, int page, StaffDesk.Glance glance, Map<String, PhoneMark> marks) {
    Instant now = clock.instant();
    return switch (tab) {
      case WAITING -> {
        List<Queued> queue = desk.queue(who, glance);
        yield new Page<>(
            queue.stream()
                .skip((long) page * ON_A_PAGE)
                .limit(ON_A_PAGE)
                .map(queued -> waiting(queued, marks, now))
                .toList(),
            queue.size());
      }
      case MINE -> rows(desk.mine(who, page, ON_A_PAGE), tab, marks, now);
      case TEAMS -> rows(desk.teams(who, page, ON_A_PAGE), tab, marks, now);
      case SERVICE -> rows(desk.inState(who, Optional.of("bot"), page, ON_A_PAGE), tab, marks, now);
      case CLOSED ->
          rows(desk.inState(who, Optional.of("closed"), page, ON_A_PAGE), tab, marks, now);
      case SEARCH -> new Page<>(List.of(), 0);
    };
  }

  private Page<ListRow> rows(
      Page<ConversationSummary> found, Tab tab, Map<String, PhoneMark> marks, Instant now) {
    return new Page<>(
        found.items().stream().map(each -> row(each, tab, Optional.empty(), marks, now)).toList(),
        found.total());
  }

  private ListRow waiting(Queued queued, Map<String, PhoneMark> marks, Instant now) {
    ConversationSummary summary = queued.conversation();
    return new ListRow(
        summary.id(),
        queued.priority(),
        PlainWords.priority(queued.priority()),
        PlainWords.reason(reason(queued), handoff.answerWithin()),
        topics(summary),
        summary.place(),
        Optional.of(Wait.of(queued.since(), target(queued.priority()), now)),
        summary.lastMessageAt(),
        summary.owner().map(desk::nameOf),
        summary.team().flatMap(this::teamThatIsNews),
        callBack(summary),
        Optional.ofNullable(marks.get(summary.id())),
        Optional.empty());
  }

  /// Why somebody waits. The queue keeps the first reason; for whoever asked for a person and then
  /// to be rung back, the later is what there is to do.
  static String reason(Queued queued) {
    return queued.reason().equals("asked") && queued.conversation().callBack().isPresent()
        ? "call_back"
        : queued.reason();
  }

  private ListRow row(
      ConversationSummary summary,
      Tab tab,
      Optional<FoundConversation.Snippet> snippet,
      Map<String, PhoneMark> marks,
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
        callBack(summary),
        Optional.ofNullable(marks.get(summary.id())),
        snippet);
  }

  private static Optional<String> callBack(ConversationSummary summary) {
    return summary.callBack().map(PlainWords::callBack);
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
