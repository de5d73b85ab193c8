package org.carersignpost.conversation.store;

import static org.springframework.data.redis.connection.ReturnType.INTEGER;
import static org.springframework.data.redis.connection.ReturnType.MULTI;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.script.DigestUtils;

/// A Lua script that Redis runs as one step.
///
/// It is called by its digest, which is one round trip; a Redis that does not know it yet is given
/// the whole text once.
final class Script {
  private static final String UNKNOWN_SCRIPT = "NOSCRIPT";
  private static final int DEEPEST_CAUSE = 5;

  private final byte[] text;
  private final String digest;

  private Script(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
    this.digest = DigestUtils.sha1DigestAsHex(text);
  }

  /// A script made of Lua functions and the named resources, in that order.
  static Script of(String functions, String... resources) {
    StringBuilder text = new StringBuilder(functions);
    for (String resource : resources) {
      text.append('\n').append(read(resource));
    }
    return new Script(text.toString());
  }

  /// Runs it, and gives back a list.
  List<@Nullable Object> list(RedisConnection connection, List<byte[]> keys, List<byte[]> args) {
    List<@Nullable Object> found =
        run(
            all -> connection.scriptingCommands().evalSha(digest, MULTI, keys.size(), all),
            all -> connection.scriptingCommands().eval(text, MULTI, keys.size(), all),
            keys,
            args);
    if (found == null) {
      throw new IllegalStateException("A script that returns a list returned nothing");
    }
    return found;
  }

  /// Runs it, and says whether it returned 1.
  boolean isTrue(RedisConnection connection, List<byte[]> keys, List<byte[]> args) {
    Long found =
        run(
            all -> connection.scriptingCommands().evalSha(digest, INTEGER, keys.size(), all),
            all -> connection.scriptingCommands().eval(text, INTEGER, keys.size(), all),
            keys,
            args);
    return found != null && found == 1;
  }

  private static <T> @Nullable T run(
      Function<byte[][], @Nullable T> byDigest,
      Function<byte[][], @Nullable T> byText,
      List<byte[]> keys,
      List<byte[]> args) {
    byte[][] all = Stream.concat(keys.stream(), args.stream()).toArray(byte[][]::new);
    try {
      return byDigest.apply(all);
    } catch (RuntimeException e) {
      if (!isUnknown(e)) {
        throw e;
      }
      return byText.apply(all);
    }
  }

  private static boolean isUnknown(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      String message = cause.getMessage();
      if (message != null && message.contains(UNKNOWN_SCRIPT)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static String read(String resource) {
    try (InputStream in = Script.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The script " + resource + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
