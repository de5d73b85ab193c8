package org.carersignpost.outbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Seal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Puts the outbox together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutboxProperties.class)
class OutboxConfiguration {
  @Bean
  Changes outboxChanges() {
    return new Changes();
  }

  @Bean
  Entries outboxEntries(StringRedisTemplate redis, Changes changes, OutboxProperties properties) {
    return new Entries(redis, changes, properties);
  }

  @Bean
  Outbox outbox(StringRedisTemplate redis, Entries entries, Changes changes, Clock clock) {
    return new Outbox(redis, entries, changes, clock);
  }

  @Bean
  OptOutRegister optOutRegister(StringRedisTemplate redis) {
    return new OptOutRegister(redis);
  }

  @Bean
  QuietHours quietHours(
      OutboxProperties properties, @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    return QuietHours.parse(properties.quiet(), zone);
  }

  @Bean
  Departure outboxDeparture(
      Entries entries,
      TextCarrier carrier,
      OlderOptOuts olderOptOuts,
      QuietHours quiet,
      OutboxProperties properties,
      Seal seal,
      Clock clock) {
    BackOff backOff =
        new BackOff(properties.firstPause(), properties.longestPause(), new SecureRandom());
    HandOver handOver = new HandOver(entries, carrier, properties, backOff, clock);
    LookUp lookUp = new LookUp(entries, carrier, handOver, properties, clock);
    return new Departure(
        entries, new OutboxScript(seal), olderOptOuts, quiet, handOver, lookUp, clock);
  }

  @Bean
  OlderOptOuts olderOptOuts(
      StringRedisTemplate redis, OptOutRegister register, Pseudonyms pseudonyms) {
    return new OlderOptOuts(redis, register, pseudonyms);
  }

  @Bean
  Sender outboxSender(
      Outbox outbox,
      Entries entries,
      Departure departure,
      OutboxProperties properties,
      Clock clock) {
    Sender sender = new Sender(entries, departure, properties, clock);
    outbox.onWake(sender::wake);
    return sender;
  }
}
