package org.carersignpost.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, and never quite the same, so
/// that those who failed together do not come back together.
///
/// @param first the longest wait after the first attempt
/// @param longest no wait is longer
/// @param random where the difference comes from
record BackOff(Duration first, Duration longest, RandomGenerator random) {
  private static final int MOST_DOUBLINGS = 30;

  /// @param attempts how many there have been, at least 1
  /// @return between half and the whole of the wait for that attempt
  Duration after(int attempts) {
    long most = Math.min(longest.toMillis(), doubled(attempts));
    return Duration.ofMillis(most - random.nextLong(most / 2 + 1));
  }

  /// The same, but no less than the carrier asks for.
  Duration after(int attempts, Optional<Duration> asked) {
    Duration own = after(attempts);
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  private long doubled(int attempts) {
    return first.toMillis() << Math.clamp(attempts - 1L, 0, MOST_DOUBLINGS);
  }
}
