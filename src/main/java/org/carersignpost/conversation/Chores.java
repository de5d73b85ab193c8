package org.carersignpost.conversation;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.StoredConversations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// What is done by itself while the service runs: turns from the spool are stored, carers whom
/// staff have left without an answer go back to the queue, messages of callers are fetched, and
/// what is overdue is erased.
///
/// All begin at once, which also opens the connections before the first carer writes.
final class Chores implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final Duration BETWEEN_REPLAYS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_LAPSES = Duration.ofSeconds(5);
  private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(2);
  private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final Replayer replayer;
  private final StoredConversations stored;
  private final StaffConversations staff;
  private final Voicemails voicemails;
  private final Clock clock;
  private @Nullable ScheduledExecutorService running;

  Chores(
      Replayer replayer,
      StoredConversations stored,
      StaffConversations staff,
      Voicemails voicemails,
      Clock clock) {
    this.replayer = replayer;
    this.stored = stored;
    this.staff = staff;
    this.voicemails = voicemails;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (running == null) {
      ScheduledExecutorService threads =
          Executors.newScheduledThreadPool(4, Thread.ofVirtual().name("chores-", 0).factory());
      every(threads, BETWEEN_REPLAYS, "replay", replayer::replay);
      every(threads, BETWEEN_LAPSES, "lapse", staff::lapse);
      every(threads, BETWEEN_FETCHES, "fetch", voicemails::fetch);
      every(threads, BETWEEN_SWEEPS, "sweep", this::sweep);
      running = threads;
    }
  }

  @Override
  public synchronized void stop() {
    if (running != null) {
      running.shutdown();
      try {
        if (!running.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("A chore did not end in time; it is done again at the next start");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      running = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return running != null;
  }

  private void sweep() {
    int erased = stored.sweep(clock.instant());
    if (erased > 0) {
      LOG.debug("{} answers, message ids and conversations were erased", erased);
    }
  }

  private static void every(
      ScheduledExecutorService threads, Duration pause, String name, Runnable chore) {
    Runnable safely =
        () -> {
          try {
            chore.run();
          } catch (StoreAwayException e) {
            LOG.debug("The chore {} waits for the store: {}", name, e.reason());
          } catch (RuntimeException e) {
            LOG.error("The chore {} failed: {}", name, Fault.described(e));
          }
        };
    var _ = threads.scheduleWithFixedDelay(safely, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
