package org.carersignpost.handoff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/// What has changed, told to all copies of the service: one Redis stream of ids, of which only the
/// newest are kept.
///
/// Telling never waits. What cannot be told because Redis is away is told when it is back; several
/// changes of one thing that have not been told yet become one.
public final class Changes implements SmartLifecycle {
  static final String KEY = "{s00}:changes";

  /// About so many are kept; whoever has missed more starts anew.
  private static final int MOST = 10_000;

  private static final int MOST_AT_ONCE = 500;
  private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(500);
  private static final String BEGINNING = "0-0";
  private static final RedisScript<Long> TELL =
      RedisScript.of(new ClassPathResource("tell.lua", Changes.class), Long.class);
  private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

  private final StringRedisTemplate redis;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final Set<Change> untold = new LinkedHashSet<>();
  private volatile boolean isRunning;
  private @Nullable Thread telling;

  public Changes(StringRedisTemplate redis) {
    this.redis = redis;
  }

  /// What kind of thing has changed.
  public enum Kind {
    /// A conversation: its lines, its owner, or what became of a text.
    CONVERSATION,
    /// Who looks at a conversation or writes there.
    LOOKING,
    /// Somebody has logged out; the id is their account's name.
    ACCOUNT
  }

  /// One change.
  ///
  /// @param kind what kind of thing
  /// @param id which one
  /// @param team the team it belongs to, if any
  public record Change(Kind kind, String id, Optional<String> team) {}

  /// One change as it stands in the stream.
  ///
  /// @param at its id there; later ones are greater
  public record Told(String at, Change change) {}

  /// Tells everybody, a moment later.
  public void tell(Change change) {
    lock.lock();
    try {
      untold.add(change);
      something.signal();
    } finally {
      lock.unlock();
    }
  }

  /// What was told after a place in the stream, oldest first, at most 500.
  ///
  /// @param after an id of the stream
  /// @throws DataAccessException while Redis is away
  public List<Told> since(String after) {
    Range<String> later = Range.rightUnbounded(Range.Bound.exclusive(after));
    return read(connection ->
        connection.streamCommands().xRange(bytes(KEY), later, Limit.limit().count(MOST_AT_ONCE)));
  }

  /// The newest id of the stream, or the beginning of an empty one.
  ///
  /// @throws DataAccessException while Redis is away
  public String newest() {
    return edge(false);
  }

  /// Whether everything after this place is still there.
  ///
  /// @throws DataAccessException while Redis is away
  public boolean reaches(String after) {
    if (after.equals(BEGINNING)) {
      return length() <= MOST;
    }
    return !isBefore(after, edge(true)) && !isBefore(edge(false), after);
  }

  private long length() {
    Long length = redis.opsForStream().size(KEY);
    return length == null ? 0 : length;
  }

  private String edge(boolean isOldest) {
    List<Told> found =
        read(connection -> {
          var commands = connection.streamCommands();
          Limit one = Limit.limit().count(1);
          return isOldest
              ? commands.xRange(bytes(KEY), Range.unbounded(), one)
              : commands.xRevRange(bytes(KEY), Range.unbounded(), one);
        });
    return found.isEmpty() ? BEGINNING : found.getFirst().at();
  }

  /// Whether one id of the stream is before another.
  ///
  /// @throws IllegalArgumentException if one of them cannot be an id
  public static boolean isBefore(String id, String other) {
    RecordId first = RecordId.of(id);
    RecordId second = RecordId.of(other);
    long time = Long.compare(value(first.getTimestamp()), value(second.getTimestamp()));
    return time < 0 || (time == 0 && value(first.getSequence()) < value(second.getSequence()));
  }

  private static long value(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  private List<Told> read(RedisCallback<List<ByteRecord>> reading) {
    List<ByteRecord> records = redis.execute(reading);
    if (records == null) {
      return List.of();
    }
    List<Told> told = new ArrayList<>();
    for (ByteRecord record : records) {
      change(record.getValue())
          .ifPresent(change -> told.add(new Told(record.getId().getValue(), change)));
    }
    return told;
  }

  /// What another version of the service tells in words we do not know is passed over.
  private static Optional<Change> change(Map<byte[], byte[]> fields) {
    String kind = "";
    String id = "";
    String team = "";
    for (Map.Entry<byte[], byte[]> field : fields.entrySet()) {
      String value = new String(field.getValue(), StandardCharsets.UTF_8);
      switch (new String(field.getKey(), StandardCharsets.UTF_8)) {
        case "kind" -> kind = value;
        case "id" -> id = value;
        case "team" -> team = value;
        default -> {}
      }
    }
    for (Kind each : Kind.values()) {
      if (each.name().equals(kind)) {
        return Optional.of(
            new Change(each, id, team.isEmpty() ? Optional.empty() : Optional.of(team)));
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void start() {
    if (telling == null) {
      isRunning = true;
      telling = Thread.ofVirtual().name("changes").start(this::tellAll);
    }
  }

  @Override
  public synchronized void stop() {
    Thread thread = telling;
    if (thread != null) {
      isRunning = false;
      thread.interrupt();
      try {
        thread.join(BEFORE_NEXT_TRY);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      telling = null;
    }
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  private void tellAll() {
    while (isRunning) {
      try {
        List<Change> next = awaitUntold();
        try {
          write(next);
        } catch (RuntimeException e) {
          LOG.debug("{} changes wait to be told: {}", next.size(), e.getClass().getSimpleName());
          putBack(next);
          Thread.sleep(BEFORE_NEXT_TRY);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private List<Change> awaitUntold() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (untold.isEmpty()) {
        something.await();
      }
      List<Change> next = untold.stream().limit(MOST_AT_ONCE).toList();
      next.forEach(untold::remove);
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void putBack(List<Change> changes) {
    lock.lock();
    try {
      List<Change> newer = List.copyOf(untold);
      untold.clear();
      untold.addAll(changes);
      untold.addAll(newer);
    } finally {
      lock.unlock();
    }
  }

  private void write(List<Change> changes) {
    List<String> args = new ArrayList<>();
    args.add(Integer.toString(MOST));
    for (Change change : changes) {
      args.add(change.kind().name());
      args.add(change.id());
      args.add(change.team().orElse(""));
    }
    redis.execute(TELL, List.of(KEY), args.toArray());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
