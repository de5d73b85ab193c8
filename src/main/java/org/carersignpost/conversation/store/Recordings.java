package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.handoff.PhoneCarrier;
import org.carersignpost.privacy.Seal;
import org.carersignpost.privacy.SealException;
import org.carersignpost.privacy.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// The messages that callers left, sealed, and which of them are still to be fetched.
///
/// Every method ends in [StoreAwayException] when Redis does not answer or refuses.
public final class Recordings {
  /// The network needs a moment, too.
  private static final Duration FIRST_TRY = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final byte[] WANTED = bytes(Shard.all().getFirst().key("recordings-wanted"));
  private static final int MOST_AT_ONCE = 20;
  private static final int TYPE_LENGTH = 64;

  private final RedisTalk redis;
  private final Seal seal;

  public Recordings(StringRedisTemplate redis, Seal seal) {
    this.redis = new RedisTalk(redis);
    this.seal = seal;
  }

  /// A recording that is to be fetched.
  ///
  /// @param conversation the pseudonym of the carer
  /// @param recording the network's id
  /// @param since when it was wanted first
  public record Wanted(String conversation, String recording, Instant since) {
    private String written() {
      return conversation + " " + recording + " " + since.toEpochMilli();
    }

    private static Wanted read(byte[] written) {
      String[] parts = new String(written, StandardCharsets.UTF_8).split(" ", 3);
      return new Wanted(parts[0], parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2])));
    }
  }

  /// A caller has left a message; it is to be fetched soon. Told again it changes nothing.
  ///
  /// @param conversation the pseudonym of the carer
  /// @param recording the network's id
  /// @param at when it was left
  public void left(String conversation, String recording, Instant at, Instant now) {
    want(new Wanted(conversation, recording, at), now.plus(FIRST_TRY));
  }

  /// It is to be fetched from then on.
  public void want(Wanted wanted, Instant from) {
    double moment = from.toEpochMilli();
    redis.ask(
        "want a recording",
        connection -> connection.zSetCommands().zAdd(WANTED, moment, bytes(wanted.written())));
  }

  /// Those to be fetched now.
  public List<Wanted> wanted(Instant now) {
    double latest = now.toEpochMilli();
    List<Wanted> wanted = new ArrayList<>();
    redis
        .ask(
            "tell which recordings are wanted",
            connection ->
                connection.zSetCommands().zRangeByScore(WANTED, 0, latest, 0, MOST_AT_ONCE))
        .forEach(each -> wanted.add(Wanted.read(each)));
    return wanted;
  }

  /// It is to be fetched no more.
  public void done(Wanted wanted) {
    redis.ask(
        "want no recording",
        connection -> connection.zSetCommands().zRem(WANTED, bytes(wanted.written())));
  }

  /// Keeps a sound until then.
  public void keep(
      String conversation, String recording, PhoneCarrier.Recording sound, Instant until) {
    Keys keys = Keys.of(conversation);
    byte[] type = new byte[TYPE_LENGTH];
    byte[] given = bytes(sound.mediaType());
    System.arraycopy(given, 0, type, 0, Math.min(given.length, TYPE_LENGTH));
    byte[] whole = new byte[TYPE_LENGTH + sound.sound().length];
    System.arraycopy(type, 0, whole, 0, TYPE_LENGTH);
    System.arraycopy(sound.sound(), 0, whole, TYPE_LENGTH, sound.sound().length);
    byte[] sealed = seal.seal(whole, context(conversation, recording));
    double due = until.toEpochMilli();
    // That it expires is written first, so that nothing is kept for ever.
    redis.ask(
        "let a recording expire",
        connection ->
            connection
                .zSetCommands()
                .zAdd(
                    bytes(Keys.expiry(Shard.of(conversation))),
                    due,
                    bytes("recording:" + conversation + ":" + recording)));
    redis.ask(
        "keep a recording",
        connection ->
            connection.hashCommands().hSet(bytes(keys.recordings()), bytes(recording), sealed));
  }

  /// Of which recordings of a conversation there is a sound.
  public Set<String> kept(String conversation) {
    byte[] key = bytes(Keys.of(conversation).recordings());
    Set<byte[]> names =
        redis.ask(
            "tell which recordings are kept",
            connection ->
                Optional.ofNullable(connection.hashCommands().hKeys(key)).orElse(Set.of()));
    return names.stream()
        .map(name -> new String(name, StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }

  /// A sound that is kept.
  public Optional<PhoneCarrier.Recording> find(String conversation, String recording) {
    byte[] key = bytes(Keys.of(conversation).recordings());
    Optional<byte[]> sealed =
        redis.ask(
            "read a recording",
            connection ->
                Optional.ofNullable(connection.hashCommands().hGet(key, bytes(recording))));
    return sealed.flatMap(bytes -> opened(bytes, context(conversation, recording)));
  }

  private Optional<PhoneCarrier.Recording> opened(byte[] sealed, String context) {
    try {
      byte[] whole = seal.open(sealed, context);
      String type = new String(whole, 0, TYPE_LENGTH, StandardCharsets.UTF_8).replace("\0", "");
      byte[] sound = new byte[whole.length - TYPE_LENGTH];
      System.arraycopy(whole, TYPE_LENGTH, sound, 0, sound.length);
      return Optional.of(new PhoneCarrier.Recording(sound, type));
    } catch (SealException e) {
      LOG.error("A recording cannot be read and counts as none: {}", e.getClass().getName());
      return Optional.empty();
    }
  }

  private static String context(String conversation, String recording) {
    return "recording:" + conversation + ":" + recording;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
