package org.carersignpost.outbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/// A real Redis, a clock that stands still, and as many copies of the outbox and its sender as a
/// test wants. Texts are put in by a script, as the conversation does.
final class OutboxFixture implements AutoCloseable {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String PUT =
      OutboxScript.LUA
          + "outbox_put(ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8])"
          + " return 1";
  private static final String FORGET =
      OutboxScript.LUA + "outbox_forget(ARGV[1], ARGV[2]) return 1";
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

  final MovedClock clock = new MovedClock();
  final TestRedis server;
  final StringRedisTemplate redis;
  final Pseudonyms pseudonyms = new Pseudonyms(SECRET);

  private final Seal seal = new Seal(SECRET);
  private final OutboxScript script = new OutboxScript(seal);
  private final List<Copy> copies = new ArrayList<>();
  private final LettuceConnectionFactory connections;

  OutboxFixture(TestRedis server) {
    this.server = server;
    this.connections = server.connections();
    this.redis = new StringRedisTemplate(connections);
  }

  static OutboxFixture onOneRedis(Path folder) {
    return new OutboxFixture(TestRedis.alone(folder));
  }

  /// One copy of the service.
  record Copy(Outbox outbox, Sender sender, LettuceConnectionFactory connections) {
    /// Cuts it off from Redis at once; what it has begun stays as it is.
    void cutOff() {
      connections.destroy();
    }
  }

  /// A copy whose sender runs.
  Copy copy(TextCarrier carrier, OutboxProperties properties) {
    return copy(carrier, properties, pseudonyms);
  }

  Copy copy(TextCarrier carrier, OutboxProperties properties, Pseudonyms names) {
    LettuceConnectionFactory own = server.connections();
    StringRedisTemplate template = new StringRedisTemplate(own);
    Changes changes = new Changes();
    Entries entries = new Entries(template, changes, properties);
    BackOff backOff =
        new BackOff(properties.firstPause(), properties.longestPause(), new Random(1));
    HandOver handOver = new HandOver(entries, carrier, properties, backOff, clock);
    OlderOptOuts older = new OlderOptOuts(template, new OptOutRegister(template), names);
    Departure departure =
        new Departure(
            entries,
            script,
            older,
            QuietHours.parse(properties.quiet(), ZoneId.of("Europe/London")),
            handOver,
            new LookUp(entries, carrier, handOver, properties, clock),
            clock);
    Outbox outbox = new Outbox(template, entries, changes, clock);
    Sender sender = new Sender(entries, departure, properties, clock);
    outbox.onWake(sender::wake);
    sender.start();
    Copy copy = new Copy(outbox, sender, own);
    copies.add(copy);
    return copy;
  }

  /// The defaults, but for a sweep so quick that a test need not wait for it.
  static OutboxProperties properties() {
    return properties(20, 1_000_000);
  }

  static OutboxProperties properties(int perNumber, int total) {
    return properties(perNumber, total, Duration.ofMillis(20));
  }

  static OutboxProperties properties(int perNumber, int total, Duration sweep) {
    return new OutboxProperties(
        "21:00-08:00",
        new OutboxProperties.PerNumber(perNumber, Duration.ofHours(1)),
        new OutboxProperties.Total(total, Duration.ofMinutes(1), total),
        32,
        sweep,
        Duration.ofSeconds(30),
        Duration.ofSeconds(2),
        Duration.ofMinutes(5),
        10,
        Duration.ofHours(1),
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60)));
  }

  /// A number that belongs to nobody.
  static String number(int last) {
    return "+447700900%03d".formatted(last);
  }

  String conversation(int last) {
    return pseudonyms.of(number(last));
  }

  /// A text for that number, due now.
  OutgoingText text(int last, String words, Purpose purpose) {
    return text(last, words, purpose, clock.instant(), Optional.empty());
  }

  OutgoingText text(
      int last,
      String words,
      Purpose purpose,
      Instant due,
      Optional<OutgoingText.Condition> onlyIf) {
    String conversation = conversation(last);
    return new OutgoingText(
        OutgoingId.make(conversation),
        conversation,
        number(last),
        words,
        purpose,
        Optional.empty(),
        due,
        onlyIf);
  }

  /// Saves a text as the conversation's script does.
  OutgoingId put(OutgoingText text) {
    List<byte[]> all = new ArrayList<>();
    String prefix = OutboxScript.prefix(text.id().shard());
    all.add(bytes(prefix));
    all.add(bytes(prefix));
    all.add(bytes(text.conversation()));
    all.add(bytes(Long.toString(clock.millis())));
    all.addAll(script.arguments(text));
    run(PUT, all);
    return text.id();
  }

  /// Erases the texts of a conversation as the conversation's script does.
  void forget(String conversation) {
    byte[] prefix = bytes(OutboxScript.prefix(Shard.of(conversation)));
    run(FORGET, List.of(prefix, prefix, bytes(conversation)));
  }

  /// The carer writes, as the conversation's script notes it.
  void written(int last, Instant at) {
    field(last, "at", Long.toString(at.toEpochMilli()));
  }

  void field(int last, String field, String value) {
    String id = conversation(last);
    redis.opsForHash().put(Shard.of(id).key("conversation:" + id), field, value);
  }

  void optOut(int last, Instant at) {
    String id = conversation(last);
    redis.opsForHash().put(Shard.of(id).key("opt-outs"), id, Long.toString(at.toEpochMilli()));
  }

  Delivery delivery(OutgoingId id, int last) {
    Delivery delivery = copies.getFirst().outbox().deliveries(conversation(last)).get(id);
    if (delivery == null) {
      throw new AssertionError("no such text");
    }
    return delivery;
  }

  List<Delivery> deliveries(int last) {
    return List.copyOf(copies.getFirst().outbox().deliveries(conversation(last)).values());
  }

  long countIn(int last, DeliveryState state) {
    return deliveries(last).stream().filter(each -> each.state() == state).count();
  }

  void awaitState(OutgoingId id, int last, DeliveryState state) {
    await(state + " is the state", () -> delivery(id, last).state() == state);
  }

  static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(LONGEST_WAIT)
        .pollInterval(Duration.ofMillis(5))
        .until(condition::getAsBoolean);
  }

  /// Moves the clock on by a second at a time until it is so.
  void awaitMoving(String what, BooleanSupplier condition) {
    await(
        what,
        () -> {
          if (condition.getAsBoolean()) {
            return true;
          }
          clock.advance(Duration.ofSeconds(1));
          return false;
        });
  }

  /// Lets others work for a moment, between two looks at a condition.
  static void pause(Duration moment) {
    LockSupport.parkNanos(moment.toNanos());
  }

  /// Stops all copies and forgets all data.
  void clear() {
    copies.forEach(copy -> copy.sender().stop());
    copies.forEach(Copy::cutOff);
    copies.clear();
    server.clear();
    clock.set(Instant.parse("2026-03-02T10:15:00Z"));
  }

  @Override
  public void close() {
    copies.forEach(copy -> copy.sender().stop());
    copies.forEach(Copy::cutOff);
    connections.destroy();
    server.close();
  }

  private void run(String lua, List<byte[]> keyAndArgs) {
    redis.execute(
        (RedisCallback<Long>)
            connection ->
                connection
                    .scriptingCommands()
                    .eval(bytes(lua), ReturnType.INTEGER, 1, keyAndArgs.toArray(byte[][]::new)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
