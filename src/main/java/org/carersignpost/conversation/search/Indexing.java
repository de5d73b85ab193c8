package org.carersignpost.conversation.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.conversation.store.StoredConversations.Listed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings an index to what is stored, a little at a time.
///
/// One thread calls [#work] again and again. Changes come first. Besides, all conversations are
/// listed now and then, newest first, and those of which the index does not know the last message
/// are read: at first that is every one of them, later what a lost change has left behind.
final class Indexing {
  /// Whoever calls rests at least as long, so that turns keep their share of the processors.
  private static final Duration AT_A_TIME = Duration.ofMillis(100);

  private static final Duration BETWEEN_PASSES = Duration.ofMinutes(10);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
  private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

  private final ConversationIndex index;
  private final StoredConversations stored;
  private final Room room;
  private final Duration kept;
  private final Clock clock;
  private final Changes changes = new Changes();
  private volatile boolean hasReadAll;

  private Optional<Pass> pass = Optional.empty();
  private boolean mustReadAll;
  private long nextPass = System.nanoTime();
  private long nextSweep = System.nanoTime() + BETWEEN_SWEEPS.toNanos();
  private long nextForgetting = System.nanoTime() + BETWEEN_FORGETTING.toNanos();

  /// @param kept how long after its last message a conversation is found
  Indexing(
      ConversationIndex index, StoredConversations stored, Room room, Duration kept, Clock clock) {
    this.index = index;
    this.stored = stored;
    this.room = room;
    this.kept = kept;
    this.clock = clock;
  }

  void changed(String id) {
    changes.add(id);
  }

  void changesWereMissed() {
    changes.missed();
  }

  /// Whether everything could be found when it was asked for.
  boolean isComplete() {
    return hasReadAll && !changes.hasMissed();
  }

  /// Does what there is to do, for a moment.
  void work() {
    long end = System.nanoTime() + AT_A_TIME.toNanos();
    boolean hasWorked = false;
    boolean hasFinished = false;
    try {
      hasWorked |= readChanged(end);
      hasFinished = goOnWithPass(end);
      hasWorked |= pass.isPresent() || hasFinished;
      sweepWhenDue();
    } catch (StoreAwayException e) {
      LOG.debug("The search waits for the store: {}", e.reason());
      // Whatever happened while the store was away may have gone by unheard.
      mustReadAll |= pass.filter(Pass::readsAll).isPresent();
      pass = Optional.empty();
      nextPass = System.nanoTime() + UNTIL_NEXT_TRY.toNanos();
      hasWorked = true;
    } finally {
      if (hasWorked) {
        index.refresh();
      }
    }
    // Not before it can be found.
    hasReadAll |= hasFinished;
  }

  /// Everything there was to read at one time.
  ///
  /// @param remaining what is still to be looked at, newest first
  /// @param known when the carer last wrote, by conversation, as the index has it
  /// @param readsAll whether also what seems unchanged is read
  private record Pass(Iterator<Listed> remaining, Map<String, Long> known, boolean readsAll) {
    boolean mustRead(Listed listed) {
      Long lastAt = known.get(listed.id());
      return readsAll || lastAt == null || lastAt != listed.lastMessageAt().toEpochMilli();
    }
  }

  private boolean readChanged(long end) {
    boolean hasRead = false;
    Optional<String> id = System.nanoTime() < end ? changes.take() : Optional.empty();
    while (id.isPresent()) {
      read(id.get());
      hasRead = true;
      id = System.nanoTime() < end ? changes.take() : Optional.empty();
    }
    return hasRead;
  }

  /// @return whether the last conversation of a pass was read
  private boolean goOnWithPass(long end) {
    if (changes.hasMissed()) {
      hasReadAll = false;
      mustReadAll = true;
      changes.heedMissed();
    }
    if (pass.isEmpty() || mustReadAll) {
      if (!mustReadAll && System.nanoTime() < nextPass) {
        return false;
      }
      pass = Optional.of(begin(mustReadAll));
      mustReadAll = false;
    }
    // One at least is read, or many changes would keep it from ever ending.
    do {
      Optional<Listed> next = next(pass.get());
      if (next.isEmpty()) {
        pass = Optional.empty();
        nextPass = System.nanoTime() + BETWEEN_PASSES.toNanos();
        return true;
      }
      read(next.get().id());
    } while (System.nanoTime() < end);
    return false;
  }

  private Pass begin(boolean readsAll) {
    List<Listed> listed = stored.newest(room.conversations());
    Map<String, Long> known = new HashMap<>();
    index.contents().forEach(entry -> known.put(entry.id(), entry.lastAt()));
    // What is in the index only is perhaps erased, or else newer than the list.
    Map<String, Long> unlisted = new HashMap<>(known);
    listed.forEach(each -> unlisted.remove(each.id()));
    unlisted.keySet().forEach(changes::add);
    return new Pass(listed.iterator(), known, readsAll);
  }

  /// The next conversation that must be read, if there is one the index has room for.
  private Optional<Listed> next(Pass current) {
    Instant oldest = oldest();
    while (current.remaining().hasNext()) {
      Listed listed = current.remaining().next();
      if (!listed.lastMessageAt().isAfter(oldest)
          || listed.lastMessageAt().isBefore(index.floor())) {
        return Optional.empty();
      }
      if (current.mustRead(listed)) {
        return Optional.of(listed);
      }
    }
    return Optional.empty();
  }

  private void read(String id) {
    Optional<Stored> found;
    try {
      found = stored.read(id, true);
    } catch (StoreAwayException e) {
      changes.add(id);
      throw e;
    } catch (RuntimeException e) {
      LOG.error("Conversation {} cannot be searched: {}", id, e.getClass().getName());
      return;
    }
    Instant oldest = oldest();
    if (found.isPresent() && found.get().lastMessageAt().isAfter(oldest)) {
      index.put(found.get());
    } else {
      index.remove(id);
    }
  }

  private void sweepWhenDue() {
    if (System.nanoTime() >= nextSweep) {
      nextSweep = System.nanoTime() + BETWEEN_SWEEPS.toNanos();
      index.removeUntil(oldest());
    }
    if (System.nanoTime() >= nextForgetting) {
      nextForgetting = System.nanoTime() + BETWEEN_FORGETTING.toNanos();
      index.forgetRemoved();
    }
  }

  private Instant oldest() {
    return clock.instant().minus(kept);
  }
}
