package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.privacy.Shard;

/// Erases what has been kept long enough, by the service's own clock.
///
/// Each shard has an index of what is due when: `answer:<conversation>:<message>`,
/// `message:<conversation>:<message>`, `recording:<conversation>:<recording>`,
/// `conversation:<conversation>` and `figures:<day>`. Erasing the same thing twice, or from two
/// copies of the service, is harmless.
final class Expiry {
  /// One sweep of one shard takes no more than this; the rest waits for the next sweep.
  private static final int MOST_A_SWEEP = 5_000;

  private static final int BATCH = 500;
  private static final int PARTS = 3;
  private static final String FIGURES = "figures:";
  private static final Script EXPIRE = Script.of(WaitingQueue.LUA + OutboxScript.LUA, "expire.lua");

  private final RedisTalk redis;

  Expiry(RedisTalk redis) {
    this.redis = redis;
  }

  /// Erases whatever is due.
  ///
  /// @return how many answers, message ids and conversations were erased
  int sweep(Instant now) {
    return Shard.all().stream().mapToInt(shard -> sweep(shard, now)).sum();
  }

  /// Erases a conversation if it is due.
  void expireConversation(String id, Instant now) {
    expire("conversation:" + id, now);
  }

  private int sweep(Shard shard, Instant now) {
    int erased = 0;
    int found = BATCH;
    for (int looked = 0; looked < MOST_A_SWEEP && found == BATCH; looked += found) {
      List<String> due = due(shard, now);
      found = due.size();
      for (String entry : due) {
        erased += expire(shard, entry, now) ? 1 : 0;
      }
    }
    return erased;
  }

  private List<String> due(Shard shard, Instant now) {
    byte[] key = bytes(Keys.expiry(shard));
    double latest = now.toEpochMilli();
    Set<byte[]> due =
        redis.ask(
            "tell what is due",
            connection -> connection.zSetCommands().zRangeByScore(key, 0, latest, 0, BATCH));
    return due.stream().map(entry -> new String(entry, StandardCharsets.UTF_8)).toList();
  }

  private boolean expire(Shard shard, String entry, Instant now) {
    return entry.startsWith(FIGURES) ? expireFigures(shard, entry) : expire(entry, now);
  }

  /// Figures belong to a day and not to a carer.
  private boolean expireFigures(Shard shard, String entry) {
    byte[] key = bytes(Keys.figures(shard) + entry.substring(FIGURES.length()));
    redis.ask("erase figures", connection -> connection.keyCommands().del(key));
    return redis.ask(
            "erase figures",
            connection -> connection.zSetCommands().zRem(bytes(Keys.expiry(shard)), bytes(entry)))
        > 0;
  }

  private boolean expire(String entry, Instant now) {
    List<String> parts = List.of(entry.split(":", PARTS));
    String id = parts.get(1);
    String message = parts.size() == PARTS ? parts.getLast() : "";
    List<byte[]> args =
        List.of(
            bytes(entry),
            bytes(parts.getFirst()),
            bytes(id),
            bytes(message),
            bytes(Long.toString(now.toEpochMilli())));
    return redis.ask("erase", connection -> EXPIRE.isTrue(connection, Keys.of(id).all(), args));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
