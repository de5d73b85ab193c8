package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What was read a moment ago, so that not every request reads it again.
///
/// @param <V> what is read
final class Recent<V> {
  private final Map<String, Read<V>> kept = new ConcurrentHashMap<>();
  private final Clock clock;
  private final Duration longest;
  private final int most;

  private record Read<V>(V value, long at) {}

  Recent(Clock clock, Duration longest, int most) {
    this.clock = clock;
    this.longest = longest;
    this.most = most;
  }

  /// What was read of that name, or what is read now.
  V get(String name, Function<String, V> reading) {
    long now = clock.millis();
    Read<V> known = kept.get(name);
    if (known != null && Math.abs(now - known.at) < longest.toMillis()) {
      return known.value;
    }
    V value = reading.apply(name);
    if (kept.size() >= most) {
      kept.clear();
    }
    kept.put(name, new Read<>(value, now));
    return value;
  }

  void forget(String name) {
    kept.remove(name);
  }
}
