package org.carersignpost.channel.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the signature check before everything under `/twilio/`.
@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  @Bean
  TwilioSignatures twilioSignatures(
      @Value("${signpost.public-url}") String publicUrl,
      @Value("${signpost.twilio.auth-token}") String tokens) {
    return new TwilioSignatures(publicUrl, tokens);
  }

  /// Before any other filter may read a parameter, and so the body.
  @Bean
  FilterRegistrationBean<TwilioFilter> twilioFilter(
      TwilioSignatures signatures, MeterRegistry meters) {
    var registration = new FilterRegistrationBean<>(new TwilioFilter(signatures, meters));
    registration.addUrlPatterns("/twilio/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return registration;
  }
}
