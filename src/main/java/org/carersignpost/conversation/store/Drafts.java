package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// What staff have begun to write, one draft a conversation and staff member. A draft goes with its
/// conversation, and when it is sent.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class Drafts {
  private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

  private final RedisTalk redis;
  private final Seal seal;

  public Drafts(StringRedisTemplate redis, Seal seal) {
    this.redis = new RedisTalk(redis);
    this.seal = seal;
  }

  /// Keeps a draft; a blank one is forgotten.
  public void keep(String conversation, String by, String text) {
    byte[] key = bytes(Keys.of(conversation).drafts());
    if (text.isBlank()) {
      redis.ask("forget a draft", connection -> connection.hashCommands().hDel(key, bytes(by)));
      return;
    }
    byte[] sealed = seal.seal(bytes(text), context(conversation, by));
    redis.ask("keep a draft", connection -> connection.hashCommands().hSet(key, bytes(by), sealed));
  }

  /// The draft of a staff member.
  public Optional<String> of(String conversation, String by) {
    byte[] key = bytes(Keys.of(conversation).drafts());
    return redis
        .ask(
            "read a draft",
            connection -> Optional.ofNullable(connection.hashCommands().hGet(key, bytes(by))))
        .flatMap(sealed -> opened(sealed, context(conversation, by)));
  }

  /// Gives what one has begun to another, after what they have begun themselves.
  public void pass(String conversation, String from, String to) {
    Optional<String> begun = of(conversation, from);
    if (begun.isPresent() && !from.equals(to)) {
      String own = of(conversation, to).map(words -> words + "\n\n").orElse("");
      keep(conversation, to, own + begun.get());
      keep(conversation, from, "");
    }
  }

  /// A draft that cannot be read any more must not keep anybody from the conversation.
  private Optional<String> opened(byte[] sealed, String context) {
    try {
      return Optional.of(new String(seal.open(sealed, context), StandardCharsets.UTF_8));
    } catch (SealException e) {
      LOG.error("A draft cannot be read and counts as none: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private static String context(String conversation, String by) {
    return "draft:" + conversation + ":" + by;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
