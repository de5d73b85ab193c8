package org.carersignpost.console.login;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/// Where people can log in with an account they have elsewhere (OpenID Connect).
///
/// What a provider says of itself is asked for when somebody first wants to log in there, so that
/// its absence keeps nobody's texts from being answered.
final class LoginProviders implements ClientRegistrationRepository {
  private static final Logger LOG = LoggerFactory.getLogger(LoginProviders.class);

  private final OAuth2ClientProperties properties;
  private volatile @Nullable Map<String, ClientRegistration> known;

  LoginProviders(OAuth2ClientProperties properties) {
    this.properties = properties;
  }

  /// A way in.
  ///
  /// @param name as people read it
  /// @param path where it begins
  record Provider(String name, String path) {}

  /// All of them, without asking any.
  List<Provider> all() {
    return properties.getRegistration().entrySet().stream()
        .map(each ->
            new Provider(
                Optional.ofNullable(each.getValue().getClientName()).orElse(each.getKey()),
                "/oauth2/authorization/" + each.getKey()))
        .toList();
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String id) {
    Map<String, ClientRegistration> registrations = known;
    if (registrations == null) {
      try {
        registrations = new OAuth2ClientPropertiesMapper(properties).asClientRegistrations();
        known = registrations;
      } catch (RuntimeException e) {
        LOG.warn("An OpenID provider cannot be reached: {}", e.getClass().getSimpleName());
        return null;
      }
    }
    return registrations.get(id);
  }
}
