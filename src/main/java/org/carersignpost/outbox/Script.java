package org.carersignpost.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisScriptingCommands;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DigestUtils;

/// One of the outbox's scripts; each is one step in one shard, and returns a list.
///
/// It is called by its digest, and given in full to a Redis that does not know it yet. While Redis
/// is away every call ends in Spring's `DataAccessException`, or in an `IllegalStateException`
/// while the service stops.
final class Script {
  private static final String SHARED = OutboxScript.LUA + OutboxScript.resource("rules.lua");
  private static final String UNKNOWN_SCRIPT = "NOSCRIPT";

  private final byte[] text;
  private final String digest;

  private Script(String text) {
    this.text = bytes(text);
    this.digest = DigestUtils.sha1DigestAsHex(text);
  }

  static Script of(String resource) {
    return new Script(SHARED + OutboxScript.resource(resource));
  }

  /// @param keys at least one; all lie in one shard
  /// @param args bytes are given as they are, everything else as text
  Parts run(StringRedisTemplate redis, List<String> keys, Object... args) {
    byte[][] all =
        Stream.concat(keys.stream(), Stream.of(args))
            .map(each -> each instanceof byte[] bytes ? bytes : bytes(each.toString()))
            .toArray(byte[][]::new);
    List<?> found =
        redis.execute(
            (RedisCallback<List<?>>)
                connection -> run(connection.scriptingCommands(), keys.size(), all));
    return new Parts(found == null ? List.of() : found);
  }

  private List<?> run(RedisScriptingCommands commands, int keys, byte[][] all) {
    List<?> found;
    try {
      found = commands.evalSha(digest, ReturnType.MULTI, keys, all);
    } catch (DataAccessException e) {
      String message = e.getMostSpecificCause().getMessage();
      if (message == null || !message.contains(UNKNOWN_SCRIPT)) {
        throw e;
      }
      found = commands.eval(text, ReturnType.MULTI, keys, all);
    }
    return found == null ? List.of() : found;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// A list that a script returned, read by place, from 0.
  ///
  /// @param values bytes, lists, or null for nothing
  record Parts(List<?> values) {
    boolean isEmpty() {
      return values.isEmpty();
    }

    /// The text there; nothing if there is none.
    String text(int place) {
      return new String(bytes(place), StandardCharsets.UTF_8);
    }

    byte[] bytes(int place) {
      return at(place) instanceof byte[] bytes ? bytes : new byte[0];
    }

    /// The number there; 0 if there is none.
    long number(int place) {
      String text = text(place);
      return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    Parts list(int place) {
      return new Parts(at(place) instanceof List<?> list ? list : List.of());
    }

    List<String> texts() {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        texts.add(text(i));
      }
      return texts;
    }

    List<Parts> lists() {
      List<Parts> lists = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        lists.add(list(i));
      }
      return lists;
    }

    private @Nullable Object at(int place) {
      return place < values.size() ? values.get(place) : null;
    }
  }
}
