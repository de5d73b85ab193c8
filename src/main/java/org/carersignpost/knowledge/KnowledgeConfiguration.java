package org.carersignpost.knowledge;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Keeps the knowledge base alive: this copy follows its files, and all copies follow each other.
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {
  /// Two looks and the reading take well under a second.
  private static final Duration EVERY = Duration.ofMillis(200);

  @Bean
  KnowledgeWatch knowledgeWatch(Knowledge knowledge, KnowledgeCopies copies) {
    return new KnowledgeWatch(knowledge, EVERY, copies::tell);
  }

  @Bean
  KnowledgeCopies knowledgeCopies(Knowledge knowledge, StringRedisTemplate redis) {
    return new KnowledgeCopies(knowledge, redis);
  }
}
