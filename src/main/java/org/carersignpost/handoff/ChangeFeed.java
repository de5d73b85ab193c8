package org.carersignpost.handoff;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// Follows [Changes] for everybody in this copy of the service: one reader of the stream, however
/// many pages are open.
public final class ChangeFeed implements SmartLifecycle {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
  private static final int MOST_AT_HAND = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

  private final Changes changes;
  private final List<Consumer<Changes.Change>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Deque<Changes.Told> atHand = new ArrayDeque<>();
  private String newest = "";
  private int woken;
  private volatile boolean isRunning;
  private @Nullable Thread reading;

  public ChangeFeed(Changes changes) {
    this.changes = changes;
  }

  /// Calls this for every change from now on, also for those that this copy tells itself. It must
  /// be quick.
  public void listen(Consumer<Changes.Change> listener) {
    listeners.add(listener);
  }

  /// The place of the newest change that was read.
  ///
  /// @throws DataAccessException if none was read yet and Redis is away
  public String newest() {
    lock.lock();
    try {
      if (!newest.isEmpty()) {
        return newest;
      }
    } finally {
      lock.unlock();
    }
    return changes.newest();
  }

  /// Whether everything after this place can still be told.
  ///
  /// @throws DataAccessException while Redis is away
  public boolean reaches(String after) {
    lock.lock();
    try {
      if (isAtHand(after)) {
        return true;
      }
    } finally {
      lock.unlock();
    }
    return changes.reaches(after);
  }

  /// What came after a place, oldest first, perhaps not all of it at once; waits for something up
  /// to a time.
  ///
  /// @throws DataAccessException if it must be asked for and Redis is away
  public List<Changes.Told> since(String after, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      int wakes = woken;
      while (isRunning && left > 0 && wakes == woken && !isNews(after)) {
        left = news.awaitNanos(left);
      }
      if (!isNews(after)) {
        return List.of();
      }
      if (isAtHand(after)) {
        return atHand.stream().filter(told -> Changes.isBefore(after, told.at())).toList();
      }
    } finally {
      lock.unlock();
    }
    return changes.since(after);
  }

  /// Lets everybody who waits look around, though nothing has changed.
  public void wake() {
    wakeAll(List.of());
  }

  private boolean isNews(String after) {
    return !newest.isEmpty() && Changes.isBefore(after, newest);
  }

  /// Whether all that came after this place is in memory.
  private boolean isAtHand(String after) {
    return !atHand.isEmpty() && !Changes.isBefore(after, atHand.getFirst().at());
  }

  @Override
  public synchronized void start() {
    if (reading == null) {
      isRunning = true;
      reading = Thread.ofVirtual().name("change-feed").start(this::read);
    }
  }

  @Override
  public synchronized void stop() {
    Thread thread = reading;
    if (thread != null) {
      isRunning = false;
      thread.interrupt();
      wakeAll(List.of());
      reading = null;
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  private void read() {
    String place = "";
    while (isRunning) {
      try {
        place = place.isEmpty() ? begin() : next(place);
        TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.debug("Changes cannot be followed just now: {}", e.getClass().getSimpleName());
        try {
          TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }

  private String begin() {
    String place = changes.newest();
    lock.lock();
    try {
      newest = place;
      // What was told while nobody read is not among these.
      atHand.clear();
    } finally {
      lock.unlock();
    }
    return place;
  }

  private String next(String place) {
    List<Changes.Told> told = changes.since(place);
    if (told.isEmpty()) {
      return place;
    }
    wakeAll(told);
    for (Changes.Told each : told) {
      listeners.forEach(listener -> tell(listener, each.change()));
    }
    return told.getLast().at();
  }

  private static void tell(Consumer<Changes.Change> listener, Changes.Change change) {
    try {
      listener.accept(change);
    } catch (RuntimeException e) {
      LOG.error("A change was not heeded: {}", e.getClass().getName());
    }
  }

  private void wakeAll(List<Changes.Told> told) {
    lock.lock();
    try {
      for (Changes.Told each : told) {
        atHand.addLast(each);
        newest = each.at();
      }
      while (atHand.size() > MOST_AT_HAND) {
        atHand.removeFirst();
      }
      woken++;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
