package org.carersignpost.conversation.store;

import static org.carersignpost.conversation.store.StoredMessage.Author;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.handoff.WaitingQueue;
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
  /// Of a longer conversation the oldest messages are dropped.
  static final int MOST_MESSAGES = 2_000;

  private static final Logger LOG = LoggerFactory.getLogger(ConversationStore.class);
  static final Script LOAD = Script.of("", "loaded.lua", "load.lua");
  static final Script SAVE = Script.of(WaitingQueue.LUA, "loaded.lua", "save.lua");

  private final RedisTalk redis;
  private final SealedJson sealed;
  private final LoadedReply replies;
  private final Retention retention;
  private final WaitingQueue queue;
  private final Expiry expiry;
  private final Clock clock;

  public ConversationStore(
      StringRedisTemplate redis, Seal seal, Retention retention, WaitingQueue queue, Clock clock) {
    this.redis = new RedisTalk(redis);
    this.sealed = new SealedJson(seal);
    this.replies = new LoadedReply(sealed);
    this.retention = retention;
    this.queue = queue;
    this.expiry = new Expiry(this.redis);
    this.clock = clock;
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

  /// Saves a turn that was decided upon a loaded conversation.
  public Saved save(TakenTurn taken, Loaded onto) {
    Keys keys = Keys.of(taken.conversation().value());
    List<byte[]> args = saveArguments(taken, onto);
    Reply reply = redis.list("save", SAVE, keys.all(), args);
    String outcome = reply.text(0).orElse("");
    return switch (outcome) {
      case "saved" -> new Saved.Done();
      case "known" ->
          new Saved.Known(
              answer(
                  reply.bytes(1).orElse(new byte[0]), taken.conversation(), taken.message().id()));
      case "lost" ->
          new Saved.Lost(replies.loaded(reply.list(1), taken.conversation(), Optional.empty()));
      default -> throw new IllegalStateException("save.lua returned something unexpected");
    };
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
    Optional<List<String>> answer =
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
  private List<String> answer(byte[] bytes, ConversationId id, MessageId message) {
    if (bytes.length == 0) {
      return List.of();
    }
    try {
      SealedJson.Answer answer = sealed.answer(bytes, id, message);
      boolean over = !answer.at().plus(retention.answers()).isAfter(clock.instant());
      return over ? List.of() : answer.texts();
    } catch (RuntimeException e) {
      LOG.error("The answer to {} cannot be read: {}", message, e.getClass().getName());
      return List.of();
    }
  }

  /// In the order that `save.lua` names.
  List<byte[]> saveArguments(TakenTurn taken, Loaded onto) {
    ConversationId id = taken.conversation();
    InboundMessage message = taken.message();
    Conversation next = taken.turn().next();
    Instant now = clock.instant();
    Instant lastAt = latest(message.at(), onto.conversation().lastMessageAt());
    List<StoredMessage> messages = messages(taken, onto.sequence());
    SealedJson.Answer answer = new SealedJson.Answer(message.at(), taken.turn().texts());

    List<byte[]> args = new ArrayList<>();
    args.add(bytes(id.value()));
    args.add(bytes(message.id().value()));
    args.add(bytes(onto.version()));
    args.add(bytes(now.toEpochMilli()));
    args.add(bytes(MOST_MESSAGES));
    args.add(sealed.body(new SealedJson.Body(next, taken.number().or(onto::number))));
    args.add(bytes(next.ownership().state()));
    args.add(bytes(next.priority().id()));
    args.add(bytes(lastAt.toEpochMilli()));
    args.add(bytes(messages.getLast().sequence()));
    args.add(sealed.answer(answer, id, message.id()));
    args.add(bytes(message.at().plus(retention.answers()).toEpochMilli()));
    args.add(bytes(now.plus(retention.messageIds()).toEpochMilli()));
    args.add(bytes(lastAt.plus(retention.conversation()).toEpochMilli()));
    args.addAll(waitingArguments(taken, onto));
    args.add(bytes(optOut(taken)));
    messages.forEach(each -> args.add(sealed.message(each, id)));
    return args;
  }

  private List<byte[]> waitingArguments(TakenTurn taken, Loaded onto) {
    byte[] nothing = new byte[0];
    return switch (Waiting.of(taken, onto.conversation().ownership())) {
      case Waiting.Open(var priority, var reason) ->
          List.of(
              bytes("open"),
              bytes(WaitingQueue.band(priority)),
              bytes(taken.message().at().toEpochMilli()),
              queue.sealedReason(taken.conversation(), reason));
      case Waiting.Close() -> List.of(bytes("close"), nothing, nothing, nothing);
      case Waiting.Leave() -> List.of(bytes("leave"), nothing, nothing, nothing);
    };
  }

  /// A withheld number cannot be written to, so there is nothing to register.
  private static String optOut(TakenTurn taken) {
    String last = "";
    for (Effect effect : taken.turn().effects()) {
      last =
          switch (effect) {
            case Effect.OptOut() -> taken.number().isPresent() ? "out" : "";
            case Effect.OptIn() -> "in";
            case Effect.Handoff handoff -> last;
          };
    }
    return last;
  }

  private static List<StoredMessage> messages(TakenTurn taken, long lastSequence) {
    InboundMessage said = taken.message();
    StoredMessage.Heard heard =
        new StoredMessage.Heard(
            said.id(), said.mediaCount(), said.optOut(), taken.meaning(), taken.turn().decidedBy());
    List<StoredMessage> messages = new ArrayList<>();
    long sequence = lastSequence + 1;
    messages.add(
        new StoredMessage(
            sequence,
            said.at(),
            Author.CARER,
            said.utterance(),
            said.channel(),
            Optional.of(heard)));
    for (String text : taken.turn().texts()) {
      sequence++;
      messages.add(
          new StoredMessage(
              sequence, said.at(), Author.BOT, text, said.channel(), Optional.empty()));
    }
    return messages;
  }

  private static Instant latest(Instant at, Optional<Instant> other) {
    return other.filter(at::isBefore).orElse(at);
  }

  private static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
