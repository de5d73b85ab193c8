package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.carersignpost.conversation.store.Claims;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.Drafts;
import org.carersignpost.conversation.store.Loaded;
import org.carersignpost.conversation.store.Saved;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.conversation.store.TakenAction;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Desk;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.dialogue.StaffTurn;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.outbox.Purpose;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What staff do with conversations.
///
/// Each action is decided by [Desk] and saved by compare-and-set like a carer's turn, so that two
/// who act at once can never both have their way. Everything here may be called from many threads,
/// and from several copies of the service on one Redis. Who may see a conversation is decided by
/// whoever calls.
///
/// While the store is away every method ends in a [org.springframework.dao.DataAccessException].
public class StaffConversations {
  /// In whose name the service itself acts.
  public static final String SERVICE = "service";

  private static final Logger LOG = LoggerFactory.getLogger(StaffConversations.class);
  private static final int MOST_TRIES = 8;

  /// In whose name a draft waits that was passed to a team; it can be nobody's account.
  private static final String WHOEVER_TAKES_IT = "*";

  private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9-]{8,64}");

  /// Whoever writes an answer is given this long from the last keystroke that reached us.
  private static final Duration TIME_TO_WRITE = Duration.ofMinutes(2);

  private final ConversationStore store;
  private final StoredConversations stored;
  private final Claims claims;
  private final Drafts drafts;
  private final Duration answerWithin;
  private final Clock clock;

  StaffConversations(
      ConversationStore store,
      StoredConversations stored,
      Claims claims,
      Drafts drafts,
      Duration answerWithin,
      Clock clock) {
    this.store = store;
    this.stored = stored;
    this.claims = claims;
    this.drafts = drafts;
    this.answerWithin = answerWithin;
    this.clock = clock;
  }

  /// What somebody asks for.
  ///
  /// @param conversation the id
  /// @param request names this one wish, so that sending it twice does it once: 8 to 64 letters,
  ///   digits and hyphens
  /// @param by the staff member's account name
  /// @param mayOverrule whether they may act on what a colleague has
  /// @param seen the number of the last line on their screen; empty if they do not say
  /// @param kind what to do
  public record Wish(
      String conversation,
      String request,
      String by,
      boolean mayOverrule,
      Optional<Long> seen,
      StaffAction.Kind kind) {

    /// @throws IllegalArgumentException if the request cannot be one
    public Wish {
      if (!REQUEST.matcher(request).matches()) {
        throw new IllegalArgumentException(
            "A request is named by 8 to 64 letters, digits and hyphens");
      }
    }

    /// The same key of somebody else, or for something else, is another wish.
    private MessageId id() {
      return new MessageId(
          "staff:%s:%s:%s".formatted(by, kind.getClass().getSimpleName(), request));
    }

    /// A wish that is new for certain.
    static Wish once(String conversation, String by, StaffAction.Kind kind) {
      return new Wish(
          conversation, UUID.randomUUID().toString(), by, false, Optional.empty(), kind);
    }
  }

  /// What came of it.
  public sealed interface Result {
    /// It is done, or was done before.
    ///
    /// @param sent the text on its way to the carer, if there is one
    record Done(Optional<OutgoingId> sent) implements Result {}

    /// It cannot be done.
    record Refused(StaffTurn.Why why, Optional<String> owner) implements Result {}

    /// There is no such conversation.
    record Missing() implements Result {}
  }

  /// Does it, or says why not.
  public Result act(Wish wish) {
    MessageId request = wish.id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    StaffAction action = new StaffAction(wish.by(), now, wish.mayOverrule(), wish.kind());
    Loaded loaded = store.load(new ConversationId(wish.conversation()), request);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (!loaded.isStored()) {
        return new Result.Missing();
      }
      if (loaded.answer().isPresent()) {
        return new Result.Done(Optional.empty());
      }
      Optional<Result> refused = refused(wish, loaded);
      if (refused.isPresent()) {
        return refused.get();
      }
      switch (Desk.take(loaded.conversation(), action)) {
        case StaffTurn.Unchanged() -> {
          return new Result.Done(Optional.empty());
        }
        case StaffTurn.Refused(var why, var owner) -> {
          return new Result.Refused(why, owner);
        }
        case StaffTurn.Done done -> {
          TakenAction taken = taken(request, action, done, loaded);
          switch (store.save(taken, loaded)) {
            case Saved.Done _ -> {
              passDraft(wish, loaded.conversation());
              return new Result.Done(taken.outgoing().stream().map(OutgoingText::id).findFirst());
            }
            case Saved.Known _ -> {
              return new Result.Done(Optional.empty());
            }
            case Saved.Lost(var newer) -> loaded = newer;
          }
        }
      }
    }
    throw new IllegalStateException("Others changed the conversation " + MOST_TRIES + " times");
  }

  /// What was begun goes along with a conversation that is passed on, and waits for whoever of a
  /// team takes it.
  private void passDraft(Wish wish, Conversation before) {
    String id = wish.conversation();
    String from = before.ownership() instanceof Ownership.Staff staff ? staff.name() : wish.by();
    try {
      switch (wish.kind()) {
        case StaffAction.PassToPerson(var name, _) -> {
          drafts.pass(id, WHOEVER_TAKES_IT, name);
          drafts.pass(id, from, name);
        }
        case StaffAction.PassToTeam _ -> drafts.pass(id, from, WHOEVER_TAKES_IT);
        case StaffAction.Claim _, StaffAction.TalkByPhone _ ->
            drafts.pass(id, WHOEVER_TAKES_IT, wish.by());
        case StaffAction.Release _,
            StaffAction.Lapse _,
            StaffAction.Reply _,
            StaffAction.Note _,
            StaffAction.HandBack _,
            StaffAction.Close _ -> {}
      }
    } catch (StoreAwayException e) {
      LOG.warn("A draft in {} stays where it was: {}", id, e.reason());
    }
  }

  /// What cannot be known from the conversation alone.
  private static Optional<Result> refused(Wish wish, Loaded loaded) {
    boolean isFinal =
        switch (wish.kind()) {
          case StaffAction.Reply _, StaffAction.Close _, StaffAction.HandBack _ -> true;
          case StaffAction.Claim _,
              StaffAction.TalkByPhone _,
              StaffAction.Release _,
              StaffAction.Lapse _,
              StaffAction.Note _,
              StaffAction.PassToPerson _,
              StaffAction.PassToTeam _ ->
              false;
        };
    if (isFinal && wish.seen().filter(seen -> seen < loaded.heard()).isPresent()) {
      return Optional.of(new Result.Refused(StaffTurn.Why.UNSEEN, Optional.empty()));
    }
    boolean isText =
        wish.kind() instanceof StaffAction.Reply || wish.kind() instanceof StaffAction.HandBack;
    return isText && loaded.number().isEmpty()
        ? Optional.of(new Result.Refused(StaffTurn.Why.NO_NUMBER, Optional.empty()))
        : Optional.empty();
  }

  private TakenAction taken(
      MessageId request, StaffAction action, StaffTurn.Done done, Loaded loaded) {
    List<StaffTurn.Line> lines =
        done.lines().stream().map(StaffConversations::withLookAlikes).toList();
    List<OutgoingText> outgoing =
        lines.stream()
            .filter(StaffTurn.Said.class::isInstance)
            .map(StaffTurn.Said.class::cast)
            .map(said -> outgoing(said, action, loaded))
            .toList();
    return new TakenAction(request, action, new StaffTurn.Done(done.next(), lines), outgoing);
  }

  /// One curly quote would more than halve what a segment holds.
  private static StaffTurn.Line withLookAlikes(StaffTurn.Line line) {
    return line instanceof StaffTurn.Said(var text, var notBefore)
        ? new StaffTurn.Said(Gsm7.withLookAlikes(text), notBefore)
        : line;
  }

  private static OutgoingText outgoing(StaffTurn.Said said, StaffAction action, Loaded loaded) {
    String conversation = loaded.conversation().id().value();
    return new OutgoingText(
        OutgoingId.make(conversation),
        conversation,
        loaded.number().orElseThrow(),
        said.text(),
        said.notBefore().isPresent() ? Purpose.FOLLOW_UP : Purpose.REPLY,
        Optional.of(action.by()),
        said.notBefore().orElse(action.at()),
        Optional.empty());
  }

  /// Keeps what somebody has begun to write, and gives them time to end it.
  public void keepDraft(String conversation, String by, String text) {
    drafts.keep(conversation, by, text);
    if (!text.isBlank() && isWith(conversation, by)) {
      claims.giveTime(conversation, clock.instant().plus(TIME_TO_WRITE));
    }
  }

  private boolean isWith(String conversation, String by) {
    return stored
        .read(conversation, false)
        .filter(found ->
            found.conversation().ownership() instanceof Ownership.Staff staff
                && staff.name().equals(by))
        .isPresent();
  }

  /// What somebody has begun to write.
  public Optional<String> draft(String conversation, String by) {
    return drafts.of(conversation, by);
  }

  /// Puts back everything that somebody has, because they have gone.
  ///
  /// @return how many conversations
  public int releaseAll(String by) {
    List<String> theirs =
        stored.rows("staff").stream()
            .filter(row -> row.owner().equals(Optional.of(by)))
            .map(row -> row.id())
            .toList();
    return (int)
        theirs.stream().filter(id -> isDone(Wish.once(id, by, new StaffAction.Release()))).count();
  }

  /// One that cannot be put back must not keep the others from it.
  private boolean isDone(Wish wish) {
    try {
      return act(wish) instanceof Result.Done;
    } catch (StoreAwayException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Conversation {} stays where it is: {}", wish.conversation(), Fault.described(e));
      return false;
    }
  }

  /// Puts back what has not been answered in time.
  ///
  /// @return how many conversations
  int lapse() {
    Instant now = clock.instant();
    int lapsed = 0;
    for (String id : claims.due(now)) {
      Optional<Instant> countedFrom =
          stored.read(id, false).flatMap(found -> countedFrom(found.conversation().ownership()));
      if (countedFrom.isPresent()
          && !countedFrom.get().plus(answerWithin).isAfter(now)
          && isDone(Wish.once(id, SERVICE, new StaffAction.Lapse(countedFrom.get())))) {
        LOG.info("Conversation {} was not answered in time and waits again", id);
        lapsed++;
      }
    }
    return lapsed;
  }

  private static Optional<Instant> countedFrom(Ownership ownership) {
    return ownership instanceof Ownership.Staff staff ? staff.answerCountsFrom() : Optional.empty();
  }
}
