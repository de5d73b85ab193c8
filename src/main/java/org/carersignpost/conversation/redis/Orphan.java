package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Redis that a killed service left running on a folder.
///
/// Two on one folder would spoil the data, so it must be gone before another starts. It is ours
/// only if it knows the password in our file, or if the process in our file still runs our program
/// since the very time we noted. Nothing else is ever touched, whatever it is called.
final class Orphan {
  private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

  // A system that corrects its clock shifts the start times it tells.
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
  private static final Duration JUST_STARTED = Duration.ofSeconds(1);

  private Orphan() {}

  /// Ends the one that the folder's file tells of, if it still runs. The caller holds the folder.
  ///
  /// @throws RedisException if it runs and cannot be ended
  static void end(Path folder) {
    Optional<InstanceFile.Instance> left = InstanceFile.in(folder).read();
    left.flatMap(Orphan::find).ifPresent(process -> end(process, left.orElseThrow(), folder));
  }

  private static void end(ProcessHandle process, InstanceFile.Instance instance, Path folder) {
    LOG.info("Ending the Redis of an earlier start (process {})", process.pid());
    if (!ProcessEnd.of(process, instance.port(), instance.password())) {
      throw new RedisException(
          "A Redis of an earlier start (process %d) still uses %s and cannot be ended. End it first."
              .formatted(process.pid(), folder));
    }
  }

  private static Optional<ProcessHandle> find(InstanceFile.Instance instance) {
    return answering(instance).or(() -> instance.process().flatMap(p -> noted(p, instance)));
  }

  // A service killed in the moment of starting its Redis noted no process; give that Redis time to
  // listen.
  private static Optional<ProcessHandle> answering(InstanceFile.Instance instance) {
    Duration patience = instance.process().isPresent() ? Duration.ZERO : JUST_STARTED;
    long end = System.nanoTime() + patience.toNanos();
    do {
      try (RedisWire wire = RedisWire.open(instance.port(), instance.password())) {
        return wire.processId().flatMap(ProcessHandle::of);
      } catch (IOException e) {
        // Nobody there, or somebody else.
      }
    } while (System.nanoTime() < end && pause());
    return Optional.empty();
  }

  private static Optional<ProcessHandle> noted(
      InstanceFile.StartedProcess noted, InstanceFile.Instance instance) {
    return ProcessHandle.of(noted.pid())
        .filter(ProcessEnd::isRunning)
        .filter(process -> startedThen(process, noted.startedAt()))
        .filter(process -> runs(process, instance.program()));
  }

  private static boolean startedThen(ProcessHandle process, Instant time) {
    return process
        .info()
        .startInstant()
        .map(start -> Duration.between(start, time).abs().compareTo(CLOCK_TOLERANCE) <= 0)
        .orElse(false);
  }

  // Linux says of a program whose file has been replaced that it is deleted.
  private static boolean runs(ProcessHandle process, String program) {
    return process
        .info()
        .command()
        .filter(command -> command.equals(program) || command.equals(program + " (deleted)"))
        .isPresent();
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
