package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Ends one process that is ours: asked in Redis' own words, then by signal, then by force.
///
/// Nothing is lost either way, since Redis has every write on the disk before it answers.
final class ProcessEnd {
  private static final Duration ASKED = Duration.ofSeconds(5);
  private static final Duration TOLD = Duration.ofSeconds(3);
  private static final Duration FORCED = Duration.ofSeconds(3);

  private ProcessEnd() {}

  /// Waits until it is gone, at most eleven seconds.
  ///
  /// @return whether it is gone
  static boolean of(ProcessHandle process, int port, String password) {
    try (RedisWire wire = RedisWire.open(port, password)) {
      // Whoever answers there might be somebody else by now.
      if (wire.processId().equals(Optional.of(process.pid()))) {
        wire.shutdown();
        if (gone(process, ASKED)) {
          return true;
        }
      }
    } catch (IOException e) {
      // It does not answer: the signals remain.
    }
    process.destroy();
    if (gone(process, TOLD)) {
      return true;
    }
    process.destroyForcibly();
    return gone(process, FORCED);
  }

  /// A process that has ended, but whose parent has not looked yet, runs no program any more.
  static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (isRunning(process)) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return !isRunning(process);
      }
    }
    return true;
  }
}
