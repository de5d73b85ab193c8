package org.carersignpost.staff;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.carersignpost.privacy.Shard;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/// Talks to Redis about staff, and makes every failure a [StaffStoreAwayException].
///
/// All keys lie in one slot, so that a script may touch them together.
final class StaffRedis {
  private static final Shard SHARD = Shard.all().getFirst();

  private final StringRedisTemplate redis;

  StaffRedis(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /// The full name of a key.
  static String key(String name) {
    return SHARD.key(name);
  }

  /// A script among the resources of this module.
  static <T> RedisScript<T> script(String resource, Class<T> answer) {
    return RedisScript.of(StaffResource.text(resource), answer);
  }

  /// Sends commands and waits for their answer.
  ///
  /// @param what a word for the error
  <T extends @Nullable Object> T ask(String what, Function<StringRedisTemplate, T> commands) {
    try {
      return commands.apply(redis);
    } catch (RuntimeException e) {
      throw new StaffStoreAwayException("Redis did not " + what, e);
    }
  }

  /// Runs a script, which must answer.
  <T> T run(String what, RedisScript<T> script, List<String> keys, String... args) {
    T answer =
        ask(
            what,
            redis -> redis.execute(script, keys, Arrays.copyOf(args, args.length, Object[].class)));
    if (answer == null) {
      throw new IllegalStateException("A script returned nothing to " + what);
    }
    return answer;
  }
}
