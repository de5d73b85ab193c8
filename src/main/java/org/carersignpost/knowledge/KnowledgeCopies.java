package org.carersignpost.knowledge;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.RedisMessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;

/// Keeps all copies of the service on the same version of the knowledge base: each tells the others
/// when it has read a new one, and they look at their files at once.
///
/// News that are missed, as while Redis was away, are made up for by asking for the version now and
/// then. Without Redis each copy goes on with its own files.
final class KnowledgeCopies implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(KnowledgeCopies.class);
  private static final String KEY = "{s00}:knowledge:version";
  private static final ChannelTopic NEWS = ChannelTopic.of("knowledge:version");

  private final Knowledge knowledge;
  private final FeedExchange feeds;
  private final StringRedisTemplate redis;

  /// No bean, so that nothing starts it before Redis answers.
  private final RedisMessageListenerContainer container = new RedisMessageListenerContainer();

  private boolean listening;
  private boolean known;
  private String warnedOf = "";

  KnowledgeCopies(Knowledge knowledge, FeedExchange feeds, StringRedisTemplate redis) {
    this.knowledge = knowledge;
    this.feeds = feeds;
    this.redis = redis;
    container.setConnectionFactory(redis.getRequiredConnectionFactory());
    container.afterPropertiesSet();
  }

  /// Tells the other copies which version this one has read.
  void tell(String version) {
    try {
      feeds.exchange();
      redis.opsForValue().set(KEY, version);
      redis.convertAndSend(NEWS.getTopic(), version);
    } catch (DataAccessException e) {
      LOG.debug("Nobody was told of {}: {}", version, e.getClass().getSimpleName());
    }
  }

  /// Begins to listen if that was not possible before, and asks which version was read last; a copy
  /// that has just started tells its own instead.
  @Scheduled(fixedDelay = 10_000, initialDelay = 5_000)
  void ask() {
    try {
      listen();
      Optional<String> last = Optional.ofNullable(redis.opsForValue().get(KEY));
      if (known && last.isPresent()) {
        follow(last.get());
      } else if (!last.equals(Optional.of(knowledge.version()))) {
        if (feeds.exchange()) {
          knowledge.reload();
        }
        tell(knowledge.version());
      }
      known = true;
    } catch (DataAccessException e) {
      LOG.debug("The last version is not known: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void destroy() throws Exception {
    container.destroy();
  }

  private synchronized void listen() {
    if (!listening) {
      container.addMessageListener(
          (message, _) -> follow(new String(message.getBody(), StandardCharsets.UTF_8)), NEWS);
      container.start();
      listening = true;
    }
  }

  /// Another copy has read a version: this one reads its own files again, and if they say something
  /// else somebody is told, once.
  private synchronized void follow(String theirs) {
    if (theirs.equals(knowledge.version())) {
      return;
    }
    boolean warned = warnedOf.equals(theirs);
    if (!warned) {
      feeds.exchange();
      knowledge.reload();
    }
    if (!warned && !theirs.equals(knowledge.version())) {
      warnedOf = theirs;
      LOG.warn(
          "Another copy of the service answers from the knowledge base {}, this one from {}: are their files the same?",
          theirs,
          knowledge.version());
    }
  }
}
