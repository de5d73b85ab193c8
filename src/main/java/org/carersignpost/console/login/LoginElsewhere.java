package org.carersignpost.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.carersignpost.staff.LoginStep;
import org.carersignpost.staff.Logins;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Logging in with an account that people have elsewhere, when the operator has configured
/// `spring.security.oauth2.client.registration.*`.
///
/// Who they are is taken from there, and nothing else: the verified email address must be the name
/// of an account that an admin has made here, and roles stay ours.
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class LoginElsewhere {
  @Bean
  LoginProviders loginProviders(OAuth2ClientProperties properties) {
    return new LoginProviders(properties);
  }

  /// Adds the two steps of the provider's road to the pages.
  static void add(HttpSecurity http, LoginProviders providers, Logins logins, LoginEnd end) {
    http.oauth2Login(login ->
        login
            .loginPage("/login")
            .clientRegistrationRepository(providers)
            .authorizedClientRepository(new NothingKept())
            .successHandler((request, response, who) ->
                response.sendRedirect(next(request, response, who, logins, end)))
            .failureHandler(
                (request, response, failure) -> response.sendRedirect("/login?elsewhere=failed")));
  }

  private static String next(
      HttpServletRequest request,
      HttpServletResponse response,
      Authentication who,
      Logins logins,
      LoginEnd end)
      throws IOException {
    if (who.getPrincipal() instanceof OidcUser user
        && Boolean.TRUE.equals(user.getEmailVerified())
        && user.getEmail() != null
        && logins.byEmail(user.getEmail()) instanceof LoginStep.In in) {
      return end.in(in, request, response);
    }
    return "/login?elsewhere=unknown";
  }

  /// The provider's tokens are of no use once somebody is in.
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // The interface has it so.
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {}

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {}
  }
}
