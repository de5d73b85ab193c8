package org.carersignpost.conversation.redis;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.util.StringUtils;

/// Makes the one connection factory: to the Redis of `REDIS_URL`, or without it to our own.
///
/// Spring Boot makes a factory only where there is none, so its own stands back and everything else
/// that it makes, such as `StringRedisTemplate`, uses this one. Its keys `spring.data.redis.url`,
/// `host`, `timeout` and the like have no effect.
///
/// The order at the end follows from who needs whom: the web server and all that runs in phases
/// first, then the connections, and our own Redis last.
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
  private static final Duration LONGEST_RECONNECT_PAUSE = Duration.ofSeconds(1);

  /// Our own Redis; it runs when this returns.
  @Bean(destroyMethod = "close")
  @Conditional(WithoutRedisUrl.class)
  EmbeddedRedis embeddedRedis(@Value("${signpost.data-dir:data}") String dataDir) {
    return EmbeddedRedis.start(Path.of(dataDir));
  }

  @Bean
  LettuceConnectionFactory redisConnectionFactory(
      @Value("${signpost.redis-url:}") String url,
      ObjectProvider<EmbeddedRedis> embedded,
      ObjectProvider<ClientResources> resources) {
    Optional<ClientResources> shared = resources.stream().findFirst();
    return embedded.stream()
        .findFirst()
        .map(redis -> Connections.to(redis, shared))
        .orElseGet(() -> Connections.to(RedisUrl.parse(url), shared));
  }

  /// After an outage of any length, Redis is found again within about a second of its return.
  @Bean
  ClientResourcesBuilderCustomizer quickReconnect() {
    return builder ->
        builder.reconnectDelay(
            Delay.exponential(
                Duration.ofMillis(5), LONGEST_RECONNECT_PAUSE, 2, TimeUnit.MILLISECONDS));
  }

  /// Whether the operator names no Redis.
  static final class WithoutRedisUrl implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return !StringUtils.hasText(context.getEnvironment().getProperty("signpost.redis-url"));
    }
  }
}
