package org.carersignpost.outbox;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Some threads that work on texts of one kind, and a short queue before them, so that one kind
/// never waits for another.
final class Lane {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final int WAITING_EACH = 4;

  private final String name;
  private final Consumer<OutgoingId> work;
  private final Runnable onRoom;
  private final ThreadPoolExecutor threads;
  private final Set<OutgoingId> inHand = ConcurrentHashMap.newKeySet();
  private volatile boolean isMoreWaiting;

  /// @param onRoom called when there is room again after some were turned away
  Lane(String name, int concurrency, Consumer<OutgoingId> work, Runnable onRoom) {
    this.name = name;
    this.work = work;
    this.onRoom = onRoom;
    this.threads =
        new ThreadPoolExecutor(
            concurrency,
            concurrency,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(concurrency * WAITING_EACH),
            Thread.ofVirtual().name("outbox-" + name + "-", 0).factory());
  }

  /// How many more it takes now.
  int room() {
    return threads.getQueue().remainingCapacity();
  }

  /// Takes a text, or turns it away if there is no room; one that is in hand is left alone.
  void offer(OutgoingId id) {
    if (room() == 0) {
      isMoreWaiting = true;
      return;
    }
    if (!inHand.add(id)) {
      return;
    }
    try {
      threads.execute(() -> work(id));
    } catch (RejectedExecutionException e) {
      // It is being stopped.
      inHand.remove(id);
    }
  }

  /// There are more than were offered.
  void expectMore() {
    isMoreWaiting = true;
  }

  /// Finishes what is begun and forgets what only waits here; it still waits in Redis.
  void stop() {
    threads.getQueue().clear();
    threads.shutdown();
  }

  /// @return whether everything begun is finished
  boolean awaitStopped(Duration longest) throws InterruptedException {
    return threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void work(OutgoingId id) {
    try {
      work.accept(id);
    } catch (DataAccessException | IllegalStateException e) {
      LOG.debug("Text {} waits for the store: {}", id, e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      LOG.error("Text {} failed in {}: {}", id, name, e.getClass().getName());
    } finally {
      inHand.remove(id);
      if (isMoreWaiting && threads.getQueue().isEmpty()) {
        isMoreWaiting = false;
        onRoom.run();
      }
    }
  }
}
