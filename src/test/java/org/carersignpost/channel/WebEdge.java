package org.carersignpost.channel;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.carersignpost.privacy.Seal;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The channels alone behind a real web server, with [FakeTurns] in place of the conversations and
/// [FakeReports] in place of the outbox; [FakeDiction] says everything as it is written. What
/// stands in for something is named with the class, so that it is there before the real one is
/// looked for.
///
/// It is no `@Configuration`, so that the whole application does not find it.
@EnableAutoConfiguration(exclude = DataRedisAutoConfiguration.class)
@ComponentScan(
    excludeFilters =
        @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class WebEdge {
  public static final String PUBLIC_URL = "https://text.example.org";
  public static final String TOKEN = "the-token-of-today";
  public static final String OLD_TOKEN = "the-token-of-yesterday";

  /// Runs a test class against it; all such classes share one.
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @SpringBootTest(
      webEnvironment = WebEnvironment.RANDOM_PORT,
      classes = {
        FakeTurns.class,
        FakeReports.class,
        NobodyToRing.class,
        FakeDiction.class,
        WebEdge.class
      },
      properties = {
        "PUBLIC_URL=" + PUBLIC_URL,
        "TWILIO_AUTH_TOKEN=" + TOKEN + "," + OLD_TOKEN,
        "SIGNPOST_SECRET_KEY=0123456789abcdef0123456789abcdef",
        "SIGNPOST_ADMIN_PASSWORD=of no use here",
        "SIGNPOST_API_TOKEN=of no use here",
        "SIGNPOST_CLOCK=2026-03-02T10:15:00Z"
      })
  public @interface Demonstration {}

  @Bean
  Seal seal() {
    return new Seal("0123456789abcdef0123456789abcdef");
  }

  /// As strict as the real one where pages are concerned.
  @Bean
  SecurityFilterChain open(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.ignoringRequestMatchers("/twilio/**", "/simulator/**"))
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'")))
        .build();
  }
}
