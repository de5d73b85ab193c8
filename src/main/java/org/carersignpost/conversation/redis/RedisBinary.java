package org.carersignpost.conversation.redis;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carersignpost.privacy.PrivateFile;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/// The program that the library brings along for this kind of machine, unpacked where it can be
/// run.
final class RedisBinary {
  private static final String WAY_OUT =
      " Run a Redis 6.2 or newer yourself and name it in REDIS_URL, such as redis://localhost:6379.";

  private RedisBinary() {}

  /// Unpacks the program, unless it is there already, and proves that it runs here.
  ///
  /// @param folder where it goes; it must be on a disk from which programs may be run
  /// @throws RedisException if none runs on this machine
  static Path unpack(Path folder) {
    List<OsArchitecture> kinds =
        kinds(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    if (kinds.isEmpty()) {
      throw new RedisException(
          "The service brings no Redis for this kind of machine (%s, %s)."
                  .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
              + WAY_OUT);
    }
    return kinds.stream()
        .flatMap(kind -> unpacked(kind, folder).stream())
        .filter(RedisBinary::runs)
        .findFirst()
        .orElseThrow(() ->
            new RedisException(
                "The Redis that the service brings does not run on this machine (looked in "
                    + folder
                    + ")."
                    + WAY_OUT));
  }

  /// What to try on a machine, best first.
  ///
  /// The first for Linux on 64 bits needs OpenSSL 3 and glibc; the second, for 32 bits, needs
  /// nothing at all. What the library has for Windows is a Redis 5, too old for us.
  static List<OsArchitecture> kinds(String system, String processor) {
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux") && intel) {
      return List.of(OsArchitecture.UNIX_x86_64, OsArchitecture.UNIX_x86);
    }
    if (name.startsWith("linux") && arm) {
      return List.of(OsArchitecture.UNIX_AARCH64);
    }
    if (name.startsWith("mac") && intel) {
      return List.of(OsArchitecture.MAC_OS_X_x86_64);
    }
    return name.startsWith("mac") && arm ? List.of(OsArchitecture.MAC_OS_X_ARM64) : List.of();
  }

  private static Optional<Path> unpacked(OsArchitecture kind, Path folder) {
    return Optional.ofNullable(ExecutableProvider.newProvidedVersionsMap().get(kind))
        .flatMap(name -> Optional.ofNullable(ExecutableProvider.class.getResource(name)))
        .map(resource -> unpacked(resource, folder));
  }

  private static Path unpacked(URL resource, Path folder) {
    String path = resource.getPath();
    Path program = folder.resolve(path.substring(path.lastIndexOf('/') + 1));
    try {
      URLConnection connection = resource.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        long size = connection.getContentLengthLong();
        if (!Files.isExecutable(program) || Files.size(program) != size) {
          write(in, PrivateFile.folder(folder), program);
        }
      }
      return program.toRealPath();
    } catch (IOException e) {
      throw new RedisException(
          "The Redis that the service brings cannot be unpacked into " + folder + "." + WAY_OUT, e);
    }
  }

  // A program that an orphan still runs cannot be written over, but another can take its name.
  private static void write(InputStream in, Path folder, Path program) throws IOException {
    Path next = Files.createTempFile(folder, ".next-", ".tmp");
    try {
      Files.copy(in, next, StandardCopyOption.REPLACE_EXISTING);
      if (!next.toFile().setExecutable(true, true)) {
        throw new IOException("It cannot be made executable");
      }
      Files.move(next, program, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  private static boolean runs(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      process.destroyForcibly();
      return ended && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// What to put before the program so that a Ctrl-C in the terminal reaches the service only,
  /// which then ends its Redis itself; empty where this machine has no such tool.
  static List<String> ownSession() {
    return Stream.of("/usr/bin/setsid", "/bin/setsid")
        .filter(tool -> Files.isExecutable(Path.of(tool)))
        .map(List::of)
        .findFirst()
        .orElseGet(RedisBinary::ownSessionByPerl);
  }

  private static List<String> ownSessionByPerl() {
    String perl = "/usr/bin/perl";
    return Files.isExecutable(Path.of(perl))
        ? List.of(perl, "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV")
        : List.of();
  }
}
