package org.carersignpost.conversation.redis;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// Connections that are refused at once as long as Redis has never been reached.
///
/// Once it has been reached, Lettuce itself notices a loss, refuses commands and connects again.
/// Before that, it would try anew for everybody who asks, one after the other, and carers would
/// wait in a line. So one thread tries instead, at least once a second, and after a short wait the
/// start goes on without Redis.
final class GatedConnections extends LettuceConnectionFactory {
  private static final Logger LOG = LoggerFactory.getLogger(GatedConnections.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final String place;
  private final Duration startWaits;
  private volatile Gate gate = new Gate();

  /// @param place where Redis is, for the log, without a password
  /// @param startWaits how long a start waits for Redis before it goes on without
  GatedConnections(
      RedisConfiguration configuration,
      LettuceClientConfiguration client,
      String place,
      Duration startWaits) {
    super(configuration, client);
    this.place = place;
    this.startWaits = startWaits;
  }

  /// From one start to the next stop.
  private static final class Gate {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);
  }

  /// Starts, and waits a little for Redis.
  @Override
  public void start() {
    if (isRunning()) {
      return;
    }
    super.start();
    Gate mine = new Gate();
    gate = mine;
    Thread.ofVirtual().name("redis-first-contact").start(() -> tryUntilReached(mine));
    if (!await(mine.reached, startWaits)) {
      LOG.warn(
          "Redis cannot be reached at {}. Carers are answered without it; trying every second.",
          place);
    }
  }

  @Override
  public void stop() {
    gate.stopped.countDown();
    super.stop();
  }

  /// @throws RedisConnectionFailureException at once, if Redis has not been reached since the start
  @Override
  public RedisConnection getConnection() {
    checkReached();
    return super.getConnection();
  }

  /// @throws RedisConnectionFailureException at once, if Redis has not been reached since the start
  @Override
  public RedisClusterConnection getClusterConnection() {
    checkReached();
    return super.getClusterConnection();
  }

  private void checkReached() {
    if (gate.reached.getCount() > 0) {
      throw new RedisConnectionFailureException("Redis has not been reached yet at " + place);
    }
  }

  private void tryUntilReached(Gate mine) {
    Duration pause = FIRST_PAUSE;
    while (!answers()) {
      if (await(mine.stopped, pause)) {
        return;
      }
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
    mine.reached.countDown();
    LOG.info("Redis is reached at {}", place);
  }

  private boolean answers() {
    try (RedisConnection connection =
        isClusterAware() ? super.getClusterConnection() : super.getConnection()) {
      return connection.ping() != null;
    } catch (DataAccessException | IllegalStateException e) {
      LOG.debug("Redis does not answer at {}", place, e);
      return false;
    }
  }

  private static boolean await(CountDownLatch latch, Duration longest) {
    try {
      return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
