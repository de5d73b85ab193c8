package org.carersignpost.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.carersignpost.ApplicationTest;
import org.carersignpost.Chromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The pages of accounts in a real browser. They need no scripts; the tool that finds what shuts
/// people out does.
@ApplicationTest
@EnabledIf("isInstalled")
class AccountBrowserTests {
  private static final String PASSWORD = "purple kettle on the roof";

  private final Chromium chromium = new Chromium();

  @LocalServerPort private int port;
  private boolean javaScript;

  static boolean isInstalled() {
    return Chromium.isInstalled();
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  private void check(Page page, String name) {
    if (javaScript) {
      Chromium.assertIsAccessible(page);
    }
    Chromium.assertDoesNotScrollSideways(page);
    // A form that is refused says so with its status, which the browser takes for a failure.
    assertThat(chromium.complaints())
        .as(name)
        .allMatch(complaint -> complaint.contains("the server responded with a status of 4"));
  }

  private Page go(Page page, String path) {
    page.navigate("http://localhost:" + port + path);
    return page;
  }

  private void logIn(Page page, String name, String password) {
    go(page, "/login");
    page.fill("#username", name);
    page.fill("#password", password);
    page.click("main button[type=submit]");
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT, true", "360, DARK, true", "320, LIGHT, false"})
  void everyPageCanBeReadAndUsed(int width, ColorScheme colours, boolean scripts) {
    javaScript = scripts;
    String name =
        "reader-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + "@example.org";
    Page admin = chromium.page(width, colours, scripts);
    check(go(admin, "/login"), "login");
    logIn(admin, "admin", "password-of-the-tests");
    check(go(admin, "/account"), "account-admin");
    go(admin, "/console/people");
    admin.fill("#name", name);
    admin.fill("#display-name", "Wilhelmina Featherstonehaugh");
    admin.selectOption("#role", "SUPERVISOR");
    admin.check("input[value=young-carers]");
    admin.click("main button[type=submit]");
    check(admin, "people-link");
    String link = admin.inputValue("#link").replaceAll("https?://[^/]+", "");
    check(go(admin, "/console/people"), "people");
    check(go(admin, "/console/people/" + name), "people-one");
    go(admin, "/console/tokens");
    admin.fill("#name", "Weekly figures for the partnership board");
    admin.click("section button[type=submit]");
    check(admin, "tokens");

    Page person = chromium.page(width, colours, scripts);
    check(go(person, link), "invitation");
    person.fill("#password", "password1234");
    person.fill("#again", "password1234");
    person.click("main button[type=submit]");
    check(person, "invitation-refused");
    person.fill("#password", PASSWORD);
    person.fill("#again", PASSWORD);
    person.click("main button[type=submit]");
    assertThat(person.url()).endsWith("/console");
    check(go(person, "/account"), "account");
    person.fill("#phone", "0909 879 0123");
    person.click("form[action='/account/phone'] button");
    check(person, "account-phone-refused");
    person.fill("#phone", "07700 900801");
    person.click("form[action='/account/phone'] button");
    check(person, "account-phone");
    assertThat(person.inputValue("#phone")).isEqualTo("07700 900801");
    check(go(admin, "/console/people/" + name), "people-one-phone");
    person.fill("#current-codes", PASSWORD);
    person.click("form[action='/account/codes'] button >> nth=0");
    check(person, "set-up");
    person.click("summary");
    TestAuthenticator app = new TestAuthenticator(person.textContent(".secret"));
    person.fill("#code", app.code(0));
    person.click("main button[type=submit]");
    check(person, "codes");
    person.click("main a.button");
    check(person, "account-with-codes");
    check(go(person, "/console/audit"), "audit");
    person.click("summary");
    check(person, "audit-filters");

    Page again = chromium.page(width, colours, scripts);
    logIn(again, name, "wrong");
    check(again, "login-wrong");
    logIn(again, name, PASSWORD);
    check(again, "login-code");
    again.fill("#code", app.code(1));
    again.click("main button[type=submit]");
    assertThat(again.url()).endsWith("/console");
    go(person, "/invitation/used");
    chromium.complaints();
    check(person, "invitation-used");
  }
}
