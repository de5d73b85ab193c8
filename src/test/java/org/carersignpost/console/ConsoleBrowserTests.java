package org.carersignpost.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.carersignpost.ApplicationTest;
import org.carersignpost.Chromium;
import org.carersignpost.channel.sms.TextLength;
import org.carersignpost.conversation.ConversationView;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.MessageView;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// The console as staff have it before them: two people, each with a browser of their own.
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class ConsoleBrowserTests {
  private static final String PASSWORD = "a password for the browsers";
  private static final AtomicInteger MESSAGES = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Conversations conversations;
  @Autowired private ApplicationContext context;

  private Chromium chromium;
  private BrowserContext cas;
  private BrowserContext dee;

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

  @BeforeEach
  void forgetComplaints() {
    chromium.complaints();
  }

  private BrowserContext loggedIn(String name) {
    BrowserContext browser = chromium.context(1280, ColorScheme.LIGHT, true);
    Page page = chromium.page(browser);
    page.navigate(address("/login"));
    logIn(page, name);
    assertThat(page.locator("#list")).isVisible();
    page.close();
    return browser;
  }

  private static void logIn(Page page, String name) {
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.locator("main button[type=submit]").click();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  /// A number for each test, so that no conversation is met twice.
  private String says(int number, String words) {
    String e164 = "+447700900" + number;
    conversations.take(
        new Received(
            new MessageId("SMbrowser" + MESSAGES.incrementAndGet()),
            Channel.SMS,
            InboundMessage.Sender.MOBILE,
            Optional.of(e164),
            words,
            0,
            Optional.empty()));
    return conversations.byNumber(e164).orElseThrow().id();
  }

  private Page at(BrowserContext browser, String path) {
    Page page = chromium.page(browser);
    page.setViewportSize(1280, 900);
    page.navigate(address(path));
    // Only a script shows this.
    assertThat(page.locator("#list-foot")).isAttached();
    page.waitForFunction("() => !document.getElementById('list-foot')?.hidden");
    return page;
  }

  private Page conversation(BrowserContext browser, String id) {
    return at(browser, "/console/conversations/" + id);
  }

  private ConversationView view(String id) {
    return conversations.view(id).orElseThrow();
  }

  private List<String> textsOfStaff(String id) {
    return view(id).messages().stream()
        .filter(message -> message.from().equals("staff"))
        .map(MessageView::text)
        .toList();
  }

  private static Locator lines(Page page, String kind) {
    return page.locator(".line-" + kind);
  }

  @Test
  void whoeverTakesAConversationAnswersItAndTheOthersSeeBoth() {
    String id = says(930, "can i talk to a person please");
    Page hers = conversation(cas, id);
    Page theirs = conversation(dee, id);

    hers.click("#take");
    assertThat(hers.locator("#reply-text")).isFocused();
    hers.fill("#reply-text", "Hello, how are you?");
    assertThat(hers.locator("#reply-length")).hasText("1 segment · GSM-7 · 141 left");
    hers.click("#send");
    assertThat(lines(hers, "staff")).containsText("Hello, how are you?");
    assertThat(hers.locator("#reply-text")).hasValue("");

    assertThat(theirs.locator(".standing")).containsText("With Cas Carter");
    assertThat(lines(theirs, "staff")).containsText("Hello, how are you?");
    assertThat(lines(theirs, "event")).hasText("Cas Carter took this conversation 10:15");
    assertThat(textsOfStaff(id)).containsExactly("Hello, how are you?");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whatACarerWritesAppearsByItselfAndLeavesWhatIsTypedAlone() {
    String id = says(931, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.keyboard().type("My half-written");
    page.locator(".understood summary").first().click();
    page.focus("#reply-text");

    says(931, "are you there");
    assertThat(lines(page, "carer").last()).containsText("are you there");
    assertThat(page.locator("#announce")).hasText("The carer has written.");
    page.keyboard().type(" answer");
    assertThat(page.locator("#reply-text")).hasValue("My half-written answer");
    assertThat(page.locator(".understood[open]")).hasCount(1);

    page.reload();
    assertThat(page.locator("#reply-text")).hasValue("My half-written answer");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void whatIsWrittenWhileAPageLoadsIsNotMissed() {
    String id = says(924, "can i talk to a person please");
    BrowserContext fresh = loggedIn("dee");
    // One whose worker has long been connected, and one that connects with this page.
    for (BrowserContext browser : List.of(dee, fresh)) {
      Page page = chromium.page(browser);
      String words = "are you there, " + (browser.equals(fresh) ? "again" : "once");
      page.route(
          "**/js/console.js",
          route -> {
            says(924, words);
            route.resume();
          });
      page.navigate(address("/console/conversations/" + id));
      assertThat(lines(page, "carer").last()).containsText(words);
      page.close();
    }
    fresh.close();
  }

  @Test
  void whatTheCarerWroteMeanwhileIsReadBeforeAnythingIsSent() {
    String id = says(932, "can i talk to a person please");
    Page page = chromium.page(cas);
    // No news comes by itself here.
    page.addInitScript("delete window.SharedWorker; delete window.EventSource;");
    page.navigate(address("/console/conversations/" + id));
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.fill("#reply-text", "An answer");
    says(932, "wait, another thing");
    page.click("#send");
    assertThat(page.locator("#reply-wrong")).containsText("The carer has written again.");
    assertThat(page.locator("#reply-text")).hasValue("An answer");
    assertThat(textsOfStaff(id)).isEmpty();

    assertThat(lines(page, "carer").last()).containsText("another thing");
    page.click("#send");
    assertThat(lines(page, "staff")).containsText("An answer");
    assertThat(textsOfStaff(id)).containsExactly("An answer");
  }

  @Test
  void ofTwoWhoTakeAtOnceOneHasItAndTheOtherSeesWho() {
    String id = says(933, "can i talk to a person please");
    Page first = conversation(cas, id);
    Page second = conversation(dee, id);
    // Both press before either sees what the other did.
    String press = "() => { document.getElementById('take').click(); }";
    first.evaluate(press);
    second.evaluate(press);

    assertThat(first.locator(".standing")).containsText("With ");
    assertThat(second.locator(".standing")).containsText("With ");
    String owner = view(id).owner().orElseThrow();
    Page winner = owner.equals("cas") ? first : second;
    Page loser = owner.equals("cas") ? second : first;
    String name = owner.equals("cas") ? "Cas Carter" : "Dee Drake";
    assertThat(winner.locator(".standing")).containsText("With you");
    assertThat(loser.locator(".standing")).containsText("With " + name);
    assertThat(loser.locator("#reply-text")).hasCount(0);
    assertThat(lines(winner, "event")).hasCount(1);
  }

  @Test
  void aNoteIsNeverSentAndLooksUnlikeAReply() {
    String id = says(934, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.locator(".compose-tabs").getByText("Note").click();
    assertThat(page.locator("#note-text")).isFocused();
    assertThat(page.locator("#reply-text")).isHidden();
    assertThat(page.locator("#note button")).hasText("Keep note");
    page.keyboard().type("She sounded tired");
    page.keyboard().press("Control+Enter");

    assertThat(lines(page, "note")).containsText("only staff see this");
    assertThat(lines(page, "note")).containsText("She sounded tired");
    assertThat(page.locator("#note-text")).hasValue("");
    assertThat(textsOfStaff(id)).isEmpty();
    assertThat(view(id).notes()).hasSize(1);
  }

  @Test
  void everythingIsDoneByTheKeyboardAlone() {
    String id = says(935, "i want to die, i can talk to a person please");
    Page page = at(cas, "/console");
    page.keyboard().press("j");
    assertThat(page.locator(".list-row:focus")).hasCount(1);
    for (int i = 0; i < 60 && !id.equals(focusedRow(page)); i++) {
      page.keyboard().press("j");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("#talk-title")).isFocused();
    page.keyboard().press("t");
    assertThat(page.locator("#reply-text")).isFocused();
    page.keyboard().type("I am here. Are you safe now?");
    page.keyboard().press("Control+Enter");
    assertThat(lines(page, "staff")).containsText("Are you safe now?");
    page.keyboard().press("Escape");
    page.keyboard().press("c");
    assertThat(page.locator("#close-outcome")).isFocused();
    page.locator("#close-outcome").selectOption("helped");
    page.keyboard().press("Escape");
    page.keyboard().press("c");
    page.locator("#act-close button[type=submit]").press("Enter");
    assertThat(page.locator(".standing")).containsText("Closed");
    page.keyboard().press("g");
    page.keyboard().press("m");
    assertThat(page.locator("#tab-mine")).hasAttribute("aria-current", "page");
    page.keyboard().press("?");
    assertThat(page.locator("#help")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator("#help")).isHidden();
    assertThat(textsOfStaff(id)).containsExactly("I am here. Are you safe now?");
  }

  private static Object focusedRow(Page page) {
    return page.evaluate("() => document.activeElement.dataset.id ?? ''");
  }

  @Test
  void singleKeysCanBeSwitchedOff() {
    says(936, "can i talk to a person please");
    Page page = at(dee, "/console");
    page.locator("#settings summary").click();
    page.locator("#set-keys").uncheck();
    page.keyboard().press("?");
    assertThat(page.locator("#help")).isHidden();
    page.locator("#set-keys").check();
    page.keyboard().press("?");
    assertThat(page.locator("#help")).isVisible();
  }

  @Test
  void aDroppedConnectionKeepsWhatWasWritten() {
    String id = says(937, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    cas.setOffline(true);
    page.fill("#reply-text", "Words without a connection");
    assertThat(page.locator("#banner")).containsText("Your words are kept.");
    page.click("#send");
    assertThat(page.locator("#reply-wrong")).containsText("Your words are kept");
    assertThat(page.locator("#reply-text")).hasValue("Words without a connection");
    cas.setOffline(false);
    page.reload();
    assertThat(page.locator("#reply-text")).hasValue("Words without a connection");
    assertThat(page.locator("#banner")).isHidden();
    page.click("#send");
    assertThat(lines(page, "staff")).hasCount(1);
    assertThat(textsOfStaff(id)).containsExactly("Words without a connection");
  }

  @Test
  void whoeverIsLoggedOutElsewhereIsToldAndKeepsTheirWords() {
    BrowserContext again = loggedIn("cas");
    String id = says(928, "can i talk to a person please");
    Page page = conversation(again, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    Page other = at(again, "/console");
    other.getByText("Log out").click();
    assertThat(other.locator("#username")).isVisible();
    page.keyboard().type("Too late");
    page.click("#send");
    assertThat(page.locator("#reply-wrong")).containsText("You are logged out.");
    assertThat(page.locator("#banner")).containsText("Log in again");
    assertThat(page.locator("#reply-text")).hasValue("Too late");

    page.locator("#banner a").click();
    logIn(page, "cas");
    // Logging out has put the conversation back in the queue.
    page.click("#take");
    assertThat(page.locator("#reply-text")).hasValue("Too late");
    assertThat(textsOfStaff(id)).isEmpty();
    again.close();
  }

  @Test
  void aServiceAndASavedReplyArePutWhereTheCursorStands() {
    String id = says(927, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.route(
        "**/api/v1/directory?*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        """
                        [{"id": "a", "name": "Listening Line", "offer": "someone to talk to",
                          "area": "Hampshire", "opening": "open now", "numbers": ["0300 000 0000"],
                          "why": ["near Alton"], "text": "Listening Line: 0300 000 0000"}]
                        """)));
    page.route(
        "**/api/v1/replies?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.keyboard().type("Try this:");
    page.click("#insert-service");
    assertThat(page.locator("#insert-words")).isFocused();
    page.keyboard().type("talk");
    assertThat(page.locator("#insert-found"))
        .containsText("someone to talk to · Hampshire · open now");
    Chromium.assertIsFaultless(page);
    page.locator("#insert-found button").first().click();
    assertThat(page.locator("#reply-text")).hasValue("Try this:\nListening Line: 0300 000 0000");
    assertThat(page.locator("#reply-text")).isFocused();
    page.click("#insert-saved");
    assertThat(page.locator("#insert-state")).hasText("This is not set up here yet.");
    page.keyboard().press("Escape");
    assertThat(page.locator("#insert-panel")).isHidden();
  }

  @Test
  void aPageIsLight() {
    String id = says(926, "can i talk to a person please");
    List<Response> responses = new ArrayList<>();
    Page page = chromium.page(dee);
    page.onResponse(responses::add);
    page.navigate(address("/console/conversations/" + id));
    page.waitForFunction("() => !document.getElementById('list-foot').hidden");
    List<Response> pieces =
        List.copyOf(responses).stream().filter(each -> !each.url().contains("/looking")).toList();
    assertThat(pieces).allMatch(piece -> piece.url().startsWith(address("/")));
    long bytes = pieces.stream().mapToLong(piece -> piece.body().length).sum();
    assertThat(bytes).isBetween(40_000L, 150_000L);
  }

  @Test
  void whoElseLooksAndWritesIsSeen() {
    String id = says(938, "can i talk to a person please");
    Page hers = conversation(cas, id);
    hers.click("#take");
    Page theirs = conversation(dee, id);
    assertThat(theirs.locator("#others")).hasText("Cas Carter is looking");
    assertThat(hers.locator("#others")).hasText("Dee Drake is looking");
    hers.locator("#reply-text").pressSequentially("Hi");
    assertThat(theirs.locator("#others")).hasText("Cas Carter is writing");
    theirs.close(new Page.CloseOptions().setRunBeforeUnload(true));
    assertThat(hers.locator("#others")).isEmpty();
  }

  @Test
  void aNewCarerAppearsInTheListAndInTheTitle() {
    Page page = at(dee, "/console");
    // However many wait by now, whoever is in danger stands on the first page.
    String id = says(939, "i want to end my life");
    assertThat(page.locator("#row-" + id)).containsText("Crisis");
    assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) Waiting"));
    assertThat(page.locator("#announce")).hasText("Somebody in danger waits.");
  }

  @Test
  void lengthsAreCountedAsTheServiceCountsThem() {
    Page page = at(cas, "/console");
    List<String> tricky =
        List.of(
            "",
            "a",
            "a".repeat(160),
            "a".repeat(161),
            "a".repeat(306),
            "a".repeat(307),
            "€".repeat(80),
            "€".repeat(81),
            "a".repeat(152) + "€",
            "it’s “fine” – or… • yes",
            "\u00a0\u202f\t`",
            "ç",
            "Ç",
            "é".repeat(161),
            "😀",
            "😀".repeat(35),
            "😀".repeat(36),
            "ж".repeat(70),
            "ж".repeat(71),
            "ж".repeat(134),
            "ж".repeat(135),
            "line\nline\r\n",
            "[a]{b}\\~^|\f",
            "it’s 😀",
            "Δ_ΦΓΛΩΠΨΣΘΞ");
    for (String text : tricky) {
      Object alike =
          page.evaluate(
              "async text => (await import('/js/console-length.js')).withLookAlikes(text)", text);
      assertThat(alike).isEqualTo(Gsm7.withLookAlikes(text));
      TextLength length = TextLength.of(text);
      Map<?, ?> counted =
          (Map<?, ?>)
              page.evaluate(
                  "async text => (await import('/js/console-length.js')).lengthOf(text)", text);
      assertThat(counted.get("segments")).as(text).isEqualTo(length.segments());
      assertThat(counted.get("characters")).as(text).isEqualTo(length.characters());
      assertThat(counted.get("encoding")).as(text).isEqualTo(length.encoding());
    }
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 320"})
  void nobodyIsShutOut(ColorScheme colours, int width) {
    String id = says(929, "my husband hit me and i want to talk to a person");
    for (String path :
        List.of(
            "/console", "/console?list=search", "/console/conversations/" + id, "/console/texts")) {
      Page page = chromium.page(dee);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
      page.setViewportSize(width, 800);
      page.navigate(address(path));
      if (path.contains("conversations")) {
        fill(page);
      }
      Chromium.assertIsFaultless(page);
      Chromium.assertDoesNotScrollSideways(page);
      page.close();
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void withoutScriptsAllIsThere() {
    String id = says(925, "can i talk to a person please");
    // As without scripts, but that axe runs.
    BrowserContext plain = chromium.context(360, ColorScheme.LIGHT, true);
    Page page = chromium.page(plain);
    page.route("**/js/*", route -> route.abort());
    page.navigate(address("/console/conversations/" + id));
    logIn(page, "dee");
    page.click("#take");
    assertThat(page.locator("#flash")).hasText("You have this conversation now.");
    page.fill("#reply-text", "Sent by a form");
    page.click("#send");
    assertThat(lines(page, "staff")).containsText("Sent by a form");
    page.getByText("Note", new Page.GetByTextOptions().setExact(true)).click();
    page.fill("#note-text", "Noted by a form");
    page.getByText("Keep note").click();
    assertThat(lines(page, "note")).containsText("Noted by a form");
    Chromium.assertIsFaultless(page);
    Chromium.assertDoesNotScrollSideways(page);
    assertThat(textsOfStaff(id)).containsExactly("Sent by a form");
    plain.close();
  }

  /// Opens all that can be opened.
  private static void fill(Page page) {
    page.waitForFunction("() => !document.getElementById('list-foot').hidden");
    if (page.locator("#take").count() > 0) {
      page.click("#take");
      assertThat(page.locator("#reply-text")).isFocused();
      page.keyboard().type("words ".repeat(20));
    }
    page.locator(".understood summary").first().click();
    page.locator("#act-close > summary").click();
    page.locator(".topics summary").click();
  }
}
