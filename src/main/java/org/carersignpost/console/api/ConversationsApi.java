package org.carersignpost.console.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.console.Problems;
import org.carersignpost.console.RequestKey;
import org.carersignpost.console.Wording;
import org.carersignpost.console.desk.StaffDesk;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.Queued;
import org.carersignpost.conversation.StaffConversations.Result;
import org.carersignpost.dialogue.Outcome;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.handoff.Lookers;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.staff.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The conversations, for the console and for programs of the partners.
///
/// Numbers stand in bodies only, never in an address, because addresses end up in logs. Whatever
/// changes something may carry an `Idempotency-Key`: the same key again does it once.
@RestController
@RequestMapping("/api/v1/conversations")
public class ConversationsApi {
  private static final Set<String> STATES = Set.of("bot", "waiting", "staff", "closed");
  private static final String WHOLE_NUMBER = "\\+[1-9]\\d{6,14}";
  static final String KEY = "Idempotency-Key";
  private static final String WISH = "[A-Za-z0-9-]{8,64}";

  private final StaffDesk desk;
  private final Clock clock;

  ConversationsApi(StaffDesk desk, Clock clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /// What to search for.
  ///
  /// @param phone a whole number in E.164 form, `+447700900123`; if it is given, nothing else
  ///   counts
  /// @param words what was said, by whomever; in quotes a phrase
  /// @param topic the id of a topic
  /// @param place a town, a postcode or a council area
  /// @param states any of `bot`, `waiting`, `staff` and `closed`; missing for all
  /// @param page from 0
  public record Search(
      @Nullable String phone,
      @Nullable String words,
      @Nullable String topic,
      @Nullable String place,
      @Nullable Set<String> states,
      @Nullable Integer page) {
    ConversationQuery query() {
      return ConversationQuery.of(
          words == null ? "" : words,
          Optional.ofNullable(topic),
          Optional.ofNullable(place),
          states == null ? Set.of() : states);
    }

    boolean isEmpty() {
      return words == null && topic == null && place == null;
    }
  }

  /// A page of what was found.
  public record FoundPage(List<StaffDesk.Found> items, long total) {}

  /// What to send.
  ///
  /// @param text the words, at most 1,600 characters
  /// @param notBefore when to send them; missing for now
  /// @param seen the number of the last line the writer has seen; if the carer has written since,
  ///   nothing is sent
  record NewMessage(@Nullable String text, @Nullable Instant notBefore, @Nullable Long seen) {}

  /// What to write down.
  record NewNote(@Nullable String text) {}

  /// How it ended.
  ///
  /// @param outcome `helped` if missing, `signposted`, `referred`, `no_answer`, `unsuitable`,
  ///   `repeat`
  /// @param topics ids of topics; missing for those it has
  /// @param replyOwed whether the carer's next text must come back to staff
  /// @param seen the number of the last line that was seen
  public record Ending(
      @Nullable String outcome,
      @Nullable List<String> topics,
      @Nullable Boolean replyOwed,
      @Nullable Long seen) {}

  /// To whom it goes: one of a person, a team and an organisation.
  ///
  /// @param person an account name
  record Recipient(@Nullable String person, @Nullable String team, @Nullable String organisation) {}

  /// What the carer is told; the usual words if missing.
  public record FarewellLine(@Nullable String line, @Nullable Long seen) {}

  /// What somebody has begun to write.
  record Draft(@Nullable String text) {}

  /// What somebody does there: `looking`, `writing` or `gone`.
  public record Activity(@Nullable String doing) {}

  /// A conversation after something was done.
  ///
  /// @param outgoing names the text that is on its way
  public record Done(ConversationSummary conversation, Optional<String> outgoing) {}

  @GetMapping
  Page<ConversationSummary> list(
      @AuthenticationPrincipal StaffMember who,
      @RequestParam Optional<String> state,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "20") int size) {
    if (state.isPresent() && !STATES.contains(state.get())) {
      throw Problems.badRequest("state is one of bot, waiting, staff and closed.");
    }
    if (page < 0 || size < 1 || size > Conversations.MOST_A_PAGE) {
      throw Problems.badRequest(
          "page counts from 0, and size is 1 to " + Conversations.MOST_A_PAGE + ".");
    }
    return desk.inState(who, state, page, size);
  }

  @GetMapping("/queue")
  List<Queued> queue(@AuthenticationPrincipal StaffMember who) {
    return desk.queue(who);
  }

  @PostMapping("/search")
  FoundPage search(@AuthenticationPrincipal StaffMember who, @RequestBody Search search) {
    if (search.states() != null && search.states().stream().anyMatch(ConversationsApi::isNoState)) {
      throw Problems.badRequest("states are any of bot, waiting, staff and closed.");
    }
    if (search.page() != null && search.page() < 0) {
      throw Problems.badRequest("page counts from 0.");
    }
    if (search.phone() == null && !search.isEmpty()) {
      Page<StaffDesk.Found> found =
          desk.search(who, search.query(), search.page() == null ? 0 : search.page());
      return new FoundPage(found.items(), found.total());
    }
    String phone = search.phone() == null ? "" : search.phone().replace(" ", "");
    if (!phone.matches(WHOLE_NUMBER)) {
      throw Problems.badRequest("phone is a whole number with its country, like +447700900123.");
    }
    List<StaffDesk.Found> found =
        desk.byNumber(who, phone).stream()
            .map(each -> new StaffDesk.Found(each, Optional.empty()))
            .toList();
    return new FoundPage(found, found.size());
  }

  @GetMapping("/{id}")
  ConversationView view(@AuthenticationPrincipal StaffMember who, @PathVariable String id) {
    return desk.open(who, id);
  }

  @PostMapping("/{id}/claim")
  Done claim(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key) {
    return act(who, id, key, Optional.empty(), new StaffAction.Claim());
  }

  @PostMapping("/{id}/take-over")
  Done takeOver(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key) {
    return done(id, desk.takeOver(who, id, request(key, id, "take-over")));
  }

  @PostMapping("/{id}/release")
  Done release(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key) {
    return act(who, id, key, Optional.empty(), new StaffAction.Release());
  }

  @PostMapping("/{id}/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Done send(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key,
      @RequestBody NewMessage message) {
    String text = Wording.toCarer(message.text());
    Optional<Instant> later = Wording.later(message.notBefore(), clock.instant());
    return act(
        who, id, key, Optional.ofNullable(message.seen()), new StaffAction.Reply(text, later));
  }

  @PostMapping("/{id}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  Done note(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key,
      @RequestBody NewNote note) {
    return act(
        who, id, key, Optional.empty(), new StaffAction.Note(Wording.toColleagues(note.text())));
  }

  @PostMapping("/{id}/transfer")
  Done transfer(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key,
      @RequestBody Recipient to) {
    StaffAction.Kind kind =
        desk.passing(
            Optional.ofNullable(to.person()),
            Optional.ofNullable(to.team()),
            Optional.ofNullable(to.organisation()));
    return act(who, id, key, Optional.empty(), kind);
  }

  @PostMapping("/{id}/hand-back")
  Done handBack(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key,
      @RequestBody(required = false) @Nullable FarewellLine given) {
    FarewellLine farewell = given == null ? new FarewellLine(null, null) : given;
    String line = farewell.line() == null ? desk.usualFarewell() : Wording.toCarer(farewell.line());
    return act(who, id, key, Optional.ofNullable(farewell.seen()), new StaffAction.HandBack(line));
  }

  @PostMapping("/{id}/close")
  Done close(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestHeader(KEY) Optional<String> key,
      @RequestBody(required = false) @Nullable Ending given) {
    Ending ending = given == null ? new Ending(null, null, null, null) : given;
    Outcome outcome = ending.outcome() == null ? Outcome.HELPED : Wording.outcome(ending.outcome());
    List<String> topics = ending.topics() == null ? List.of() : ending.topics();
    StaffAction.Close close =
        new StaffAction.Close(
            outcome, desk.knownTopics(topics), Boolean.TRUE.equals(ending.replyOwed()));
    return act(who, id, key, Optional.ofNullable(ending.seen()), close);
  }

  @GetMapping("/{id}/draft")
  Draft draft(@AuthenticationPrincipal StaffMember who, @PathVariable String id) {
    return new Draft(desk.draft(who, id).orElse(""));
  }

  @PutMapping("/{id}/draft")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepDraft(
      @AuthenticationPrincipal StaffMember who, @PathVariable String id, @RequestBody Draft draft) {
    desk.keepDraft(who, id, Wording.draft(draft.text()));
  }

  @PostMapping("/{id}/looking")
  List<Lookers.Looker> look(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable String id,
      @RequestBody Activity activity) {
    return desk.look(who, id, Wording.doing(activity.doing()));
  }

  private Done act(
      StaffMember who,
      String id,
      Optional<String> key,
      Optional<Long> seen,
      StaffAction.Kind kind) {
    return done(id, desk.act(who, id, request(key, id, kind.toString()), seen, kind));
  }

  private Done done(String id, Result result) {
    return switch (result) {
      case Result.Done(var sent) -> new Done(desk.known(id), sent.map(OutgoingId::value));
      case Result.Refused refused ->
          throw Problems.refused(refused, refused.owner().map(desk::nameOf).orElse(""));
      case Result.Missing() -> throw Problems.notFound("There is no conversation of that id.");
    };
  }

  /// The same key with other words is another wish, which must not be told that it is done.
  static String request(Optional<String> key, String id, String what) {
    if (key.isPresent() && !key.get().matches(WISH)) {
      throw Problems.badRequest(KEY + " is 8 to 64 letters, digits and hyphens.");
    }
    return RequestKey.of(key.orElse(""), id, what);
  }

  private static boolean isNoState(@Nullable String state) {
    return state == null || !STATES.contains(state);
  }
}
