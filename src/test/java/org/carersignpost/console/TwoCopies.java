package org.carersignpost.console;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.carersignpost.CarerSignpost;
import org.carersignpost.conversation.TestRedis;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Two copies of the whole service on one Redis, in demonstration mode.
final class TwoCopies implements AutoCloseable {
  static final String ADMIN_PASSWORD = "password-of-the-tests";
  static final String API_TOKEN = "token-of-both-copies";

  private final TestRedis redis;
  private final ConfigurableApplicationContext one;
  private final ConfigurableApplicationContext other;

  /// @param folder for what they keep
  /// @param settings of both, as on a command line
  TwoCopies(Path folder, String... settings) {
    redis = TestRedis.alone(folder.resolve("redis"));
    one = copy(folder.resolve("one"), settings);
    other = copy(folder.resolve("other"), settings);
  }

  private ConfigurableApplicationContext copy(Path data, String... settings) {
    Stream<String> common =
        Stream.of(
            "--server.port=0",
            "--REDIS_URL=" + redis.url(),
            "--DATA_DIR=" + data,
            "--SIGNPOST_SECRET_KEY=a-secret-of-both-copies-for-tests-only",
            "--SIGNPOST_ADMIN_PASSWORD=" + ADMIN_PASSWORD,
            "--SIGNPOST_API_TOKEN=" + API_TOKEN,
            "--TWILIO_AUTH_TOKEN=auth-token-of-both-copies",
            "--PUBLIC_URL=http://localhost");
    return new SpringApplication(CarerSignpost.class)
        .run(Stream.concat(common, Stream.of(settings)).toArray(String[]::new));
  }

  ConfigurableApplicationContext one() {
    return one;
  }

  ConfigurableApplicationContext other() {
    return other;
  }

  /// The address of a page of a copy.
  static String address(ConfigurableApplicationContext copy, String path) {
    return "http://localhost:%s%s"
        .formatted(copy.getEnvironment().getRequiredProperty("local.server.port"), path);
  }

  @Override
  public void close() {
    one.close();
    other.close();
    redis.close();
  }
}
