package org.carersignpost.channel.twilio;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/// Puts the signature check before everything under `/twilio/`, and sends texts and rings phones
/// when the service is live.
@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  @Bean
  @ConditionalOnProperty(name = "signpost.demonstration", havingValue = "false")
  TwilioTexts.Account twilioAccount(
      @Value("${signpost.twilio.account-sid}") String sid,
      @Value("${signpost.twilio.auth-token}") String tokens,
      @Value("${signpost.twilio.phone-number}") String number,
      @Value("${signpost.twilio.api-url}") String apiUrl,
      @Value("${signpost.public-url}") String publicUrl) {
    // Of several tokens the first is the account's present one.
    String token = tokens.split(",", 2)[0].strip();
    return new TwilioTexts.Account(sid, token, number, apiUrl, publicUrl);
  }

  @Bean
  @ConditionalOnProperty(name = "signpost.demonstration", havingValue = "false")
  TwilioTexts twilioTexts(TwilioTexts.Account account) {
    return new TwilioTexts(account, CONNECT, ANSWER);
  }

  @Bean
  @ConditionalOnProperty(name = "signpost.demonstration", havingValue = "false")
  TwilioCalls twilioCalls(TwilioTexts.Account account) {
    return new TwilioCalls(account, CONNECT, ANSWER);
  }

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
