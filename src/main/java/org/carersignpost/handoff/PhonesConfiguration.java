package org.carersignpost.handoff;

import java.time.Clock;
import org.carersignpost.staff.DutyRoster;
import org.carersignpost.staff.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/// Puts together what rings phones.
@Configuration(proxyBeanMethods = false)
class PhonesConfiguration {
  @Bean
  LiveCalls liveCalls(StringRedisTemplate redis, Clock clock) {
    return new LiveCalls(redis, clock);
  }

  @Bean
  TeamPhones teamPhones(
      DutyRoster roster,
      Organisations organisations,
      Teams teams,
      @Value("${signpost.twilio.phone-number:}") String ourNumber) {
    return new TeamPhones(roster, organisations, teams, ourNumber);
  }

  @Bean
  Rings rings(
      LiveCalls calls, TeamPhones phones, PhoneCarrier carrier, HandoffProperties properties) {
    return new Rings(
        calls, phones::phones, carrier, properties.ring() == HandoffProperties.Ring.TOGETHER);
  }
}
