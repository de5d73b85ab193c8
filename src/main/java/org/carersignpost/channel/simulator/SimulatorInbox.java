package org.carersignpost.channel.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.Shard;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The texts that arrived on the simulated phones by themselves, not in answer to one: the newest
/// of each number, sealed, numbered from 1.
///
/// A simulated phone belongs to nobody, so Redis itself forgets it after a while. While Redis is
/// away every call ends in Spring's `DataAccessException`.
@Component
@DemonstrationOnly
class SimulatorInbox {
  static final int MOST_TEXTS = 50;
  private static final Duration KEPT = Duration.ofDays(30);
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectProvider<StringRedisTemplate> redis;
  private final Seal seal;
  private final Clock clock;

  SimulatorInbox(ObjectProvider<StringRedisTemplate> redis, Seal seal, Clock clock) {
    this.redis = redis;
    this.seal = seal;
    this.clock = clock;
  }

  /// A text on a phone.
  ///
  /// @param n its number; later ones have higher numbers
  /// @param id what it is called in the outbox
  /// @param sid what a carrier would call it
  record Text(long n, String id, String sid, Instant at, String text) {}

  /// Puts a text on a phone, and returns its SID.
  ///
  /// @throws IllegalStateException if there is no Redis
  String put(SimulatedNumber number, OutgoingId id, String text) {
    StringRedisTemplate template = redis.getIfAvailable();
    if (template == null) {
      throw new IllegalStateException("There is no Redis to keep texts in");
    }
    String counter = key(number, "simulator-inbox-last:");
    Long n = Objects.requireNonNull(template.opsForValue().increment(counter));
    String sid = "SM" + UUID.randomUUID().toString().replace("-", "");
    byte[] json =
        MAPPER.writeValueAsBytes(
            MAPPER
                .createObjectNode()
                .put("n", n)
                .put("id", id.value())
                .put("sid", sid)
                .put("at", clock.instant().toEpochMilli())
                .put("text", text));
    byte[] key = key(number, "simulator-inbox:").getBytes(StandardCharsets.UTF_8);
    byte[] sealed = seal.seal(json, context(number));
    template.execute(
        (RedisCallback<@Nullable Void>)
            connection -> {
              connection.listCommands().rPush(key, sealed);
              connection.listCommands().lTrim(key, -MOST_TEXTS, -1);
              connection.keyCommands().pExpire(key, KEPT.toMillis());
              return null;
            });
    template.expire(counter, KEPT);
    return sid;
  }

  /// The texts with higher numbers than that, oldest first.
  List<Text> after(SimulatedNumber number, long n) {
    StringRedisTemplate template = redis.getIfAvailable();
    if (template == null) {
      return List.of();
    }
    byte[] key = key(number, "simulator-inbox:").getBytes(StandardCharsets.UTF_8);
    List<byte[]> sealed =
        template.execute(
            (RedisCallback<List<byte[]>>)
                connection -> connection.listCommands().lRange(key, 0, -1));
    return (sealed == null ? List.<byte[]>of() : sealed)
        .stream()
            .map(each -> text(MAPPER.readTree(seal.open(each, context(number)))))
            .filter(text -> text.n() > n)
            .sorted(Comparator.comparingLong(Text::n))
            .toList();
  }

  private static Text text(JsonNode json) {
    return new Text(
        json.path("n").asLong(),
        json.path("id").asString(),
        json.path("sid").asString(),
        Instant.ofEpochMilli(json.path("at").asLong()),
        json.path("text").asString());
  }

  private static String key(SimulatedNumber number, String kind) {
    return Shard.of(number.e164()).key(kind + number.e164());
  }

  private static String context(SimulatedNumber number) {
    return "simulator-inbox:" + number.e164();
  }
}
