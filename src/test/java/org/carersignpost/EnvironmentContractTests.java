package org.carersignpost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

@ExtendWith(OutputCaptureExtension.class)
class EnvironmentContractTests {
  private static final String KEY = "a-secret-key-of-at-least-32-characters";
  private static final Map<String, String> LIVE =
      Map.of(
          "TWILIO_ACCOUNT_SID", "AC1",
          "TWILIO_AUTH_TOKEN", "token",
          "TWILIO_PHONE_NUMBER", "+447700900001",
          "SIGNPOST_SECRET_KEY", KEY,
          "SIGNPOST_ADMIN_PASSWORD", "twelve chars");

  private final Path home;

  EnvironmentContractTests(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void withoutATwilioAccountItIsADemonstrationWithSecretsOfItsOwn() {
    StandardEnvironment environment = processed(Map.of());
    assertThat(environment.getProperty("signpost.demonstration")).isEqualTo("true");
    assertThat(environment.getProperty("signpost.simulator")).isEqualTo("true");
    for (String secret :
        List.of("secret-key", "twilio.auth-token", "admin-password", "api-token")) {
      assertThat(environment.getProperty("signpost." + secret)).as(secret).isNotBlank();
      assertThat(processed(Map.of()).getProperty("signpost." + secret))
          .as("the same at the next start")
          .isEqualTo(environment.getProperty("signpost." + secret));
    }
    assertThat(home.resolve("secrets.properties")).isNotEmptyFile();
  }

  @Test
  void inADemonstrationGivenSecretsAreUsedAndBlankOnesAreMade() {
    StandardEnvironment environment =
        processed(Map.of("TWILIO_AUTH_TOKEN", "given", "SIGNPOST_API_TOKEN", " "));
    assertThat(environment.getProperty("signpost.twilio.auth-token")).isEqualTo("given");
    assertThat(environment.getProperty("signpost.api-token")).hasSizeGreaterThan(30);
  }

  @Test
  void aBlankAccountCountsAsNone() {
    assertThat(processed(Map.of("TWILIO_ACCOUNT_SID", " ")).getProperty("signpost.demonstration"))
        .isEqualTo("true");
  }

  @Test
  void theDefaultsAreThoseOfTheContract() {
    StandardEnvironment environment = processed(Map.of());
    assertThat(environment.getProperty("signpost.public-url")).isEqualTo("http://localhost:8080");
    assertThat(environment.getProperty("signpost.redis-url")).isEmpty();
    assertThat(environment.getProperty("signpost.twilio.api-url"))
        .isEqualTo("https://api.twilio.com");
    assertThat(environment.getProperty("signpost.data-dir")).isEqualTo(home.toString());
  }

  @Test
  void thePublicAddressFollowsThePortAndLosesItsLastSlash() {
    assertThat(processed(Map.of("SERVER_PORT", "9090")).getProperty("signpost.public-url"))
        .isEqualTo("http://localhost:9090");
    assertThat(
            processed(Map.of("PUBLIC_URL", "https://signpost.example.org/"))
                .getProperty("signpost.public-url"))
        .isEqualTo("https://signpost.example.org");
  }

  @Test
  void aPublicAddressThatTwilioCannotCallIsRefused() {
    for (String wrong : List.of("signpost.example.org", "ftp://a", "https://", "https://a b")) {
      assertThatThrownBy(() -> processed(Map.of("PUBLIC_URL", wrong)))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining("PUBLIC_URL");
    }
  }

  @Test
  void liveItTakesWhatItIsGivenAndMakesNothing() {
    StandardEnvironment environment = processed(LIVE);
    assertThat(environment.getProperty("signpost.demonstration")).isEqualTo("false");
    assertThat(environment.getProperty("signpost.simulator")).isEqualTo("false");
    assertThat(environment.getProperty("signpost.twilio.account-sid")).isEqualTo("AC1");
    assertThat(environment.getProperty("signpost.twilio.phone-number")).isEqualTo("+447700900001");
    assertThat(environment.getProperty("signpost.secret-key")).isEqualTo(KEY);
    assertThat(environment.getProperty("signpost.api-token")).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void theClockCanBeSetInADemonstrationOnly() {
    String clock = "2026-03-02T10:15:00Z";
    assertThat(processed(Map.of("SIGNPOST_CLOCK", clock)).getProperty("signpost.clock"))
        .isEqualTo(clock);
    assertThat(processed(with("SIGNPOST_CLOCK", clock)).getProperty("signpost.clock")).isEmpty();
    assertThatThrownBy(() -> processed(Map.of("SIGNPOST_CLOCK", "noon")))
        .isInstanceOf(StartRefusedException.class);
  }

  @Test
  void liveEverythingMissingIsNamedAtOnce() {
    assertThatThrownBy(() -> processed(Map.of("TWILIO_ACCOUNT_SID", "AC1")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContainingAll(
            "TWILIO_AUTH_TOKEN",
            "TWILIO_PHONE_NUMBER",
            "SIGNPOST_SECRET_KEY",
            "SIGNPOST_ADMIN_PASSWORD");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void liveAWeakSecretIsRefusedAndNotRepeated() {
    assertThatThrownBy(() -> processed(with("SIGNPOST_SECRET_KEY", "hunter2")))
        .hasMessageContaining("SIGNPOST_SECRET_KEY")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("SIGNPOST_ADMIN_PASSWORD:");
    assertThatThrownBy(() -> processed(with("SIGNPOST_SECRET_KEY", KEY + ",hunter2")))
        .hasMessageContaining("SIGNPOST_SECRET_KEY");
    assertThatThrownBy(() -> processed(with("SIGNPOST_ADMIN_PASSWORD", "elevenchars")))
        .hasMessageContaining("SIGNPOST_ADMIN_PASSWORD");
  }

  @Test
  void severalSecretKeysMayFollowEachOther() {
    assertThat(processed(with("SIGNPOST_SECRET_KEY", KEY + "," + KEY + "2")))
        .satisfies(environment ->
            assertThat(environment.getProperty("signpost.secret-key"))
                .isEqualTo(KEY + "," + KEY + "2"));
  }

  @Test
  void aRefusedStartIsASentenceWithoutAStackTrace(CapturedOutput output) {
    assertThatThrownBy(() -> run("--TWILIO_ACCOUNT_SID=AC1"))
        .isInstanceOf(StartRefusedException.class);
    assertThat(output.getAll())
        .contains("it is not safe to start", "TWILIO_AUTH_TOKEN: ")
        .doesNotContain("\tat ");
  }

  @Test
  void springItselfReadsTheContract() {
    try (ConfigurableApplicationContext context = run("--SIGNPOST_API_TOKEN=given")) {
      assertThat(context.getEnvironment().getProperty("signpost.api-token")).isEqualTo("given");
      assertThat(context.getEnvironment().getProperty("signpost.demonstration")).isEqualTo("true");
    }
  }

  @Test
  void theNoticeTellsWhereToGoButNoSecret() {
    StandardEnvironment environment = processed(Map.of());
    String notice = notice(environment);
    assertThat(notice)
        .contains("DEMONSTRATION MODE", "http://localhost:8080/simulator", "/login", "name: admin")
        .contains(home.resolve("secrets.properties").toString())
        .doesNotContain(environment.getRequiredProperty("signpost.admin-password"));
  }

  @Test
  void liveTheNoticeHasNoSimulatorAndWarnsOfAMissingAddress() {
    assertThat(notice(processed(LIVE)))
        .contains("live", "the one in SIGNPOST_ADMIN_PASSWORD", "PUBLIC_URL is not set")
        .doesNotContain("DEMONSTRATION", "/simulator", "twelve chars");
  }

  private static String notice(StandardEnvironment environment) {
    return String.join(
        "\n",
        new StartNotice(
                environment,
                environment.getRequiredProperty("signpost.demonstration", Boolean.class),
                environment.getRequiredProperty("signpost.public-url"),
                environment.getRequiredProperty("signpost.data-dir"))
            .lines());
  }

  private ConfigurableApplicationContext run(String argument) {
    SpringApplication application = new SpringApplication(Nothing.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application.run(argument, "--DATA_DIR=" + home);
  }

  private StandardEnvironment processed(Map<String, String> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> given = new HashMap<>(variables);
    given.put("DATA_DIR", home.toString());
    // Only what the test gives counts, not what this machine happens to have.
    environment.getPropertySources().stream()
        .toList()
        .forEach(source -> environment.getPropertySources().remove(source.getName()));
    environment.getPropertySources().addFirst(new MapPropertySource("given", given));
    new EnvironmentContract().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> variables = new HashMap<>(LIVE);
    variables.put(variable, value);
    return variables;
  }

  /// An application that does nothing.
  @Configuration(proxyBeanMethods = false)
  static class Nothing {}
}
