package org.carersignpost.handoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.carersignpost.privacy.Seal;
import org.carersignpost.staff.Organisations;
import org.carersignpost.staff.Team;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Makes the teams and their hours from the configuration, and warns of what will soon be wrong.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HandoffProperties.class, HoursProperties.class})
class HandoffConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger(HandoffConfiguration.class);
  private static final int DAYS_OF_WARNING = 60;

  @Bean
  WaitingQueue waitingQueue(Seal seal) {
    return new WaitingQueue(seal);
  }

  @Bean
  Changes changes(StringRedisTemplate redis) {
    return new Changes(redis);
  }

  @Bean
  ChangeFeed changeFeed(Changes changes) {
    return new ChangeFeed(changes);
  }

  @Bean
  Lookers lookers(StringRedisTemplate redis, Changes changes, Clock clock) {
    return new Lookers(redis, changes, clock);
  }

  @Bean
  Teams teams(
      Organisations organisations,
      HoursProperties properties,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    warnOfBankHolidays(properties.bankHolidays(), LocalDate.ofInstant(clock.instant(), zone));
    warnOfDutyPhones(organisations);
    return new Teams(organisations, properties.byTeam());
  }

  private static void warnOfBankHolidays(List<LocalDate> holidays, LocalDate today) {
    LocalDate last = holidays.stream().max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    if (last.isBefore(today.plusDays(DAYS_OF_WARNING))) {
      LOG.warn(
          "The bank holidays under signpost.bank-holidays end with {}: add the next ones",
          last.equals(LocalDate.MIN) ? "none at all" : last);
    }
  }

  private static void warnOfDutyPhones(Organisations organisations) {
    List<String> without =
        organisations.teams().stream()
            .filter(team -> team.dutyPhone().isEmpty())
            .map(Team::id)
            .toList();
    if (!without.isEmpty()) {
      LOG.warn(
          "No duty-phone is set for {}: a crisis that nobody takes is then seen in the console only",
          String.join(", ", without));
    }
  }
}
