package org.carersignpost.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Who must not be written to, under every pseudonym that their number ever had.
///
/// While Redis is away every call ends in Spring's `DataAccessException`.
public final class OptOutRegister {
  private final StringRedisTemplate redis;

  OptOutRegister(StringRedisTemplate redis) {
    this.redis = redis;
  }

  public boolean isOptedOut(Collection<String> pseudonyms) {
    return since(pseudonyms).isPresent();
  }

  /// When they last opted out; empty if they have not.
  public Optional<Instant> since(Collection<String> pseudonyms) {
    return pseudonyms.stream()
        .map(pseudonym -> redis.opsForHash().get(key(pseudonym), pseudonym))
        .filter(Objects::nonNull)
        .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis.toString())))
        .max(Comparator.naturalOrder());
  }

  /// Registers somebody; whoever is registered already keeps the first time.
  public void add(String pseudonym, Instant since) {
    redis.opsForHash().putIfAbsent(key(pseudonym), pseudonym, Long.toString(since.toEpochMilli()));
  }

  private static String key(String pseudonym) {
    return ConversationKeys.optOuts(Shard.of(pseudonym));
  }
}
