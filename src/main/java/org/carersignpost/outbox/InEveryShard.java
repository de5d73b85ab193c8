package org.carersignpost.outbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.carersignpost.privacy.Shard;

/// Asks all shards at once.
///
/// The commands travel together on the one shared connection, so this takes about one round trip;
/// on a Cluster each finds its own node.
final class InEveryShard {
  private InEveryShard() {}

  /// The answers, in the order of the shards.
  static <T> List<T> ask(Function<Shard, T> asking) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> answers =
          Shard.all().stream()
              .map(shard -> CompletableFuture.supplyAsync(() -> asking.apply(shard), threads))
              .toList();
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
