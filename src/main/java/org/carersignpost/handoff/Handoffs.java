package org.carersignpost.handoff;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.zset.Tuple;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/// The conversations that wait for a person, over all shards.
///
/// While Redis is away every call ends in Spring's `DataAccessException` within the time-out of one
/// command.
@Component
public class Handoffs {
  /// No more handoffs are read at once than this.
  public static final int MOST = 500;

  private static final Comparator<Handoff> SOONEST =
      Comparator.comparing(Handoff::priority)
          .reversed()
          .thenComparing(Handoff::openedAt)
          .thenComparing(handoff -> handoff.conversation().value());

  private final StringRedisTemplate redis;
  private final WaitingQueue queue;

  public Handoffs(StringRedisTemplate redis, WaitingQueue queue) {
    this.redis = redis;
    this.queue = queue;
  }

  /// Who waits: most at risk first, then whoever has waited longest.
  ///
  /// @param limit at most this many, and never more than [#MOST]
  public List<Handoff> waiting(int limit) {
    int most = Math.clamp(limit, 0, MOST);
    if (most == 0) {
      return List.of();
    }
    return inEveryShard(shard -> waiting(shard, most)).stream()
        .flatMap(List::stream)
        .sorted(SOONEST)
        .limit(most)
        .toList();
  }

  /// How many wait.
  public long count() {
    return inEveryShard(this::count).stream().mapToLong(Long::longValue).sum();
  }

  private long count(Shard shard) {
    Long count = redis.opsForZSet().zCard(WaitingQueue.queueKey(shard));
    return count == null ? 0 : count;
  }

  private List<Handoff> waiting(Shard shard, int most) {
    List<Handoff> handoffs =
        redis.execute((RedisCallback<List<Handoff>>) connection -> read(connection, shard, most));
    return handoffs == null ? List.of() : handoffs;
  }

  private List<Handoff> read(RedisConnection connection, Shard shard, int most) {
    List<Tuple> entries =
        List.copyOf(
            connection
                .zSetCommands()
                .zRangeWithScores(bytes(WaitingQueue.queueKey(shard)), 0, most - 1L));
    if (entries.isEmpty()) {
      return List.of();
    }
    byte[][] ids = entries.stream().map(Tuple::getValue).toArray(byte[][]::new);
    List<byte[]> reasons =
        connection.hashCommands().hMGet(bytes(WaitingQueue.reasonsKey(shard)), ids);
    List<Handoff> handoffs = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      byte[] reason = reasons == null ? null : reasons.get(i);
      ConversationId id = new ConversationId(new String(ids[i], StandardCharsets.UTF_8));
      handoffs.add(
          queue.handoff(id, entries.get(i).getScore(), reason == null ? new byte[0] : reason));
    }
    return handoffs;
  }

  /// The commands of all shards travel together on the one shared connection, so this takes about
  /// one round trip.
  private static <T> List<T> inEveryShard(Function<Shard, T> reading) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<T>> readings =
          Shard.all().stream()
              .map(shard -> CompletableFuture.supplyAsync(() -> reading.apply(shard), threads))
              .toList();
      return readings.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
