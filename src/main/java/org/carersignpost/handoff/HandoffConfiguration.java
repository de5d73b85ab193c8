package org.carersignpost.handoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.carersignpost.privacy.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the team's hours from the configuration and warns when they will soon be wrong.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TeamProperties.class, HandoffConfiguration.BankHolidays.class})
class HandoffConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(HandoffConfiguration.class);

  /// The bank holidays everybody shares, `signpost.bank-holidays`.
  ///
  /// @param bankHolidays dates, such as `2026-12-25`
  @ConfigurationProperties("signpost")
  record BankHolidays(@DefaultValue List<LocalDate> bankHolidays) {}

  @Bean
  WaitingQueue waitingQueue(Seal seal) {
    return new WaitingQueue(seal);
  }

  @Bean
  TeamHours teamHours(
      TeamProperties team,
      BankHolidays holidays,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    TeamHours hours = new TeamHours(team.hours(), Set.copyOf(holidays.bankHolidays()));
    hours
        .bankHolidaysEnding(LocalDate.ofInstant(clock.instant(), zone))
        .ifPresent(last ->
            LOG.warn(
                "The bank holidays under signpost.bank-holidays end with {}: add the next ones",
                last.equals(LocalDate.MIN) ? "none at all" : last));
    return hours;
  }
}
