package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.CarerSignpost;
import org.carersignpost.staff.Invitations;
import org.carersignpost.staff.NewPerson;
import org.carersignpost.staff.People;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.StaffMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/// Logging in at a real provider, and with codes by app where they are required.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = CarerSignpost.class,
    properties = {
      "DATA_DIR=" + LoginElsewhereTests.DATA,
      "SIGNPOST_ADMIN_PASSWORD=password-of-the-tests",
      "signpost.staff.second-factor=required"
    })
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoginElsewhereTests {
  private static final Pattern KEY = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)<");
  private static final String PASSWORD = "purple kettle on the roof";
  static final String DATA = "target/test-data-elsewhere";
  private static final TestProvider PROVIDER = new TestProvider();
  private static final StaffMember ADMIN = StaffMember.ofAll("admin", Role.ADMIN);

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private Invitations invitations;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) throws IOException {
    FileSystemUtils.deleteRecursively(Path.of(DATA));
    String client = "spring.security.oauth2.client.";
    settings.add(client + "registration.council.client-id", () -> TestProvider.CLIENT);
    settings.add(client + "registration.council.client-secret", () -> TestProvider.SECRET);
    settings.add(client + "registration.council.client-name", () -> "the council");
    settings.add(client + "registration.council.scope", () -> "openid,email");
    settings.add(client + "registration.council.redirect-uri", LoginElsewhereTests::redirect);
    settings.add(
        client + "registration.council.authorization-grant-type", () -> "authorization_code");
    settings.add(client + "provider.council.issuer-uri", PROVIDER::issuer);
  }

  /// The port is not known before the service runs, so the test itself carries the answer there.
  static String redirect() {
    return "http://127.0.0.1:9/login/oauth2/code/council";
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  private String invite(String name, Role role) {
    return people
        .invite(ADMIN, new NewPerson(name, "Somebody", role, "partnership", Set.of()))
        .token();
  }

  /// Goes to the provider, logs in there and comes back with its answer.
  private HttpResponse<String> logInAs(StaffBrowser browser, String name) {
    assertThat(browser.get("/login").body()).contains("Log in with the council");
    HttpResponse<String> form = browser.get("/oauth2/authorization/council");
    assertThat(form.uri().toString()).startsWith(PROVIDER.issuer() + "/login");
    String answer =
        browser.postUntil(
            PROVIDER.issuer() + "/login",
            redirect(),
            "username",
            name,
            "password",
            TestProvider.PASSWORD);
    return browser.get(answer.replace("http://127.0.0.1:9", ""));
  }

  @Test
  void whoeverHasAnAccountOfTheirVerifiedAddressComesIn() {
    invitations.accept(invite("invited@council.example.org", Role.STAFF), PASSWORD);
    StaffBrowser browser = new StaffBrowser(port);
    assertThat(logInAs(browser, "invited").body()).contains("Log out");
    assertThat(browser.get("/account").body()).contains("invited@council.example.org", "Staff");

    people.disable(ADMIN, "invited@council.example.org");
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(logInAs(new StaffBrowser(port), "invited").body()).contains("no account here");
  }

  @Test
  void nobodyElseDoesAndNoAccountIsMade() {
    invitations.accept(invite("unverified@council.example.org", Role.STAFF), PASSWORD);
    assertThat(logInAs(new StaffBrowser(port), "unverified").body()).contains("no account here");
    StaffBrowser stranger = new StaffBrowser(port);
    assertThat(logInAs(stranger, "stranger").body()).contains("no account here");
    assertThat(stranger.get("/console").body()).contains("<h1>Log in</h1>");
    assertThat(people.list(ADMIN))
        .noneMatch(account -> account.name().equals("stranger@council.example.org"));
  }

  @Test
  void whoMustHaveCodesSetsThemUpAtTheFirstLogin() {
    String link = "/invitation/" + invite("must-have-codes", Role.SUPERVISOR);
    StaffBrowser browser = new StaffBrowser(port);
    browser.get(link);
    HttpResponse<String> setUp = browser.post(link, "password", PASSWORD, "again", PASSWORD);
    assertThat(setUp.body()).contains("Set up codes by app");
    assertThat(browser.get("/console").body()).contains("<h1>Log in</h1>");
    setUp = browser.get("/login/set-up");
    Matcher key = KEY.matcher(setUp.body());
    assertThat(key.find()).isTrue();
    TestAuthenticator app = new TestAuthenticator(key.group(1));
    assertThat(browser.post("/login/set-up", "code", "12345").body()).contains("does not fit");
    assertThat(browser.post("/login/set-up", "code", app.code(0)).body())
        .contains("Your recovery codes");
    assertThat(browser.get("/console/audit").statusCode()).isEqualTo(200);
    browser.get("/login");
    assertThat(browser.logIn("must-have-codes", PASSWORD).body()).contains("Your code");
    assertThat(browser.get("/login/set-up").body()).contains("<h1>Log in</h1>");
    assertThat(new StaffBrowser(port).logIn("admin", "password-of-the-tests").body())
        .contains("Log out");
  }
}
