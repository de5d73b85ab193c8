package org.carersignpost.conversation.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
class ConnectionsTests {
  // Far more than half a second, for a busy machine, and far less than Lettuce waits if it is not
  // told.
  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  private final Path home;

  ConnectionsTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void whatIsStoredIsReadAgain() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      LettuceConnectionFactory connections = opened(redis);
      StringRedisTemplate template = new StringRedisTemplate(connections);
      template.opsForValue().set("word", "kept");
      assertThat(template.opsForValue().get("word")).isEqualTo("kept");
      connections.destroy();
    }
  }

  @Test
  void afterRedisDiedTheyFindItAgain() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      LettuceConnectionFactory connections = opened(redis);
      StringRedisTemplate template = new StringRedisTemplate(connections);
      template.opsForValue().set("word", "kept");
      ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();
      assertThat(readAtLast(template, "word")).isEqualTo("kept");
      connections.destroy();
    }
  }

  @Test
  void whileRedisHangsNobodyWaitsLongerThanAMoment() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      LettuceConnectionFactory connections = opened(redis);
      StringRedisTemplate template = new StringRedisTemplate(connections);
      template.opsForValue().set("word", "kept");
      signal("-STOP", redis.pid());
      long before = System.nanoTime();
      assertThatThrownBy(() -> template.opsForValue().get("word"))
          .isInstanceOf(DataAccessException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(A_MOMENT);
      signal("-CONT", redis.pid());
      assertThat(readAtLast(template, "word")).isEqualTo("kept");
      connections.destroy();
    }
  }

  @Test
  void theyStartWithoutRedisRefuseAtOnceAndFindItWhenItComes() throws Exception {
    int port = freePort();
    LettuceConnectionFactory connections =
        Connections.to(RedisUrl.parse("redis://:pass@127.0.0.1:" + port), Optional.empty());
    connections.afterPropertiesSet();
    connections.start();
    StringRedisTemplate template = new StringRedisTemplate(connections);
    assertThatThrownBy(() -> template.opsForValue().get("word"))
        .isInstanceOf(RedisConnectionFailureException.class);

    Path program = RedisBinary.unpack(home.resolve("bin"));
    RedisProcess redis = RedisProcess.start(program, home, port, "pass", () -> false);
    setAtLast(template, "word", "kept");
    assertThat(template.opsForValue().get("word")).isEqualTo("kept");
    connections.destroy();
    assertThat(redis.stop()).isTrue();
  }

  @Test
  void manyWhoAskAtOnceDoNotWaitInALineForARedisThatNeverAnswers() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        ExecutorService carers = Executors.newVirtualThreadPerTaskExecutor()) {
      LettuceConnectionFactory connections =
          Connections.to(
              RedisUrl.parse("redis://127.0.0.1:" + silent.getLocalPort()), Optional.empty());
      connections.afterPropertiesSet();
      connections.start();
      long before = System.nanoTime();
      List<Future<Boolean>> asked =
          IntStream.range(0, 50).mapToObj(n -> carers.submit(() -> refused(connections))).toList();
      for (Future<Boolean> one : asked) {
        assertThat(one.get()).isTrue();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(A_MOMENT);
      connections.destroy();
    }
  }

  @Test
  void theyCanBeStoppedAndStartedAgain() {
    try (EmbeddedRedis redis = EmbeddedRedis.start(home)) {
      LettuceConnectionFactory connections = opened(redis);
      connections.stop();
      connections.start();
      assertThat(new StringRedisTemplate(connections).hasKey("word")).isFalse();
      connections.destroy();
    }
  }

  // We leave the triggers at Lettuce's default because that is all of them.
  @Test
  void aClusterIsLookedAtAgainOnEverySignOfAChange() {
    assertThat(ClusterTopologyRefreshOptions.DEFAULT_ADAPTIVE_REFRESH_TRIGGERS)
        .contains(ClusterTopologyRefreshOptions.RefreshTrigger.values());
  }

  private static boolean refused(LettuceConnectionFactory connections) {
    try {
      connections.getConnection().close();
      return false;
    } catch (RedisConnectionFailureException e) {
      return true;
    }
  }

  private static LettuceConnectionFactory opened(EmbeddedRedis redis) {
    LettuceConnectionFactory connections = Connections.to(redis, Optional.empty());
    connections.afterPropertiesSet();
    connections.start();
    return connections;
  }

  private static String readAtLast(StringRedisTemplate template, String key) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        return String.valueOf(template.opsForValue().get(key));
      } catch (DataAccessException e) {
        assertThat(System.nanoTime()).as("waited too long for Redis").isLessThan(end);
        Thread.onSpinWait();
      }
    }
  }

  private static void setAtLast(StringRedisTemplate template, String key, String value) {
    readAtLast(template, key);
    template.opsForValue().set(key, value);
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("kill", signal, String.valueOf(pid)).start().waitFor()).isZero();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
