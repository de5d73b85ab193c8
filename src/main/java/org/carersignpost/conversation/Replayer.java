package org.carersignpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.Loaded;
import org.carersignpost.conversation.store.Saved;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what was answered while the store was away, as it was: the same ids, the same words, in
/// their order.
///
/// Nothing is decided again. What has been stored since is not undone: the turn is laid beneath it.
final class Replayer {
  private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
  private static final int MOST_TRIES = 50;

  private final Spool spool;
  private final Outage outage;
  private final ConversationStore store;
  private final CarerNames names;

  Replayer(Spool spool, Outage outage, ConversationStore store, CarerNames names) {
    this.spool = spool;
    this.outage = outage;
    this.store = store;
    this.names = names;
  }

  /// Stores whatever waits, as far as the store goes along.
  void replay() {
    int waiting = spool.size();
    if (waiting == 0) {
      return;
    }
    try {
      spool.drain(this::store);
    } catch (StoreAwayException e) {
      LOG.debug("{} turns wait for the store: {}", spool.size(), e.reason());
    }
    if (spool.size() < waiting) {
      LOG.info("{} turns of the spool are stored, {} wait", waiting - spool.size(), spool.size());
    }
  }

  /// Stores what waits of one carer, so that what comes next is stored after it.
  ///
  /// @param pseudonyms the names the carer may be stored under
  /// @throws StoreAwayException if the store is away
  void replayFor(List<String> pseudonyms) {
    spool.drainFor(pseudonyms, this::store);
  }

  private void store(TakenTurn taken) {
    Loaded loaded = store.load(names.of(taken), taken.message().id());
    for (int tries = 0; loaded.answer().isEmpty() && tries < MOST_TRIES; tries++) {
      switch (store.save(onto(loaded.conversation(), taken), loaded)) {
        case Saved.Done _, Saved.Known _ -> {
          outage.forget(taken.message().id());
          return;
        }
        case Saved.Lost(var now) -> loaded = now;
      }
    }
    if (loaded.answer().isEmpty()) {
      throw new StoreAwayException(
          "Other turns came first too often", new IllegalStateException("contention"));
    }
    outage.forget(taken.message().id());
  }

  /// The turn as it is stored onto what is there by now.
  static TakenTurn onto(Conversation stored, TakenTurn taken) {
    Turn turn = taken.turn();
    Conversation next = merged(stored, turn.next(), taken.message().at());
    return new TakenTurn(
        taken.message(),
        taken.number(),
        taken.meaning(),
        new Turn(next, turn.texts(), turn.effects(), turn.decidedBy(), turn.spoken()));
  }

  private static Conversation merged(Conversation stored, Conversation decided, Instant at) {
    boolean isNewer =
        stored
            .lastMessageAt()
            .flatMap(last -> decided.lastMessageAt().map(last::isBefore))
            .orElse(true);
    Conversation newer = isNewer ? decided : stored;
    Conversation older = isNewer ? stored : decided;
    return new Conversation(
        stored.id(),
        owner(stored.ownership(), decided.ownership(), at),
        stored.routing().or(decided::routing),
        stored.priority().or(decided.priority()),
        older.slots().updatedBy(newer.slots()),
        newer.topics().isEmpty() ? older.topics() : newer.topics(),
        newer.offer().or(older::offer),
        newer.question(),
        newer.placesAsked().or(older::placesAsked),
        newer.misses(),
        stored.noticeGiven() || decided.noticeGiven(),
        newer.optedOut(),
        newer.lastTexts().isEmpty() ? older.lastTexts() : newer.lastTexts(),
        newer.lastMessageAt().or(older::lastMessageAt),
        merged(stored.calling(), newer.calling()),
        newer.toldIn().or(older::toldIn));
  }

  /// A call that has ended meanwhile is not begun again, and no wish is lost.
  private static Calling merged(Calling stored, Calling newer) {
    return new Calling(
        stored.call().flatMap(_ -> newer.call()),
        newer.textsWelcome().or(stored::textsWelcome),
        newer.callBack().or(stored::callBack));
  }

  /// Whoever has the conversation keeps it and owes an answer; asking for a person, or writing
  /// again after the end, still counts.
  private static Ownership owner(Ownership stored, Ownership decided, Instant at) {
    return switch (stored) {
      case Ownership.Staff(var name, var since, var owedSince) ->
          new Ownership.Staff(name, since, owedSince.or(() -> Optional.of(at)));
      case Ownership.Waiting waiting -> waiting;
      case Ownership.Bot _, Ownership.Closed _ ->
          decided instanceof Ownership.Waiting ? decided : new Ownership.Bot();
    };
  }
}
