package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/// Two copies of the service beside one Redis.
class SharedClockTests {
  private static final String START = "2026-03-02T10:15:00Z";
  private static RedisServer redis;
  private static LettuceConnectionFactory connections;
  private static StringRedisTemplate template;

  private final Clock system = Clock.fixed(Instant.parse("2030-06-01T00:00:00Z"), ZoneOffset.UTC);

  @BeforeAll
  static void startRedis() throws IOException {
    int port = freePort();
    redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    redis.start();
    connections = new LettuceConnectionFactory("127.0.0.1", port);
    connections.afterPropertiesSet();
    connections.start();
    template = new StringRedisTemplate(connections);
  }

  @AfterAll
  static void stopRedis() throws IOException {
    connections.destroy();
    redis.stop();
  }

  @BeforeEach
  void forget() {
    template.delete(SharedClock.KEY);
  }

  @Test
  void copyThatStartsLaterShowsTheSameTime() {
    ServiceClock first = ServiceClock.startingAt(Instant.parse(START), system);
    started(first, START).advance(Duration.ofHours(20));

    Clock later = Clock.offset(system, Duration.ofMinutes(5));
    ServiceClock second = ServiceClock.startingAt(Instant.parse(START), later);
    started(second, START);

    assertThat(second.instant()).isEqualTo(first.instant().plus(Duration.ofMinutes(5)));
  }

  @Test
  void stepOfOneCopyIsFollowedByTheOther() {
    ServiceClock first = ServiceClock.startingAt(Instant.parse(START), system);
    SharedClock mover = started(first, START);
    ServiceClock second = ServiceClock.startingAt(Instant.parse(START), system);
    SharedClock follower = started(second, START);

    mover.advance(Duration.ofHours(20));
    follower.follow();
    assertThat(second.instant()).isEqualTo(first.instant());

    follower.advance(Duration.ofHours(1));
    mover.follow();
    assertThat(first.instant()).isEqualTo(Instant.parse(START).plus(Duration.ofHours(21)));
  }

  @Test
  void anotherStartBeginsAnew() {
    started(ServiceClock.startingAt(Instant.parse(START), system), START)
        .advance(Duration.ofDays(9));
    Instant other = Instant.parse("2027-01-01T00:00:00Z");
    ServiceClock clock = ServiceClock.startingAt(other, system);
    started(clock, other.toString());

    assertThat(clock.instant()).isEqualTo(other);
  }

  @Test
  void whatSomebodyElseWroteIsIgnored() {
    template.opsForValue().set(SharedClock.KEY, START + "|soon");
    ServiceClock clock = ServiceClock.startingAt(Instant.parse(START), system);
    started(clock, START);

    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void withoutRedisTheClockGoesOnAlone() throws IOException {
    LettuceConnectionFactory nowhere = new LettuceConnectionFactory("127.0.0.1", freePort());
    nowhere.afterPropertiesSet();
    nowhere.start();
    ServiceClock clock = ServiceClock.startingAt(Instant.parse(START), system);
    SharedClock shared = started(clock, START, new StringRedisTemplate(nowhere));
    shared.advance(Duration.ofHours(1));
    nowhere.destroy();
    shared.advance(Duration.ofHours(1));

    assertThat(clock.instant()).isEqualTo(Instant.parse(START).plus(Duration.ofHours(2)));
  }

  private static SharedClock started(ServiceClock clock, String start) {
    return started(clock, start, template);
  }

  private static SharedClock started(
      ServiceClock clock, String start, StringRedisTemplate template) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    beans.addBean("template", template);
    SharedClock shared =
        new SharedClock(clock, start, beans.getBeanProvider(StringRedisTemplate.class));
    shared.afterSingletonsInstantiated();
    return shared;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
