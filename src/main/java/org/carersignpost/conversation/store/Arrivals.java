package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.Arrival;
import org.carersignpost.outbox.DeliveryState;
import org.springframework.data.redis.core.StringRedisTemplate;

/// How far the service's own answers have come, which the carrier tells after it has taken them in
/// its webhook. It is forgotten with the id of the message that they answer.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class Arrivals {
  private static final Script ARRIVED = Script.of("", "arrived.lua");

  private final RedisTalk redis;

  public Arrivals(StringRedisTemplate redis) {
    this.redis = new RedisTalk(redis);
  }

  /// One of the texts that answer a message.
  ///
  /// @param message the carer's message
  /// @param part which of its answers, from 0
  public record Part(MessageId message, int part) {}

  /// Keeps what the carrier tells, in whatever order it does.
  ///
  /// @return whether that is news of a message of this conversation
  public boolean keep(String conversation, Part part, Arrival arrival) {
    Keys keys = Keys.of(conversation);
    List<byte[]> names = bytes(Stream.of(keys.answered(), keys.arrivals()));
    List<byte[]> args =
        bytes(
            Stream.of(
                part.message.value(),
                Integer.toString(part.part),
                arrival.state().name().toLowerCase(Locale.ROOT),
                arrival.error().map(String::valueOf).orElse("")));
    return redis.ask(
        "keep how far an answer has come", connection -> ARRIVED.isTrue(connection, names, args));
  }

  /// How far the answers of one conversation have come.
  public Map<Part, Arrival> of(String conversation) {
    byte[] key = Keys.of(conversation).arrivals().getBytes(StandardCharsets.UTF_8);
    Map<Part, Arrival> arrivals = new HashMap<>();
    redis
        .ask("read how far answers have come", connection -> connection.hashCommands().hGetAll(key))
        .forEach((field, value) -> arrivals.put(part(text(field)), arrival(text(value))));
    return arrivals;
  }

  private static Part part(String field) {
    int colon = field.lastIndexOf(':');
    return new Part(
        new MessageId(field.substring(0, colon)), Integer.parseInt(field.substring(colon + 1)));
  }

  private static Arrival arrival(String value) {
    int space = value.indexOf(' ');
    String error = value.substring(space + 1);
    return new Arrival(
        DeliveryState.valueOf(value.substring(0, space).toUpperCase(Locale.ROOT)),
        error.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(error)));
  }

  private static List<byte[]> bytes(Stream<String> texts) {
    return texts.map(each -> each.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
