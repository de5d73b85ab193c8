package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.carersignpost.privacy.PrivateFile;

/// One run of the Redis program on a folder, from its start to its end.
final class RedisProcess {
  private static final Duration LISTENING = Duration.ofSeconds(10);
  private static final Duration READING_DATA = Duration.ofMinutes(5);
  private static final long LARGEST_LOG = 5_000_000;
  private static final int LAST_WORDS = 400;

  private final Process process;
  private final int port;
  private final String password;

  private RedisProcess(Process process, int port, String password) {
    this.process = process;
    this.port = port;
    this.password = password;
  }

  /// Starts it and waits until it has read its data and takes commands.
  ///
  /// @param folder the folder that the caller holds, and on which nothing else runs
  /// @param givenUp asked now and then; when true the start is broken off
  /// @throws LostPortException if another program took the port first
  /// @throws RedisException if it does not start for another reason
  static RedisProcess start(
      Path program, Path folder, int port, String password, BooleanSupplier givenUp) {
    try {
      Path configuration = folder.resolve("redis.conf");
      Path log = folder.resolve("redis.log");
      PrivateFile.write(configuration, configuration(folder, port, password));
      long logBefore = startLog(log);
      InstanceFile file = InstanceFile.in(folder);
      // Noted before it starts: should this service be killed in between, the next one must know
      // where to look.
      InstanceFile.Instance instance = InstanceFile.Instance.about(port, password, program);
      file.write(instance);
      Process process = launch(program, configuration, log);
      file.write(instance.as(process.toHandle()));
      return new RedisProcess(process, port, password).ready(givenUp, log, logBefore);
    } catch (IOException e) {
      throw new RedisException(
          "The service's own Redis cannot be started in %s (%s).".formatted(folder, e.getMessage()),
          e);
    }
  }

  private static Process launch(Path program, Path configuration, Path log) throws IOException {
    List<String> command = new ArrayList<>(RedisBinary.ownSession());
    command.add(program.toString());
    command.add(configuration.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static String configuration(Path folder, int port, String password) {
    return """
    bind 127.0.0.1
    protected-mode yes
    port %d
    requirepass %s
    dir %s
    logfile %s
    daemonize no
    tcp-backlog 128
    appendonly yes
    appendfsync always
    save ""
    maxmemory-policy noeviction
    """
        .formatted(port, password, quoted(folder), quoted(folder.resolve("redis.log")));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  // Redis never shortens its log; one older part is kept.
  private static long startLog(Path log) throws IOException {
    if (!Files.exists(log)) {
      PrivateFile.write(log, "");
    } else if (Files.size(log) > LARGEST_LOG) {
      Files.move(log, log.resolveSibling("redis.log.1"), StandardCopyOption.REPLACE_EXISTING);
      PrivateFile.write(log, "");
    }
    return Files.size(log);
  }

  private RedisProcess ready(BooleanSupplier givenUp, Path log, long logBefore) {
    try {
      awaitReady(givenUp, log, logBefore);
      return this;
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  private void awaitReady(BooleanSupplier givenUp, Path log, long logBefore) {
    long listening = System.nanoTime() + LISTENING.toNanos();
    long ready = System.nanoTime() + READING_DATA.toNanos();
    boolean ours = false;
    while (!givenUp.getAsBoolean() && System.nanoTime() < (ours ? ready : listening)) {
      if (!process.isAlive()) {
        throw failure(lastWords(log, logBefore));
      }
      try (RedisWire wire = RedisWire.open(port, password)) {
        ours = wire.processId().equals(Optional.of(process.pid()));
        if (ours && wire.isReady()) {
          return;
        }
      } catch (IOException e) {
        // Not listening yet.
      }
      pause();
    }
    throw new RedisException(
        "The service's own Redis did not get ready in time. Its log is %s.".formatted(log));
  }

  private static RuntimeException failure(String lastWords) {
    return lastWords.contains("listening socket") || lastWords.contains("already in use")
        ? new LostPortException()
        : new RedisException(
            "The service's own Redis ended as soon as it was started. It said: " + lastWords);
  }

  private static String lastWords(Path log, long from) {
    try {
      byte[] all = Files.readAllBytes(log);
      int start = (int) Math.max(Math.min(from, all.length), all.length - (long) LAST_WORDS);
      return new String(all, start, all.length - start, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisException("The start was broken off.", e);
    }
  }

  /// Waits until it has ended, for whatever reason.
  void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /// Ends it.
  ///
  /// @return whether it is gone
  boolean stop() {
    return ProcessEnd.of(process.toHandle(), port, password);
  }

  long pid() {
    return process.pid();
  }

  /// Another program listens where this one was to.
  static final class LostPortException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostPortException() {
      super("Another program took its port.");
    }
  }
}
