package org.carersignpost.conversation.search;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.lucene.store.AlreadyClosedException;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.ConversationSearch;
import org.carersignpost.conversation.FoundConversation;
import org.carersignpost.conversation.Page;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.privacy.Retention;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Searches an index that lives as long as the service runs and is made anew at every start, while
/// turns are taken already.
public final class IndexedConversations implements ConversationSearch, SmartLifecycle {
  /// However long conversations are kept, no older ones are found.
  private static final Duration LONGEST = Duration.ofDays(90);

  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(IndexedConversations.class);

  private final StoredConversations stored;
  private final Room room;
  private final Duration kept;
  private final ZoneId zone;
  private final Clock clock;
  private volatile @Nullable Running running;

  public IndexedConversations(
      StoredConversations stored, Retention retention, Room room, ZoneId zone, Clock clock) {
    this.stored = stored;
    this.room = room;
    this.kept =
        retention.conversation().compareTo(LONGEST) < 0 ? retention.conversation() : LONGEST;
    this.zone = zone;
    this.clock = clock;
  }

  /// What there is only between start and stop.
  private record Running(
      ConversationIndex index, Indexing indexing, ScheduledExecutorService thread) {}

  @Override
  public Page<FoundConversation> find(
      ConversationQuery query, Predicate<Optional<String>> visible, int page, int size) {
    Running now = running;
    if (now != null) {
      try {
        return now.index().find(query, visible, clock.instant().minus(kept), page, size);
      } catch (AlreadyClosedException e) {
        LOG.debug("Nothing is found any more: the service stops");
      }
    }
    return new Page<>(List.of(), 0);
  }

  @Override
  public void changed(String conversationId) {
    Running now = running;
    if (now != null) {
      now.indexing().changed(conversationId);
    }
  }

  @Override
  public void changesWereMissed() {
    Running now = running;
    if (now != null) {
      now.indexing().changesWereMissed();
    }
  }

  @Override
  public boolean isComplete() {
    Running now = running;
    return now != null && now.indexing().isComplete();
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      ConversationIndex index = new ConversationIndex(room, zone);
      // Not a virtual thread, which would keep turns from one of the few threads that carry them.
      ScheduledExecutorService thread =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().name("conversation-search").daemon(true).factory());
      Running made = new Running(index, new Indexing(index, stored, room, kept, clock), thread);
      var _ =
          thread.scheduleWithFixedDelay(
              () -> work(made), 0, REST.toMillis(), TimeUnit.MILLISECONDS);
      running = made;
    }
  }

  @Override
  public synchronized void stop() {
    Running now = running;
    if (now != null) {
      running = null;
      now.thread().shutdown();
      try {
        if (!now.thread().awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("The search did not end in time");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      now.index().close();
    }
  }

  @Override
  public boolean isRunning() {
    return running != null;
  }

  private void work(Running now) {
    try {
      now.indexing().work();
    } catch (AlreadyClosedException | OutOfMemoryError e) {
      renew(now, e);
    } catch (RuntimeException e) {
      LOG.error("Conversations could not be indexed: {}", e.getClass().getName());
    }
  }

  /// Lucene closes an index for good when it runs out of memory; a new one begins empty.
  private synchronized void renew(Running broken, Throwable why) {
    if (broken.equals(running)) {
      LOG.error("The search broke and is made anew: {}", why.getClass().getName());
      running = null;
      broken.thread().shutdown();
      broken.index().close();
      start();
    }
  }
}
