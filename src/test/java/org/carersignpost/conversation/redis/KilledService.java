package org.carersignpost.conversation.redis;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.privacy.PrivateFile;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/// A service in a process of its own that starts a Redis, stores a word in it, and then waits to be
/// killed.
final class KilledService {
  private KilledService() {}

  /// The service itself: the folder, the key, the word, and how to go on.
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedRedis redis = EmbeddedRedis.start(Path.of(args[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
    try (RedisWire wire = RedisWire.open(redis.port(), redis.password())) {
      wire.call("SET", args[1], args[2]);
    }
    System.out.write('!');
    System.out.flush();
    TimeUnit.MINUTES.sleep(1);
  }

  /// Starts it and waits until the word is stored.
  static Process start(Path folder, String key, String word) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                KilledService.class.getName(),
                folder.toString(),
                key,
                word)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Reader said = process.inputReader(StandardCharsets.UTF_8);
    int next = said.read();
    while (next >= 0 && next != '!') {
      next = said.read();
    }
    if (next < 0) {
      throw new IllegalStateException("The service did not start");
    }
    return process;
  }

  private static String classPath() {
    return Stream.of(
            KilledService.class,
            EmbeddedRedis.class,
            PrivateFile.class,
            ExecutableProvider.class,
            LoggerFactory.class)
        .map(KilledService::home)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
