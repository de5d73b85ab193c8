package org.carersignpost.conversation.store;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Talks to Redis and makes every failure a [StoreAwayException].
final class RedisTalk {
  private final StringRedisTemplate redis;

  RedisTalk(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /// Runs a script that returns a list.
  Reply list(String what, Script script, List<byte[]> keys, List<byte[]> args) {
    return ask(what, connection -> new Reply(script.list(connection, keys, args)));
  }

  /// Sends commands and waits for their answer, which must not be null.
  ///
  /// @param what a word for the error
  <T> T ask(String what, RedisCallback<T> commands) {
    T answer;
    try {
      answer = redis.execute(commands);
    } catch (RuntimeException e) {
      throw new StoreAwayException("Redis did not " + what, e);
    }
    if (answer == null) {
      throw new IllegalStateException("Redis returned nothing to " + what);
    }
    return answer;
  }

  /// Asks about many things at once. The commands travel together on the one shared connection, so
  /// this takes about one round trip; on a Cluster each finds its own node.
  static <K, T> List<T> forEach(List<K> things, Function<K, T> asking) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> answers =
          things.stream()
              .map(thing -> CompletableFuture.supplyAsync(() -> asking.apply(thing), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
