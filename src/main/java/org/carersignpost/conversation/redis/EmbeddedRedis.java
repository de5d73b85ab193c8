package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Redis that the service brings along when it is given none: a real one, on this machine only,
/// for this service only.
///
/// Every write is on the disk before it is answered, so it may be killed at any time, and the
/// service too. If it dies, it is started again on the same port, where the connections find it.
/// Close it after everything that uses it.
final class EmbeddedRedis implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);
  private static final int MOST_PORTS = 5;
  private static final Duration TOO_SHORT_A_LIFE = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Path program;
  private final String password;
  private final int port;
  private final CountDownLatch closing = new CountDownLatch(1);
  // Whoever starts or ends the process holds this, so that none is started behind the back of an
  // end.
  private final ReentrantLock changing = new ReentrantLock();
  private volatile @Nullable RedisProcess process;

  private EmbeddedRedis(DataFolder folder) {
    this.folder = folder;
    password = newPassword();
    program = RedisBinary.unpack(folder.path().resolve("bin"));
    Orphan.end(folder.path());
    port = startOnFreePort();
  }

  /// Starts it on the data in the folder and waits until it takes commands.
  ///
  /// @param dataDir its data go into `redis` below; made if missing
  /// @throws RedisException if another service uses the folder, or no Redis runs on this machine
  static EmbeddedRedis start(Path dataDir) {
    DataFolder folder = DataFolder.hold(dataDir);
    try {
      EmbeddedRedis redis = new EmbeddedRedis(folder);
      Thread.ofVirtual().name("embedded-redis").start(redis::keepAlive);
      return redis;
    } catch (RuntimeException e) {
      letGo(folder);
      throw e;
    }
  }

  /// Where it listens on the loopback address; the same as long as it is open.
  int port() {
    return port;
  }

  String password() {
    return password;
  }

  /// The process it runs as at the moment.
  long pid() {
    return Optional.ofNullable(process).map(RedisProcess::pid).orElse(0L);
  }

  private int startOnFreePort() {
    for (int tries = 1; tries <= MOST_PORTS; tries++) {
      int free = freePort();
      try {
        process = start(free);
        return free;
      } catch (RedisProcess.LostPortException e) {
        LOG.info("Port {} was taken by another program, trying the next", free);
      }
    }
    throw new RedisException(
        "The service's own Redis found no free port in " + MOST_PORTS + " tries. Start again.");
  }

  private RedisProcess start(int onPort) {
    RedisProcess started =
        RedisProcess.start(program, folder.path(), onPort, password, this::isClosing);
    LOG.info("Redis runs as process {} on port {}", started.pid(), onPort);
    return started;
  }

  private void keepAlive() {
    Duration pause = FIRST_PAUSE;
    try {
      while (!isClosing()) {
        long started = System.nanoTime();
        awaitEnd();
        boolean shortLived = System.nanoTime() - started < TOO_SHORT_A_LIFE.toNanos();
        pause = shortLived ? longer(pause) : FIRST_PAUSE;
        if (!closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
          LOG.warn("The service's own Redis is not running; starting it again");
          restart();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitEnd() throws InterruptedException {
    RedisProcess current = process;
    if (current != null) {
      current.awaitEnd();
    }
  }

  private static Duration longer(Duration pause) {
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
  }

  // When it fails the ended process stays in its place, so that the next round comes back here
  // after a longer pause.
  private void restart() {
    changing.lock();
    try {
      if (!isClosing()) {
        process = start(port);
      }
    } catch (RedisException | RedisProcess.LostPortException e) {
      LOG.error("The service's own Redis could not be started again: {}", e.getMessage());
    } finally {
      changing.unlock();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /// Ends it and lets go of the folder. Doing so twice is harmless.
  @Override
  public void close() {
    if (isClosing()) {
      return;
    }
    closing.countDown();
    changing.lock();
    try {
      RedisProcess last = process;
      // A file that tells of a process still running is left for the next start.
      if (last == null || last.stop()) {
        InstanceFile.in(folder.path()).delete();
      }
      LOG.info("Redis has ended");
    } catch (IOException e) {
      LOG.warn("The file about the ended Redis could not be deleted", e);
    } finally {
      changing.unlock();
      letGo(folder);
    }
  }

  private static void letGo(DataFolder folder) {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("The lock on the data folder could not be closed", e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String newPassword() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
