package org.carersignpost.knowledge.openreferral;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce.LettuceBasedProxyManagerBuilder;
import io.github.bucket4j.redis.lettuce.RedisApi;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/// Buckets in Redis, which go by themselves when they are full again.
///
/// They use the connection that everything else uses, so that they are refused at once while Redis
/// is away.
final class RedisBuckets implements RequestLimits.Shared {
  private static final Duration KEPT_WHEN_FULL = Duration.ofSeconds(10);
  private static final int SHARDS = 64;

  private final ProxyManager<byte[]> buckets;

  RedisBuckets(RedisConnectionFactory connections) {
    buckets =
        new LettuceBasedProxyManagerBuilder<>(through(() -> commands(connections)))
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_WHEN_FULL))
            .build();
  }

  @Override
  public Bucket bucket(int number, BucketConfiguration limit) {
    return buckets.builder().build(key(number), () -> limit);
  }

  static byte[] key(int number) {
    return "{s%02d}:open-referral-limit:%d"
        .formatted(number % SHARDS, number)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// The connection is shared by all and stays open when it is given back.
  @SuppressWarnings("unchecked") // What Lettuce's connections of Spring are made of.
  private static RedisClusterAsyncCommands<byte[], byte[]> commands(
      RedisConnectionFactory connections) {
    try (RedisConnection connection = connections.getConnection()) {
      return (RedisClusterAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
    }
  }

  /// It must be generic: Bucket4j hands over keys in an array of objects.
  private static <K> RedisApi<K> through(Supplier<RedisClusterAsyncCommands<K, byte[]>> commands) {
    return new RedisApi<>() {
      @Override
      public <V> RedisFuture<V> eval(
          String script, ScriptOutputType type, K[] keys, byte[][] values) {
        return commands.get().eval(script, type, keys, values);
      }

      @Override
      public RedisFuture<byte[]> get(K key) {
        return commands.get().get(key);
      }

      @Override
      @SuppressWarnings("unchecked") // An array of one key, as varargs want it.
      public RedisFuture<?> delete(K key) {
        return commands.get().del(key);
      }
    };
  }
}
