package org.carersignpost.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import net.javacrumbs.shedlock.provider.redis.spring.RedisLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.carersignpost.knowledge.feeds.DueFeeds;
import org.carersignpost.knowledge.feeds.FeedFolder;
import org.carersignpost.knowledge.feeds.FeedImport;
import org.carersignpost.knowledge.feeds.FeedProperties;
import org.carersignpost.knowledge.feeds.Here;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Keeps what is known alive: this copy follows its files, all copies follow each other, and the
/// feeds of other directories are read when their time has come.
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {
  /// Two looks and the reading take well under a second.
  private static final Duration EVERY = Duration.ofMillis(200);

  @Bean
  KnowledgeWatch knowledgeWatch(Knowledge knowledge, KnowledgeCopies copies) {
    return new KnowledgeWatch(knowledge, EVERY, copies::tell);
  }

  @Bean
  KnowledgeCopies knowledgeCopies(
      Knowledge knowledge, FeedExchange feeds, StringRedisTemplate redis) {
    return new KnowledgeCopies(knowledge, feeds, redis);
  }

  @Bean
  FeedExchange feedExchange(FeedFolder folder, StringRedisTemplate redis) {
    return new FeedExchange(folder, redis);
  }

  @Bean
  FeedFolder feedFolder(Environment environment) {
    return new FeedFolder(Sources.folder(environment));
  }

  /// A chat in the terminal answers from the feeds of the service beside it, and reads none.
  @Bean
  @Profile("!chat")
  FeedSchedule feedSchedule(
      Knowledge knowledge,
      FeedProperties properties,
      FeedFolder folder,
      FeedExchange exchange,
      StringRedisTemplate redis) {
    Clock clock = Clock.systemUTC();
    DueFeeds due =
        new DueFeeds(
            properties.feeds(),
            folder,
            () -> new FeedImport(Here.read(knowledge.root()), folder, clock),
            clock);
    return new FeedSchedule(
        due,
        exchange,
        new KeepAliveLockProvider(
            new RedisLockProvider(redis.getRequiredConnectionFactory()),
            Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("feeds-lock").factory())));
  }
}
