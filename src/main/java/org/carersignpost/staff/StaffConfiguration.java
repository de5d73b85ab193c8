package org.carersignpost.staff;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the organisations from the configuration.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OrganisationProperties.class)
class StaffConfiguration {
  @Bean
  Organisations organisations(OrganisationProperties properties) {
    return properties.checked();
  }
}
