package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.connection.RedisZSetCommands.ZAddArgs;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Until when staff must have answered the carers they have taken on.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class Claims {
  /// One look takes no more than this from one shard; the rest waits for the next.
  private static final int MOST = 100;

  private final RedisTalk redis;

  public Claims(StringRedisTemplate redis) {
    this.redis = new RedisTalk(redis);
  }

  /// The conversations whose time is up.
  public List<String> due(Instant now) {
    return RedisTalk.forEach(Shard.all(), shard -> due(shard, now)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /// Gives whoever is writing an answer until then, if they have less time left.
  public void giveTime(String conversation, Instant until) {
    byte[] key = bytes(Keys.claims(Shard.of(conversation)));
    double moment = until.toEpochMilli();
    ZAddArgs laterOnly = ZAddArgs.ifExists().gt();
    redis.ask(
        "give time",
        connection -> connection.zSetCommands().zAdd(key, moment, bytes(conversation), laterOnly));
  }

  private List<String> due(Shard shard, Instant now) {
    byte[] key = bytes(Keys.claims(shard));
    double latest = now.toEpochMilli();
    return redis.ask(
        "tell whose time is up",
        connection ->
            connection.zSetCommands().zRangeByScore(key, 0, latest, 0, MOST).stream()
                .map(id -> new String(id, StandardCharsets.UTF_8))
                .toList());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
