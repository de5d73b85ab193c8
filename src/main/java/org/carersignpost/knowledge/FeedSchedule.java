package org.carersignpost.knowledge;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.carersignpost.knowledge.feeds.DueFeeds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/// Reads the feeds of other directories when their time has come, in one copy of the service at a
/// time.
///
/// While Redis is away none is read: what was read before goes on.
final class FeedSchedule implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(FeedSchedule.class);
  private static final Duration EVERY = Duration.ofMinutes(1);

  /// A copy that is gone holds up the others for so long; one that reads keeps the lock.
  private static final Duration LOST = Duration.ofMinutes(2);

  private final DueFeeds feeds;
  private final FeedExchange copies;
  private final LockingTaskExecutor alone;
  private volatile boolean running;

  FeedSchedule(DueFeeds feeds, FeedExchange copies, LockProvider locks) {
    this.feeds = feeds;
    this.copies = copies;
    this.alone = new DefaultLockingTaskExecutor(locks);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().daemon().name("feeds").start(this::keepReading);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void keepReading() {
    while (running) {
      try {
        read();
        Thread.sleep(EVERY);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Reads what is due, unless another copy is reading.
  void read() {
    try {
      if (!feeds.due().isEmpty()) {
        alone.executeWithLock(
            (Runnable) this::readAlone,
            new LockConfiguration(Instant.now(), "{s00}:feeds", LOST, Duration.ZERO));
      }
    } catch (DataAccessException e) {
      LOG.debug("No feed is read without Redis: {}", e.getClass().getSimpleName());
    } catch (RuntimeException e) {
      // A bug must not end the reading for good.
      LOG.error("The feeds could not be read", e);
    }
  }

  private void readAlone() {
    // What another copy has just read is not due any more.
    copies.exchange();
    feeds.runDue();
    copies.exchange();
  }
}
