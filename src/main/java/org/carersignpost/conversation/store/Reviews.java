package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.carersignpost.privacy.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/// What supervisors think of the service's answers. A review goes with its conversation.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class Reviews {
  private static final int MOST_A_SHARD = 50;
  private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

  private final RedisTalk redis;
  private final Seal seal;

  public Reviews(StringRedisTemplate redis, Seal seal) {
    this.redis = new RedisTalk(redis);
    this.seal = seal;
  }

  /// What somebody thinks of one answer.
  ///
  /// @param line the number of the answer's line
  /// @param isGood thumbs up
  /// @param reason what was wrong, or right; may be empty
  /// @param by the account name
  public record Review(long line, boolean isGood, String reason, String by, Instant at) {}

  /// One that has not been acted upon.
  public record Open(String conversation, Review review) {}

  /// Keeps a review; a newer one of the same answer takes its place. What is not good is open until
  /// [#settle].
  public void keep(String conversation, Review review) {
    Keys keys = Keys.of(conversation);
    byte[] line = bytes(Long.toString(review.line()));
    byte[] sealed = seal.seal(Json.bytes(json(review)), context(conversation, review.line()));
    redis.ask(
        "keep a review",
        connection -> connection.hashCommands().hSet(bytes(keys.reviews()), line, sealed));
    if (review.isGood()) {
      settle(conversation, review.line());
    } else {
      double at = review.at().toEpochMilli();
      redis.ask(
          "keep a review",
          connection ->
              connection
                  .zSetCommands()
                  .zAdd(open(keys.shard()), at, entry(conversation, review.line())));
    }
  }

  /// Somebody has put right what was not good.
  public void settle(String conversation, long line) {
    redis.ask(
        "settle a review",
        connection ->
            connection
                .zSetCommands()
                .zRem(open(Shard.of(conversation)), entry(conversation, line)));
  }

  /// The reviews of one conversation by their lines.
  public Map<Long, Review> of(String conversation) {
    byte[] key = bytes(Keys.of(conversation).reviews());
    Map<Long, Review> reviews = new TreeMap<>();
    redis
        .ask("read reviews", connection -> connection.hashCommands().hGetAll(key))
        .forEach((field, sealed) -> {
          long line = Long.parseLong(text(field));
          try {
            reviews.put(line, review(line, seal.open(sealed, context(conversation, line))));
          } catch (SealException e) {
            LOG.error("A review cannot be read and counts as none: {}", e.getClass().getName());
          }
        });
    return reviews;
  }

  /// What has not been put right, newest first.
  public List<Open> open() {
    List<String> entries =
        RedisTalk.forEach(Shard.all(), this::openOf).stream().flatMap(List::stream).toList();
    List<Open> open = new ArrayList<>();
    for (String entry : entries) {
      int colon = entry.lastIndexOf(':');
      String conversation = entry.substring(0, colon);
      Review review = of(conversation).get(Long.valueOf(entry.substring(colon + 1)));
      if (review != null) {
        open.add(new Open(conversation, review));
      }
    }
    open.sort(Comparator.comparing((Open each) -> each.review().at()).reversed());
    return open;
  }

  private List<String> openOf(Shard shard) {
    return redis.ask(
        "list reviews",
        connection ->
            connection.zSetCommands().zRevRange(open(shard), 0, MOST_A_SHARD - 1L).stream()
                .map(Reviews::text)
                .toList());
  }

  private static JsonNode json(Review review) {
    return Json.object()
        .put("good", review.isGood())
        .put("reason", review.reason())
        .put("by", review.by())
        .put("at", review.at().toEpochMilli());
  }

  private static Review review(long line, byte[] json) {
    JsonNode node = Json.tree(json);
    return new Review(
        line,
        Json.flag(node, "good"),
        Json.textOr(node, "reason", ""),
        Json.textOr(node, "by", ""),
        Json.instant(node, "at").orElse(Instant.EPOCH));
  }

  private static byte[] open(Shard shard) {
    return bytes(Keys.openReviews(shard));
  }

  private static byte[] entry(String conversation, long line) {
    return bytes(conversation + ":" + line);
  }

  private static String context(String conversation, long line) {
    return "review:" + conversation + ":" + line;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
