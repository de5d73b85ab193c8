package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.privacy.Retention;
import org.carersignpost.privacy.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Loads conversations and saves turns. Each is one round trip, and a save is one step: all of it
/// happens, or none.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses. All are safe
/// for many threads.
public final class ConversationStore {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationStore.class);
  static final Script LOAD = Script.of("", "loaded.lua", "load.lua");
  static final Script SAVE =
      Script.of(WaitingQueue.LUA + OutboxScript.LUA, "loaded.lua", "save.lua");

  private final RedisTalk redis;
  private final SealedJson sealed;
  private final LoadedReply replies;
  private final Retention retention;
  private final SaveArguments arguments;
  private final Alarms alarms;
  private final Recordings recordings;
  private final SavedListener whenSaved;
  private final Expiry expiry;
  private final Clock clock;

  /// @param alarms makes the text that goes to a duty phone
  /// @param recordings is told of every message that a caller left
  /// @param answerWithin how long a staff member who has a conversation may leave the carer waiting
  /// @param zone where a day begins
  /// @param whenSaved is told of every conversation that has changed, after the change; it must not
  ///   wait and not fail
  public ConversationStore(
      StringRedisTemplate redis,
      Seal seal,
      Retention retention,
      WaitingQueue queue,
      Alarms alarms,
      Recordings recordings,
      Duration answerWithin,
      ZoneId zone,
      SavedListener whenSaved,
      Clock clock) {
    this.redis = new RedisTalk(redis);
    this.sealed = new SealedJson(seal);
    this.replies = new LoadedReply(sealed);
    this.retention = retention;
    this.arguments =
        new SaveArguments(sealed, retention, queue, new OutboxScript(seal), answerWithin, zone);
    this.alarms = alarms;
    this.recordings = recordings;
    this.whenSaved = whenSaved;
    this.expiry = new Expiry(this.redis);
    this.clock = clock;
  }

  /// Is told of every conversation that has changed.
  @FunctionalInterface
  public interface SavedListener {
    /// @param before what it was, as far as was known
    /// @param isSending whether there is something to be sent
    void saved(Conversation before, Conversation next, boolean isSending);
  }

  /// Makes the text that tells a duty phone of a crisis.
  @FunctionalInterface
  public interface Alarms {
    /// The text, to be sent unless somebody has taken the conversation by then; empty when there is
    /// nobody to tell.
    ///
    /// @param crisis the conversation
    /// @param at when the crisis was found
    Optional<OutgoingText> textFor(Conversation crisis, Instant at);
  }

  /// The conversation of a carer, and what was answered to this message if it was answered before.
  ///
  /// A carer keeps the pseudonym under which something is stored already, even after the pseudonym
  /// key has changed.
  ///
  /// @param pseudonyms every pseudonym the carer may be stored under, the current first
  public Loaded load(List<String> pseudonyms, MessageId message) {
    Loaded current = load(pseudonyms.getFirst(), message);
    if (isSomething(current)) {
      return current;
    }
    for (String older : pseudonyms.subList(1, pseudonyms.size())) {
      Loaded found = load(older, message);
      if (isSomething(found)) {
        return found;
      }
    }
    return current;
  }

  /// One conversation as it stands, for a staff member's action.
  ///
  /// @param request the request, to find out whether it was carried out already
  public Loaded load(ConversationId id, MessageId request) {
    return load(id.value(), request);
  }

  /// Saves a turn that was decided upon a loaded conversation.
  public Saved save(TakenTurn taken, Loaded onto) {
    Change change = change(taken, onto);
    // Before the turn is saved: what is wanted twice is fetched once, what is not wanted never.
    taken
        .message()
        .call()
        .map(CallStep::heard)
        .ifPresent(heard -> {
          if (heard instanceof Heard.Recorded(var recording, _)) {
            recordings.left(
                change.next().id().value(), recording, taken.message().at(), clock.instant());
          }
        });
    return save(change, onto);
  }

  /// What a turn that was decided upon a loaded conversation writes.
  Change change(TakenTurn taken, Loaded onto) {
    Optional<OutgoingText> alert =
        CarerChange.isCrisis(taken)
            ? alarms.textFor(taken.turn().next(), taken.message().at())
            : Optional.empty();
    return CarerChange.of(taken, onto.conversation().ownership(), alert);
  }

  /// Saves a staff member's action that was decided upon a loaded conversation.
  public Saved save(TakenAction taken, Loaded onto) {
    Conversation next = taken.done().next();
    boolean isAlone =
        next.ownership() instanceof Ownership.Waiting && next.priority() == Priority.CRISIS;
    Optional<OutgoingText> alert =
        isAlone ? alarms.textFor(next, taken.action().at()) : Optional.empty();
    return save(StaffChange.of(taken, alert), onto);
  }

  private Saved save(Change change, Loaded onto) {
    ConversationId id = change.next().id();
    Reply reply = redis.list("save", SAVE, Keys.of(id.value()).all(), saveArguments(change, onto));
    String outcome = reply.text(0).orElse("");
    return switch (outcome) {
      case "saved" -> {
        whenSaved.saved(onto.conversation(), change.next(), arguments.hasOutgoing(change));
        yield new Saved.Done();
      }
      case "known" -> new Saved.Known(answer(reply.bytes(1).orElse(new byte[0]), id, change.id()));
      case "lost" -> new Saved.Lost(replies.loaded(reply.list(1), id, Optional.empty()));
      default -> throw new IllegalStateException("save.lua returned something unexpected");
    };
  }

  List<byte[]> saveArguments(Change change, Loaded onto) {
    return arguments.of(change, onto, clock.instant());
  }

  private static boolean isSomething(Loaded loaded) {
    return loaded.isStored() || loaded.answer().isPresent() || loaded.conversation().optedOut();
  }

  private Loaded load(String pseudonym, MessageId message) {
    Reply reply = loadReply(pseudonym, message);
    if (isOverdue(reply)) {
      // The sweeper has not come yet; what is overdue must not be remembered until it does.
      expiry.expireConversation(pseudonym, clock.instant());
      reply = loadReply(pseudonym, message);
    }
    ConversationId id = new ConversationId(pseudonym);
    Optional<Given> answer =
        reply.bytes(LoadedReply.ADDED).map(bytes -> answer(bytes, id, message));
    return replies.loaded(reply, id, answer);
  }

  private Reply loadReply(String pseudonym, MessageId message) {
    return redis.list(
        "load",
        LOAD,
        Keys.of(pseudonym).forLoad(),
        List.of(bytes(pseudonym), bytes(message.value())));
  }

  private boolean isOverdue(Reply reply) {
    return LoadedReply.lastAt(reply)
        .filter(at -> !at.plus(retention.conversation()).isAfter(clock.instant()))
        .isPresent();
  }

  /// The words of an answer, or none once its time is up.
  private Given answer(byte[] bytes, ConversationId id, MessageId message) {
    if (bytes.length == 0) {
      return Given.NOTHING;
    }
    try {
      SealedJson.Answer answer = sealed.answer(bytes, id, message);
      boolean over = !answer.at().plus(retention.answers()).isAfter(clock.instant());
      return over ? Given.NOTHING : answer.given();
    } catch (RuntimeException e) {
      LOG.error("The answer to {} cannot be read: {}", message, e.getClass().getName());
      return Given.NOTHING;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
