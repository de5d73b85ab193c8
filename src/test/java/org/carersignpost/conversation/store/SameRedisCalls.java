package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/// The calls that one turn makes to Redis, with everything else left out: the yardstick of the
/// benchmark.
public final class SameRedisCalls {
  private static final int VERSION = 2;

  private final StringRedisTemplate redis;
  private final List<byte[]> saveArguments;

  /// @param taken a turn as carers cause it, whose sealed bytes are sent every time
  public SameRedisCalls(
      StringRedisTemplate redis, ConversationStore store, TakenTurn taken, Loaded onto) {
    this.redis = redis;
    this.saveArguments = store.saveArguments(store.change(taken, onto), onto);
  }

  /// Loads, and saves upon the version that was found, as a turn does.
  public void run(String pseudonym, String messageId) {
    Keys keys = Keys.of(pseudonym);
    byte[] id = pseudonym.getBytes(StandardCharsets.UTF_8);
    byte[] message = messageId.getBytes(StandardCharsets.UTF_8);
    List<byte[]> arguments = new ArrayList<>(saveArguments);
    arguments.set(0, id);
    arguments.set(1, message);
    Reply found =
        redis.execute(
            (RedisCallback<Reply>)
                connection ->
                    new Reply(
                        ConversationStore.LOAD.list(
                            connection, keys.forLoad(), List.of(id, message))));
    arguments.set(VERSION, found.bytes(LoadedReply.VERSION).orElse(saveArguments.get(VERSION)));
    redis.execute(
        (RedisCallback<Object>)
            connection -> ConversationStore.SAVE.list(connection, keys.all(), arguments));
  }
}
