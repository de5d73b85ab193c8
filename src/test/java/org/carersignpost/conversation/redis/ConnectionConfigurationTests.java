package org.carersignpost.conversation.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

@Timeout(60)
class ConnectionConfigurationTests {
  private final Path home;

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
          .withUserConfiguration(ConnectionConfiguration.class);

  ConnectionConfigurationTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void withoutAnAddressOurOwnRedisIsTheOnlyOneInUse() {
    runner
        .withPropertyValues("signpost.data-dir=" + home, "signpost.redis-url= ")
        .run(context -> {
          assertThat(context).hasSingleBean(RedisConnectionFactory.class);
          StringRedisTemplate template = context.getBean(StringRedisTemplate.class);
          template.opsForValue().set("word", "kept");
          EmbeddedRedis redis = context.getBean(EmbeddedRedis.class);
          try (RedisWire wire = RedisWire.open(redis.port(), redis.password())) {
            assertThat(wire.call("GET", "word")).isEqualTo("kept");
          }
        });
    assertThat(home.resolve("redis/instance.properties")).doesNotExist();
  }

  @Test
  void withAnAddressOurOwnIsNotStartedAndItsAbsenceDoesNotStopTheStart() {
    runner
        .withPropertyValues("signpost.data-dir=" + home, "signpost.redis-url=redis://127.0.0.1:1")
        .run(context -> {
          assertThat(context).hasNotFailed();
          assertThat(context).doesNotHaveBean(EmbeddedRedis.class);
          assertThat(context).hasSingleBean(GatedConnections.class);
        });
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void anAddressThatCannotBeReadStopsTheStart() {
    runner
        .withPropertyValues("signpost.redis-url=cache")
        .run(context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .isInstanceOf(RedisException.class)
                .hasMessageContaining("REDIS_URL"));
  }

  @Test
  void whoeverIsStoppedCanStillStoreItsLastWords() {
    runner
        .withUserConfiguration(LastWords.class)
        .withPropertyValues("signpost.data-dir=" + home)
        .run(context -> assertThat(context).hasNotFailed());
    runner
        .withPropertyValues("signpost.data-dir=" + home)
        .run(context ->
            assertThat(
                    context.getBean(StringRedisTemplate.class).opsForList().range("words", 0, -1))
                .isEqualTo(List.of("web server", "sweeper", "early bird")));
  }

  /// Beans that are stopped one after the other, as the phases of a real service are.
  @Configuration(proxyBeanMethods = false)
  static class LastWords {
    @Bean
    SmartLifecycle webServer(StringRedisTemplate template) {
      return new Speaker(template, "web server", SmartLifecycle.DEFAULT_PHASE);
    }

    @Bean
    SmartLifecycle sweeper(StringRedisTemplate template) {
      return new Speaker(template, "sweeper", 0);
    }

    @Bean
    SmartLifecycle earlyBird(StringRedisTemplate template) {
      return new Speaker(template, "early bird", Integer.MIN_VALUE / 2);
    }
  }

  private static final class Speaker implements SmartLifecycle {
    private final StringRedisTemplate template;
    private final String words;
    private final int phase;
    private final List<String> started = new ArrayList<>();

    Speaker(StringRedisTemplate template, String words, int phase) {
      this.template = template;
      this.words = words;
      this.phase = phase;
    }

    @Override
    public void start() {
      started.add(words);
    }

    @Override
    public void stop() {
      template.opsForList().rightPush("words", words);
      started.clear();
    }

    @Override
    public boolean isRunning() {
      return !started.isEmpty();
    }

    @Override
    public int getPhase() {
      return phase;
    }
  }
}
