package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one clock of the service.
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
  /// @param start the instant at which the clock starts (`SIGNPOST_CLOCK`); blank is now
  @Bean
  @DemonstrationOnly
  ServiceClock serviceClock(@Value("${signpost.clock:}") String start) {
    Clock system = Clock.systemUTC();
    try {
      return ServiceClock.startingAt(
          start.isBlank() ? system.instant() : Instant.parse(start.strip()), system);
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "SIGNPOST_CLOCK must be an instant such as 2026-03-02T10:15:00Z", e);
    }
  }

  @Bean
  @ConditionalOnProperty(
      name = "signpost.demonstration",
      havingValue = "false",
      matchIfMissing = true)
  Clock systemClock() {
    return Clock.systemUTC();
  }
}
