package org.carersignpost.console.page;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.console.Wait;
import org.carersignpost.console.desk.StaffCalls;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.console.desk.Supervision;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.QualityReview;
import org.carersignpost.conversation.Queued;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.handoff.HandoffProperties;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.carersignpost.staff.Team;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes the page of one conversation from what is known of it, in plain words.
@Component
class OpenConversations {
  private static final int FEW_LINES = 60;
  private static final Set<String> TALKS = Set.of("took_call", "rang_carer");
  private static final int MOST_DANGERS = 3;
  private static final DateTimeFormatter LATER =
      DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK);

  private final StaffDesk desk;
  private final StaffCalls calls;
  private final Supervision supervision;
  private final Lists lists;
  private final Organisations organisations;
  private final HandoffProperties handoff;
  private final Knowledge knowledge;
  private final ZoneId zone;
  private final Clock clock;

  OpenConversations(
      StaffDesk desk,
      StaffCalls calls,
      Supervision supervision,
      Lists lists,
      Organisations organisations,
      HandoffProperties handoff,
      Knowledge knowledge,
      @Value("${signpost.zone:Europe/London}") ZoneId zone,
      Clock clock) {
    this.desk = desk;
    this.calls = calls;
    this.supervision = supervision;
    this.lists = lists;
    this.organisations = organisations;
    this.handoff = handoff;
    this.knowledge = knowledge;
    this.zone = zone;
    this.clock = clock;
  }

  /// @param all whether every line is wanted, or the newest few
  /// @param goingOn all calls
  /// @throws org.springframework.web.server.ResponseStatusException 404 if there is none that may
  ///   be seen
  OpenConversation of(StaffMember who, String id, boolean all, List<StaffCalls.Call> goingOn) {
    ConversationView view = desk.watch(who, id);
    Optional<Queued> queued = desk.queued(who, id);
    Instant now = clock.instant();
    boolean isOwn = view.owner().equals(Optional.of(who.name()));
    Timeline timeline =
        new Timeline(
            who.name(),
            new Timeline.Names(desk::nameOf, this::teamName, knowledge.topicNames()),
            handoff.answerWithin(),
            Timeline.voicemails(view).isEmpty() ? Set.of() : calls.recordings(id),
            zone);
    List<OpenConversation.Heard> dangers = dangers(view);
    return new OpenConversation(
        view,
        who(view),
        standing(view, who),
        view.claimedAt().or(view::owedSince),
        PlainWords.priority(view.priority()),
        queued
            .map(Lists::reason)
            .filter(reason -> !isShownAsDanger(reason, dangers))
            .filter(reason -> !isShownAsCallBack(reason, view))
            .map(reason -> PlainWords.reason(reason, handoff.answerWithin())),
        view.owedSince().map(since -> Wait.of(since, lists.target(view.priority()), now)),
        isOwn ? answerBy(view) : Optional.empty(),
        facts(view),
        warnings(view),
        dangers,
        timeline.of(view, all ? Integer.MAX_VALUE : FEW_LINES),
        who.is(Role.SUPERVISOR) ? judged(id) : Map.of(),
        !all && Timeline.length(view) > FEW_LINES,
        may(view, who, isOwn),
        Optional.ofNullable(lists.marks(goingOn).get(id)),
        ring(view, who, isOwn),
        asksForNote(view, who));
  }

  private OpenConversation.Ring ring(ConversationView view, StaffMember who, boolean isOwn) {
    if (view.phone().equals("withheld")) {
      return new OpenConversation.Ring(
          "The number was withheld, so this carer cannot be rung.", false);
    }
    if (!isOwn && view.owner().isPresent()) {
      String owner = view.owner().map(desk::nameOf).orElseThrow();
      return new OpenConversation.Ring(
          owner + " has this conversation, so only they can ring.", false);
    }
    return calls.phoneOf(who).isEmpty()
        ? new OpenConversation.Ring("You have no phone for calls yet.", true)
        : new OpenConversation.Ring("", false);
  }

  /// Whether the last that somebody did here was to talk with the carer.
  private static boolean asksForNote(ConversationView view, StaffMember who) {
    Optional<ConversationView.EventView> last =
        view.events().reversed().stream()
            .filter(event -> event.by().equals(who.name()))
            .findFirst();
    return last.filter(event -> TALKS.contains(event.what())).isPresent()
        && view.notes().stream()
            .noneMatch(note -> note.by().equals(who.name()) && note.line() > last.get().line());
  }

  private Map<String, String> judged(String id) {
    return supervision.verdicts(id).entrySet().stream()
        .collect(
            Collectors.toMap(each -> Timeline.id(each.getKey()), each -> words(each.getValue())));
  }

  private String words(QualityReview.Verdict verdict) {
    String by = desk.nameOf(verdict.by());
    if (verdict.isGood()) {
      return "✓ Right, says " + by;
    }
    return "✗ Not right, says " + by + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason());
  }

  private static String who(ConversationView view) {
    return switch (view.phone()) {
      case "withheld" -> "Number withheld";
      case "landline" -> "Landline ending " + view.numberEnds().orElse("");
      default -> "Mobile ending " + view.numberEnds().orElse("");
    };
  }

  private String standing(ConversationView view, StaffMember who) {
    return switch (view.state()) {
      case "waiting" -> "Waits for a person";
      case "staff" ->
          view.owner().equals(Optional.of(who.name()))
              ? "With you"
              : "With " + view.owner().map(desk::nameOf).orElse("a colleague");
      case "closed" -> view.replyOwed() ? "Closed, an answer is owed" : "Closed";
      default -> "The service answers";
    };
  }

  private Optional<Instant> answerBy(ConversationView view) {
    return view.owedSince()
        .flatMap(owed -> view.claimedAt().map(taken -> taken.isAfter(owed) ? taken : owed))
        .map(from -> from.plus(handoff.answerWithin()));
  }

  private List<OpenConversation.Fact> facts(ConversationView view) {
    List<OpenConversation.Fact> facts = new ArrayList<>();
    Map<String, String> topics = knowledge.topicNames();
    view.place().ifPresent(place -> facts.add(new OpenConversation.Fact("Place", place)));
    if (!view.topics().isEmpty()) {
      facts.add(
          new OpenConversation.Fact(
              "Needs", joined(view.topics().stream().map(id -> topics.getOrDefault(id, id)))));
    }
    view.relation()
        .map(id -> knowledge.relationNames().getOrDefault(id, id))
        .ifPresent(
            name -> facts.add(new OpenConversation.Fact("Cares for", PlainWords.capital(name))));
    if (!view.conditions().isEmpty()) {
      Map<String, String> names = knowledge.conditionNames();
      facts.add(
          new OpenConversation.Fact(
              "Living with",
              joined(view.conditions().stream().map(id -> names.getOrDefault(id, id)))));
    }
    if (view.youngCarer().orElse(false)) {
      facts.add(new OpenConversation.Fact("Age", "Under 18"));
    }
    view.team().ifPresent(team -> facts.add(new OpenConversation.Fact("Team", teamName(team))));
    List<String> offered = offered(view);
    if (!offered.isEmpty()) {
      facts.add(new OpenConversation.Fact("Was offered", joined(offered.stream())));
    }
    return facts;
  }

  private static String joined(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }

  private List<String> offered(ConversationView view) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone);
    Set<String> ids = new LinkedHashSet<>(view.offered());
    ids.addAll(view.offeredBefore());
    return ids.stream()
        .map(id -> knowledge.directory().signpost(id, now).map(Signpost::name).orElse(id))
        .toList();
  }

  private List<OpenConversation.Warning> warnings(ConversationView view) {
    List<OpenConversation.Warning> warnings = new ArrayList<>();
    if (view.phone().equals("withheld")) {
      warnings.add(
          new OpenConversation.Warning(
              "care", "The number was withheld, so this carer cannot be texted."));
    }
    if (view.phone().equals("landline")) {
      warnings.add(
          new OpenConversation.Warning(
              "care", "This is a landline. Texts may be read aloud, also to others at home."));
    }
    view.callBack()
        .ifPresent(when ->
            warnings.add(
                new OpenConversation.Warning(
                    "care",
                    "Wants to be rung back"
                        + (when.isBlank()
                            ? "."
                            : ": " + when + ". Other times may not be safe."))));
    later(view)
        .ifPresent(due ->
            warnings.add(
                new OpenConversation.Warning(
                    "care",
                    "A text is still to be sent on "
                        + LATER.format(due.atZone(zone))
                        + ". Take it back if it must not go.")));
    if (view.optedOut()) {
      warnings.add(
          new OpenConversation.Warning(
              "care", "This carer has opted out. Answer what they ask, but start nothing."));
    }
    return warnings;
  }

  /// When the next text goes that was written to be sent later.
  private Optional<Instant> later(ConversationView view) {
    Instant now = clock.instant();
    return view.messages().stream()
        .flatMap(message -> message.due().stream())
        .filter(due -> due.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /// Each danger as it was heard last.
  private static List<OpenConversation.Heard> dangers(ConversationView view) {
    Map<String, OpenConversation.Heard> dangers = new LinkedHashMap<>();
    for (MessageView message : view.messages().reversed()) {
      List<String> risks =
          message.understood().map(MessageView.Understood::risks).orElse(List.of());
      for (TimelineLine.Danger danger : Timeline.dangers(risks)) {
        dangers.putIfAbsent(
            danger.level() + danger.about(),
            new OpenConversation.Heard(
                "line-" + message.line(),
                message.at(),
                danger.level(),
                danger.levelWords(),
                danger.about()));
      }
    }
    return dangers.values().stream().limit(MOST_DANGERS).toList();
  }

  /// What is said beside the danger need not be said again.
  private static boolean isShownAsDanger(String reason, List<OpenConversation.Heard> dangers) {
    return !dangers.isEmpty() && (reason.startsWith("risk.") || reason.startsWith("possible."));
  }

  private static boolean isShownAsCallBack(String reason, ConversationView view) {
    return reason.equals("call_back") && view.callBack().isPresent();
  }

  private static OpenConversation.May may(ConversationView view, StaffMember who, boolean isOwn) {
    boolean isStaffed = view.state().equals("staff");
    return new OpenConversation.May(
        !isStaffed,
        isStaffed && !isOwn && who.is(Role.SUPERVISOR),
        isOwn && !view.phone().equals("withheld"),
        isOwn,
        isOwn || view.state().equals("waiting"),
        who.is(Role.SUPERVISOR));
  }

  private String teamName(String id) {
    return organisations.team(id).map(Team::name).orElse(id);
  }
}
