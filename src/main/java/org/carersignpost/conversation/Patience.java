package org.carersignpost.conversation;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.carersignpost.conversation.store.StoreAwayException;

/// How long the store may take of one message's time.
///
/// A command has its own time-out, but opening a connection or a stalled network may take far
/// longer, and a carer must be answered within two seconds whatever happens. Every call therefore
/// runs beside us and is given up when time is up. One is for one message and one thread.
final class Patience {
  /// All calls for one message together.
  private static final Duration WHOLE = Duration.ofMillis(1_500);

  /// One call.
  private static final Duration ONE = Duration.ofMillis(900);

  private static final Duration LONGEST_PAUSE = Duration.ofMillis(4);

  private long left = WHOLE.toNanos();

  /// Whether another call makes sense.
  boolean isLeft() {
    return left > 0;
  }

  /// Steps aside for a moment that grows with every lost race, so that those who race do not do so
  /// in step.
  void pause(int lostRaces) {
    long nanos = ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toNanos() * (lostRaces + 1));
    LockSupport.parkNanos(nanos);
    left -= nanos;
  }

  /// What the store says.
  ///
  /// @throws StoreAwayException if it cannot be asked, or not in time; a save may happen all the
  ///   same
  <T> T ask(Supplier<T> store) {
    FutureTask<T> asking = new FutureTask<>(store::get);
    long start = System.nanoTime();
    Thread.startVirtualThread(asking);
    try {
      return asking.get(Math.clamp(left, 0, ONE.toNanos()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw failure(e);
    } catch (TimeoutException e) {
      throw new StoreAwayException("Redis did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAwayException("Redis was not waited for", e);
    } finally {
      left -= System.nanoTime() - start;
    }
  }

  private static RuntimeException failure(ExecutionException thrown) {
    return switch (thrown.getCause()) {
      case RuntimeException cause -> cause;
      case Error cause -> throw cause;
      case null, default -> new IllegalStateException(thrown);
    };
  }
}
