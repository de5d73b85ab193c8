package org.carersignpost.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.carersignpost.ApplicationTest;
import org.carersignpost.Chromium;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.TestCarers;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The console as staff have it before them: two people, each with a browser of their own.
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("org.carersignpost.Chromium#isInstalled")
abstract class ConsoleBrowserFixture {
  static final String PASSWORD = "a password for the browsers";
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private ApplicationContext context;

  Chromium chromium;
  BrowserContext cas;
  BrowserContext dee;

  @BeforeAll
  void open() {
    TestAccounts.add(context, "cas", "Cas Carter", Role.STAFF, "partnership", PASSWORD);
    TestAccounts.add(context, "dee", "Dee Drake", Role.SUPERVISOR, "partnership", PASSWORD);
    chromium = new Chromium();
    cas = loggedIn("cas");
    dee = loggedIn("dee");
  }

  @AfterAll
  void close() {
    chromium.close();
  }

  /// Each open page reads its lists again whenever anything changes, which costs all other tests.
  @AfterEach
  void closePages() {
    for (BrowserContext browser : List.of(cas, dee)) {
      browser.pages().forEach(Page::close);
    }
    chromium.complaints();
  }

  BrowserContext loggedIn(String name) {
    BrowserContext browser = chromium.context(1280, ColorScheme.LIGHT, true);
    Page page = chromium.page(browser);
    page.navigate(address("/login"));
    logIn(page, name);
    assertThat(page.locator("#list")).isVisible();
    page.close();
    return browser;
  }

  static void logIn(Page page, String name) {
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.locator("main button[type=submit]").click();
  }

  String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// A number for each test, so that no conversation is met twice.
  String says(int number, String words) {
    String e164 = "+447700900" + number;
    return TestCarers.says(conversations, "SMbrowser" + MESSAGES.incrementAndGet(), e164, words);
  }

  Page at(BrowserContext browser, String path) {
    Page page = chromium.page(browser);
    page.setViewportSize(1280, 900);
    page.navigate(address(path));
    // Only a script shows this.
    assertThat(page.locator("#list-foot")).isAttached();
    page.waitForFunction("() => !document.getElementById('list-foot')?.hidden");
    return page;
  }

  Page conversation(BrowserContext browser, String id) {
    return at(browser, "/console/conversations/" + id);
  }

  ConversationView view(String id) {
    return conversations.view(id).orElseThrow();
  }

  List<String> textsOfStaff(String id) {
    return view(id).messages().stream()
        .filter(message -> message.from().equals("staff"))
        .map(MessageView::text)
        .toList();
  }

  static Locator lines(Page page, String kind) {
    return page.locator(".line-" + kind);
  }
}
