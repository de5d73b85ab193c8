package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// How often somebody may try to log in.
///
/// An attempt counts before it is judged, so that many at once do not slip through together; a
/// success takes its count back. The counters lie in Redis under hashes of what was tried, and go
/// by themselves.
@Component
final class LoginLimits {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final int MOST_IN_MEMORY = 10_000;
  private static final int MOST_DOUBLINGS = 20;
  private static final RedisScript<Long> ATTEMPT = StaffRedis.script("attempt.lua", Long.class);
  private static final RedisScript<Long> RETURN = StaffRedis.script("attempt-back.lua", Long.class);

  private final StaffRedis redis;
  private final Clock clock;
  private final LinkedHashMap<String, Count> inMemory = new LinkedHashMap<>();

  LoginLimits(StringRedisTemplate redis, Clock clock) {
    this.redis = new StaffRedis(redis);
    this.clock = clock;
  }

  /// What is limited.
  enum Kind {
    /// The passwords of one account.
    PASSWORD(5, true),
    /// The second factors of one account.
    CODE(5, true),
    /// All that come from one address; several people may share it.
    ADDRESS(60, false);

    private final int free;
    private final boolean successForgives;

    /// @param free how many attempts there are before the first pause
    /// @param successForgives whether a success makes up for all failures before it
    Kind(int free, boolean successForgives) {
      this.free = free;
      this.successForgives = successForgives;
    }

    private Duration firstPause() {
      return successForgives ? FIRST_PAUSE : WINDOW;
    }
  }

  private record Count(int count, long last, long until) {}

  /// Counts an attempt.
  ///
  /// @return how long to wait, if it must not be judged now
  Optional<Duration> attempt(Kind kind, String who) {
    long millis =
        redis.run(
            "count an attempt",
            ATTEMPT,
            List.of(key(kind, who)),
            Long.toString(clock.millis()),
            Long.toString(WINDOW.toMillis()),
            Integer.toString(kind.free),
            Long.toString(kind.firstPause().toMillis()),
            Long.toString(LONGEST_PAUSE.toMillis()));
    return millis > 0 ? Optional.of(Duration.ofMillis(millis)) : Optional.empty();
  }

  /// Takes back the count of an attempt that was right.
  void succeeded(Kind kind, String who) {
    redis.run(
        "forget an attempt",
        RETURN,
        List.of(key(kind, who)),
        kind.successForgives ? "1" : "0",
        Integer.toString(kind.free));
  }

  /// As [#attempt], for this copy of the service alone while Redis is away.
  synchronized Optional<Duration> attemptInMemory(Kind kind, String who) {
    long now = clock.millis();
    Count kept = inMemory.getOrDefault(key(kind, who), new Count(0, 0, 0));
    if (kept.until > now) {
      return Optional.of(Duration.ofMillis(kept.until - now));
    }
    boolean fresh = now - Math.max(kept.last, kept.until) > WINDOW.toMillis();
    int count = fresh ? 1 : kept.count + 1;
    long until = count < kind.free ? 0 : now + pause(kind, count).toMillis();
    inMemory.remove(key(kind, who));
    inMemory.put(key(kind, who), new Count(count, now, until));
    if (inMemory.size() > MOST_IN_MEMORY) {
      inMemory.pollFirstEntry();
    }
    return Optional.empty();
  }

  /// As [#succeeded], in memory.
  synchronized void succeededInMemory(Kind kind, String who) {
    inMemory.remove(key(kind, who));
  }

  private static Duration pause(Kind kind, int count) {
    long doubled = kind.firstPause().toMillis() << Math.min(count - kind.free, MOST_DOUBLINGS);
    return Duration.ofMillis(Math.min(doubled, LONGEST_PAUSE.toMillis()));
  }

  private static String key(Kind kind, String who) {
    return StaffRedis.key("limit:" + kind + ":" + Secret.hash(who).substring(0, 32));
  }
}
