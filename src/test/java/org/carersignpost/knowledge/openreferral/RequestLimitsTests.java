package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.carersignpost.conversation.TestRedis;
import org.carersignpost.knowledge.openreferral.OpenReferralProperties.PerAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// Three requests a day, so that nobody gets another while the test runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestLimitsTests {
  private static final PerAddress THREE = new PerAddress(3, Duration.ofDays(1));
  private static final RequestLimits.Shared AWAY =
      (number, limit) -> {
        throw new IllegalStateException("the store is away");
      };

  private TestRedis redis;
  private LettuceConnectionFactory connections;

  @BeforeAll
  void startRedis(@TempDir Path folder) {
    redis = TestRedis.alone(folder);
    connections = redis.connections();
  }

  @AfterAll
  void stopRedis() {
    connections.destroy();
    redis.close();
  }

  private static List<Boolean> allowed(RequestLimits limits, String address, int requests) {
    return IntStream.range(0, requests).mapToObj(_ -> limits.count(address).isEmpty()).toList();
  }

  @Test
  void oneAddressMayAskSoOftenAndOthersStillMay() {
    RequestLimits limits = new RequestLimits(THREE, new RedisBuckets(connections));
    assertThat(allowed(limits, "192.0.2.1", 5)).containsExactly(true, true, true, false, false);
    assertThat(limits.count("192.0.2.1").orElseThrow())
        .isBetween(Duration.ofHours(7), Duration.ofHours(8));
    assertThat(allowed(limits, "192.0.2.2", 4)).containsExactly(true, true, true, false);
  }

  @Test
  void copiesOfTheServiceCountTogether() {
    RequestLimits one = new RequestLimits(THREE, new RedisBuckets(connections));
    RequestLimits other = new RequestLimits(THREE, new RedisBuckets(connections));
    assertThat(allowed(one, "192.0.2.3", 2)).containsExactly(true, true);
    assertThat(allowed(other, "192.0.2.3", 2)).containsExactly(true, false);
  }

  @Test
  void eachCopyCountsByItselfWhileTheStoreIsAway() {
    RequestLimits limits = new RequestLimits(THREE, AWAY);
    assertThat(allowed(limits, "192.0.2.4", 4)).containsExactly(true, true, true, false);
  }

  @Test
  void whoIsOverTheLimitDoesNotReachTheStore() {
    int[] asked = {0};
    RequestLimits limits =
        new RequestLimits(
            THREE,
            (number, limit) -> {
              asked[0]++;
              throw new IllegalStateException("the store is away");
            });
    allowed(limits, "192.0.2.5", 50);
    assertThat(asked[0]).isEqualTo(3);
  }

  @Test
  void addressesStandNowhereAndCountersGoByThemselves() {
    new RequestLimits(THREE, new RedisBuckets(connections)).count("192.0.2.66");
    String key =
        new String(RedisBuckets.key(RequestLimits.bucketOf("192.0.2.66")), StandardCharsets.UTF_8);
    assertThat(redis.onEach(commands -> commands.pttl(key)).getFirst()).isPositive();
    assertThat(redis.everything()).contains(key).doesNotContain("192.0.2");
  }

  @Test
  void thereAreOnlySoManyBuckets() {
    assertThat(
            IntStream.range(0, 100_000)
                .map(i ->
                    RequestLimits.bucketOf("10.%d.%d.%d".formatted(i >> 16, i >> 8 & 255, i & 255)))
                .distinct()
                .count())
        // Every bucket is used, or nearly so: addresses do not crowd in a few.
        .isBetween(RequestLimits.MOST_BUCKETS * 9L / 10, (long) RequestLimits.MOST_BUCKETS);
    assertThat(RequestLimits.bucketOf("2001:db8:1:2:aaaa::1"))
        .isEqualTo(RequestLimits.bucketOf("2001:db8:1:2:bbbb::2"))
        .isNotEqualTo(RequestLimits.bucketOf("2001:db8:1:3::1"));
    assertThat(RequestLimits.bucketOf("no address")).isBetween(0, RequestLimits.MOST_BUCKETS);
  }

  @Test
  void oneRequestTooManyIsToldWhenToAskAgain() throws Exception {
    PublicEdge edge =
        new PublicEdge(new RequestLimits(new PerAddress(1, Duration.ofHours(1)), AWAY));
    edge.doFilter(from("192.0.2.7"), new MockHttpServletResponse(), new MockFilterChain());
    MockHttpServletResponse refused = new MockHttpServletResponse();
    MockFilterChain chain = new MockFilterChain();
    MockHttpServletRequest again = from("192.0.2.7");
    // Whoever says to be somebody else is not believed.
    again.addHeader("X-Forwarded-For", "192.0.2.8");
    edge.doFilter(again, refused, chain);

    assertThat(chain.getRequest()).isNull();
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(
            Optional.ofNullable(refused.getHeader("Retry-After"))
                .map(Integer::parseInt)
                .orElseThrow())
        .isBetween(3_500, 3_600);
    assertThat(refused.getContentType()).isEqualTo("application/problem+json");
    assertThat(Trees.JSON.readTree(refused.getContentAsByteArray()).get("status").intValue())
        .isEqualTo(429);
    assertThat(refused.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private static MockHttpServletRequest from(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/open-referral/services");
    request.setRemoteAddr(address);
    return request;
  }
}
