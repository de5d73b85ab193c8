package org.carersignpost.privacy;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the seal and the pseudonyms from the root secrets of the environment.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Retention.class)
class PrivacyConfiguration {
  @Bean
  Seal seal(@Value("${signpost.secret-key}") String secrets) {
    return new Seal(secrets);
  }

  @Bean
  Pseudonyms pseudonyms(@Value("${signpost.secret-key}") String secrets) {
    return new Pseudonyms(secrets);
  }
}
