package org.carersignpost.outbox;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Saves what must be saved through a short absence of Redis.
///
/// What could not be saved all the same is found again when the lease ends.
final class Insisting {
  private static final Logger LOG = LoggerFactory.getLogger(Insisting.class);
  private static final int TIMES = 8;
  private static final Duration PAUSE = Duration.ofMillis(250);

  private Insisting() {}

  /// @param step may be done twice without harm
  static void on(OutgoingId id, Runnable step) {
    for (int time = 1; time <= TIMES; time++) {
      try {
        step.run();
        return;
      } catch (DataAccessException | IllegalStateException e) {
        LOG.debug("Text {} cannot be saved now: {}", id, e.getClass().getSimpleName());
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    LOG.warn("What became of text {} could not be saved; it will be looked up", id);
  }
}
