package org.carersignpost;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Reads the variables that operators set, decides between demonstration and live, and offers them
/// as `signpost.*`.
///
/// It runs before anything else is made, so that a service which is not set up right never answers
/// anybody. A variable that is blank counts as not given. What it offers wins over every other
/// source of the same property.
final class EnvironmentContract implements EnvironmentPostProcessor, Ordered {
  static final String SOURCE = "carer-signpost";

  private static final int SHORTEST_KEY = 32;
  private static final int SHORTEST_PASSWORD = 12;
  // Ofcom keeps these numbers for drama; nobody can be rung by mistake.
  private static final String DEMONSTRATION_NUMBER = "+447700900000";

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    Variables given = new Variables(environment);
    Map<String, Object> properties =
        given.get("TWILIO_ACCOUNT_SID").isEmpty() ? demonstration(given) : live(given);
    environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, properties));
  }

  /// What the operator set, from the environment, the command line or a configuration file.
  private record Variables(ConfigurableEnvironment environment) {
    String get(String variable) {
      return get(variable, "");
    }

    String get(String variable, String otherwise) {
      return Optional.ofNullable(environment.getProperty(variable))
          .map(String::strip)
          .filter(value -> !value.isEmpty())
          .orElse(otherwise);
    }
  }

  private static Map<String, Object> demonstration(Variables given) {
    Map<String, Object> properties = common(given);
    properties.put("signpost.demonstration", "true");
    properties.put("signpost.simulator", "true");
    properties.put("signpost.clock", clock(given));
    properties.put(
        "signpost.twilio.phone-number", given.get("TWILIO_PHONE_NUMBER", DEMONSTRATION_NUMBER));
    boolean allGiven =
        Arrays.stream(MadeSecrets.Secret.values()).noneMatch(s -> given.get(s.name()).isEmpty());
    Map<MadeSecrets.Secret, String> made =
        allGiven ? Map.of() : new MadeSecrets(dataDir(given)).all();
    for (MadeSecrets.Secret secret : MadeSecrets.Secret.values()) {
      String value = given.get(secret.name(), made.getOrDefault(secret, ""));
      properties.put(property(secret), value);
    }
    return properties;
  }

  private static Map<String, Object> live(Variables given) {
    List<String> wrong = wrong(given);
    if (!wrong.isEmpty()) {
      throw StartRefusedException.because(
          "TWILIO_ACCOUNT_SID is set, so this would be the real service, but it is not safe to start without these:",
          wrong);
    }
    Map<String, Object> properties = common(given);
    properties.put("signpost.demonstration", "false");
    properties.put("signpost.simulator", given.get("SIGNPOST_SIMULATOR", "false"));
    properties.put("signpost.clock", "");
    properties.put("signpost.twilio.phone-number", given.get("TWILIO_PHONE_NUMBER"));
    for (MadeSecrets.Secret secret : MadeSecrets.Secret.values()) {
      properties.put(property(secret), given.get(secret.name()));
    }
    return properties;
  }

  private static List<String> wrong(Variables given) {
    List<String> wrong = new ArrayList<>();
    if (given.get("TWILIO_AUTH_TOKEN").isEmpty()) {
      wrong.add("TWILIO_AUTH_TOKEN: the auth token of the Twilio account");
    }
    if (given.get("TWILIO_PHONE_NUMBER").isEmpty()) {
      wrong.add(
          "TWILIO_PHONE_NUMBER: the number that carers text, such as " + DEMONSTRATION_NUMBER);
    }
    if (Arrays.stream(given.get("SIGNPOST_SECRET_KEY").split(",", -1))
        .anyMatch(key -> key.strip().length() < SHORTEST_KEY)) {
      wrong.add(
          "SIGNPOST_SECRET_KEY: at least %d random characters; older keys after a comma, just as long"
              .formatted(SHORTEST_KEY));
    }
    if (given.get("SIGNPOST_ADMIN_PASSWORD").length() < SHORTEST_PASSWORD) {
      wrong.add(
          "SIGNPOST_ADMIN_PASSWORD: at least %d characters, for the first login"
              .formatted(SHORTEST_PASSWORD));
    }
    return wrong;
  }

  private static Map<String, Object> common(Variables given) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("signpost.public-url", publicUrl(given));
    properties.put("signpost.data-dir", dataDir(given).toString());
    properties.put("signpost.redis-url", given.get("REDIS_URL"));
    properties.put("signpost.twilio.account-sid", given.get("TWILIO_ACCOUNT_SID"));
    properties.put(
        "signpost.twilio.api-url",
        withoutSlash(given.get("TWILIO_API_URL", "https://api.twilio.com")));
    return properties;
  }

  private static String property(MadeSecrets.Secret secret) {
    return switch (secret) {
      case SIGNPOST_SECRET_KEY -> "signpost.secret-key";
      case TWILIO_AUTH_TOKEN -> "signpost.twilio.auth-token";
      case SIGNPOST_ADMIN_PASSWORD -> "signpost.admin-password";
      case SIGNPOST_API_TOKEN -> "signpost.api-token";
    };
  }

  private static Path dataDir(Variables given) {
    return Path.of(given.get("DATA_DIR", "data"));
  }

  private static String publicUrl(Variables given) {
    String port = given.get("SERVER_PORT", given.get("server.port", "8080"));
    String url = withoutSlash(given.get("PUBLIC_URL", "http://localhost:" + port));
    if (!url.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
      throw new StartRefusedException(
          "PUBLIC_URL must be the address that Twilio calls, such as https://signpost.example.org");
    }
    return url;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String clock(Variables given) {
    String clock = given.get("SIGNPOST_CLOCK");
    try {
      return clock.isEmpty() ? "" : Instant.parse(clock).toString();
    } catch (DateTimeParseException e) {
      throw new StartRefusedException(
          "SIGNPOST_CLOCK must be an instant such as 2026-03-02T10:15:00Z", e);
    }
  }
}
