package org.carersignpost.conversation.redis;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.carersignpost.privacy.PrivateFile;

/// The folder where an embedded Redis keeps everything, held by one service at a time.
///
/// The operating system lets go of it when the service ends, however it ends.
final class DataFolder implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  // Opening and closing the file of a lock once more lets go of it, also for the holder in the same
  // process.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /// Makes the folder if need be and takes hold of it.
  ///
  /// It tries for two seconds, because another service that was just stopped may be on its way out.
  ///
  /// @throws RedisException if another service holds it, or it cannot be written
  static DataFolder hold(Path dataDir) {
    Path path = dataDir.toAbsolutePath().normalize();
    try {
      Path redis = PrivateFile.folder(PrivateFile.folder(path).toRealPath().resolve("redis"));
      return taken(redis)
          .map(channel -> new DataFolder(redis, channel))
          .orElseThrow(() -> inUse(path, redis));
    } catch (IOException e) {
      throw new RedisException(
          "The data folder %s cannot be used (%s). Name another in DATA_DIR."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static RedisException inUse(Path dataDir, Path redis) {
    String who =
        InstanceFile.in(redis)
            .read()
            .map(instance -> " (process " + instance.servicePid() + ")")
            .orElse("");
    return new RedisException(
        "Another Carer Signpost%s is using the data folder %s. Stop that one first, or name another folder in DATA_DIR."
            .formatted(who, dataDir));
  }

  private static Optional<FileChannel> taken(Path redis) throws IOException {
    if (!HELD_HERE.add(redis)) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = locked(redis.resolve("lock"));
      return channel;
    } finally {
      if (channel.isEmpty()) {
        HELD_HERE.remove(redis);
      }
    }
  }

  private static Optional<FileChannel> locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      if (channel.tryLock() != null) {
        return Optional.of(channel);
      }
    } while (System.nanoTime() < end && pause());
    channel.close();
    return Optional.empty();
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The folder of the Redis itself, without symbolic links.
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    lock.close();
    HELD_HERE.remove(path);
  }
}
