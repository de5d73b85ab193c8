package org.carersignpost.conversation.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedRedisTests {
  private final Path home;

  EmbeddedRedisTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void itRunsOnThisMachineOnlyAndAsksForItsPassword() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(info(redis, "server")).contains("redis_version:6.2");
      assertThat(info(redis, "persistence")).contains("aof_enabled:1");
      assertThatThrownBy(() -> RedisWire.open(redis.port(), "guessed"))
          .isInstanceOf(IOException.class);
      assertThat(home.resolve("redis/redis.conf"))
          .content()
          .contains("bind 127.0.0.1\n", "appendfsync always\n", "requirepass ");
      assertThat(home.resolve("redis/redis.log")).isNotEmptyFile();
    }
  }

  @Test
  void thePasswordIsInFilesForTheOwnerOnlyAndNotInTheCommand() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      for (String file : new String[] {"redis.conf", "instance.properties"}) {
        Path path = home.resolve("redis").resolve(file);
        assertThat(path).content().contains(redis.password());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .isEqualTo("rw-------");
      }
      assertThat(handle(redis).info().commandLine().orElse("")).doesNotContain(redis.password());
      assertThat(redis.password()).hasSize(64);
    }
  }

  @Test
  void whatWasStoredIsThereAfterTheNextStart() throws IOException {
    long first;
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      said(redis, "SET", "word", "kept");
      first = redis.pid();
    }
    assertThat(runs(first)).isFalse();
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(said(redis, "GET", "word")).isEqualTo("kept");
    }
  }

  @Test
  void aKilledRedisComesBackOnTheSamePortWithItsData() throws IOException {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      said(redis, "SET", "word", "kept");
      int port = redis.port();
      long killed = redis.pid();
      handle(redis).destroyForcibly();
      await(() -> redis.pid() != killed);
      assertThat(redis.port()).isEqualTo(port);
      assertThat(said(redis, "GET", "word")).isEqualTo("kept");
    }
  }

  @Test
  void closingEndsItAlsoWhenItWasJustKilled() throws IOException {
    EmbeddedRedis redis = EmbeddedRedis.start(home);
    handle(redis).destroyForcibly();
    redis.close();
    redis.close();
    assertThat(runs(redis.pid())).isFalse();
    assertThatThrownBy(() -> RedisWire.open(redis.port(), redis.password()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void theRedisOfAKilledServiceIsEndedAndItsDataKept() throws Exception {
    Process service = KilledService.start(home, "word", "kept");
    InstanceFile.Instance left = instance();
    long orphan = left.process().orElseThrow().pid();
    service.destroyForcibly().waitFor();
    assertThat(runs(orphan)).as("the Redis outlives its service").isTrue();

    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(runs(orphan)).as("the Redis of the killed service").isFalse();
      assertThat(said(redis, "GET", "word")).isEqualTo("kept");
      assertThat(instance().process().orElseThrow().pid()).isEqualTo(redis.pid());
      assertThat(runs(redis.pid())).isTrue();
    }
  }

  @Test
  void aRedisThatHangsIsEndedToo() throws Exception {
    Process service = KilledService.start(home, "word", "kept");
    long orphan = instance().process().orElseThrow().pid();
    service.destroyForcibly().waitFor();
    assertThat(new ProcessBuilder("kill", "-STOP", String.valueOf(orphan)).start().waitFor())
        .isZero();

    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(runs(orphan)).isFalse();
      assertThat(said(redis, "GET", "word")).isEqualTo("kept");
    }
  }

  @Test
  void aServiceKilledBeforeItNotedTheProcessLeavesNothingBehindEither() throws Exception {
    Process service = KilledService.start(home, "word", "kept");
    InstanceFile.Instance left = instance();
    long orphan = left.process().orElseThrow().pid();
    service.destroyForcibly().waitFor();
    InstanceFile.in(home.resolve("redis"))
        .write(InstanceFile.Instance.about(left.port(), left.password(), Path.of(left.program())));

    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(runs(orphan)).isFalse();
      assertThat(said(redis, "GET", "word")).isEqualTo("kept");
    }
  }

  @Test
  void aStrangerWithTheSameNumberIsLeftAlone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      Files.createDirectories(home.resolve("redis"));
      InstanceFile.Instance left = InstanceFile.Instance.about(1, "gone", Path.of("/usr/bin/gone"));
      InstanceFile.in(home.resolve("redis")).write(left.as(stranger.toHandle()));
      EmbeddedRedis.start(home).close();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void aDamagedFileAboutTheLastStartDoesNotPreventTheNext() throws IOException {
    Files.createDirectories(home.resolve("redis"));
    Files.writeString(home.resolve("redis/instance.properties"), "port=\\u00zz\npid=none");
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      assertThat(runs(redis.pid())).isTrue();
    }
  }

  @Test
  void aServiceToldToEndEndsItsRedisItself() throws Exception {
    Process service = KilledService.start(home, "word", "kept");
    long redis = instance().process().orElseThrow().pid();
    service.destroy();
    assertThat(service.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(runs(redis)).isFalse();
    assertThat(home.resolve("redis/instance.properties")).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itDoesNotShareTheTerminalWithTheService() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      // The sixth word about a process is its session; a Ctrl-C goes to those of the terminal.
      assertThat(session(redis.pid())).isNotEqualTo(session(ProcessHandle.current().pid()));
    }
  }

  @Test
  void aSecondServiceOnTheSameFolderIsRefusedInAClearSentence() throws Exception {
    Process service = KilledService.start(home, "word", "kept");
    try {
      assertThatThrownBy(() -> EmbeddedRedis.start(home))
          .isInstanceOf(RedisException.class)
          .hasMessageContaining(home.toString())
          .hasMessageContaining("process " + service.pid())
          .hasMessageContaining("DATA_DIR");
    } finally {
      service.destroy();
      service.waitFor();
    }
  }

  @Test
  void aSecondOneInTheSameProcessIsRefusedAndDoesNotFreeTheFolder() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      for (int tries = 0; tries < 2; tries++) {
        assertThatThrownBy(() -> EmbeddedRedis.start(home)).isInstanceOf(RedisException.class);
      }
      assertThat(runs(redis.pid())).isTrue();
    }
  }

  @Test
  void aFolderWithASpaceAndAQuoteInItsNameIsFine() throws IOException {
    Path odd = home.resolve("carers' \"data\"");
    try (EmbeddedRedis redis = EmbeddedRedis.start(odd)) {
      said(redis, "SET", "word", "kept");
    }
    assertThat(odd.resolve("redis/appendonly.aof")).isNotEmptyFile();
  }

  @Test
  void aFileWhereTheFolderShouldBeIsRefusedInAClearSentence() throws IOException {
    Path file = Files.writeString(home.resolve("data"), "");
    assertThatThrownBy(() -> EmbeddedRedis.start(file))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void damagedDataAreNotThrownAwayButReported() throws IOException {
    EmbeddedRedis.start(home).close();
    Path data = home.resolve("redis/appendonly.aof");
    Files.writeString(data, "this is no data of a Redis");
    assertThatThrownBy(() -> EmbeddedRedis.start(home))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("append only file");
    assertThat(data).hasContent("this is no data of a Redis");
  }

  private InstanceFile.Instance instance() {
    return InstanceFile.in(home.resolve("redis")).read().orElseThrow();
  }

  private static String said(EmbeddedRedis redis, String... words) throws IOException {
    try (RedisWire wire = RedisWire.open(redis.port(), redis.password())) {
      return wire.call(words);
    }
  }

  private static String info(EmbeddedRedis redis, String section) throws IOException {
    return said(redis, "INFO", section);
  }

  private static ProcessHandle handle(EmbeddedRedis redis) {
    return ProcessHandle.of(redis.pid()).orElseThrow();
  }

  private static boolean runs(long pid) {
    return ProcessHandle.of(pid).filter(ProcessEnd::isRunning).isPresent();
  }

  private static String session(long pid) throws IOException {
    String about = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
    return about.substring(about.lastIndexOf(')') + 2).split(" ")[3];
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
