package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets all copies of the service show the same demonstration time: the lead over the system clock
/// is kept in Redis.
///
/// A copy adopts the lead only if it was told the same start, so a new `SIGNPOST_CLOCK` begins
/// anew. Without Redis every copy goes on with what it has.
@Component
@DemonstrationOnly
public final class SharedClock implements SmartInitializingSingleton {
  static final String KEY = "{s00}:clock-offset";
  private static final Pattern ENTRY = Pattern.compile("(.*)\\|(-?[0-9]{1,15})");
  private static final Logger log = LoggerFactory.getLogger(SharedClock.class);

  private final ServiceClock clock;
  private final String start;
  private final ObjectProvider<StringRedisTemplate> redis;

  SharedClock(
      ServiceClock clock,
      @Value("${signpost.clock:}") String start,
      ObjectProvider<StringRedisTemplate> redis) {
    this.clock = clock;
    this.start = start.strip();
    this.redis = redis;
  }

  @Override
  public void afterSingletonsInstantiated() {
    withRedis(template -> {
      if (!adopt(template)) {
        store(template);
      }
    });
  }

  /// Takes over what another copy has advanced.
  @Scheduled(fixedDelay = 2000, initialDelay = 2000)
  void follow() {
    withRedis(this::adopt);
  }

  /// Moves the clock of all copies forward.
  ///
  /// @throws IllegalArgumentException if the step is not positive, longer than 400 days, or leads
  ///   beyond the year 2200
  public void advance(Duration step) {
    follow();
    clock.advance(step);
    withRedis(this::store);
  }

  private boolean adopt(StringRedisTemplate template) {
    Optional<Matcher> entry =
        Optional.ofNullable(template.opsForValue().get(KEY))
            .map(ENTRY::matcher)
            .filter(Matcher::matches)
            .filter(matcher -> matcher.group(1).equals(start));
    entry.ifPresent(matcher -> clock.lead(Duration.ofMillis(Long.parseLong(matcher.group(2)))));
    return entry.isPresent();
  }

  private void store(StringRedisTemplate template) {
    template.opsForValue().set(KEY, start + "|" + clock.lead().toMillis());
  }

  private void withRedis(Consumer<StringRedisTemplate> use) {
    StringRedisTemplate template = redis.getIfAvailable();
    if (template == null) {
      return;
    }
    try {
      use.accept(template);
    } catch (DataAccessException | IllegalStateException e) {
      log.debug("The clock is not shared: {}", e.getClass().getSimpleName());
    }
  }
}
