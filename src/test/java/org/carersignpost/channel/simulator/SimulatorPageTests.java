package org.carersignpost.channel.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.carersignpost.Chromium;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.conversation.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The phone on the page, with answers that the test makes up.
@WebEdge.Demonstration
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class SimulatorPageTests {
  private final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired FakeTurns turns;

  @AfterEach
  void close() {
    chromium.close();
  }

  @BeforeEach
  void start() {
    turns.answer("Ring Example Carers on 0300 000 0000. More: www.example.org.uk/carers", "Bye.");
  }

  @Test
  void exampleIsPickedChangedSentAndAnswered() {
    Page page = simulator(chromium.page());
    Locator example = page.locator("#examples button").first();
    String words = example.textContent();
    example.click();
    assertThat(words(page)).hasValue(words);
    assertThat(words(page)).isFocused();
    words(page).press("End");
    words(page).pressSequentially(" now");
    send(page);

    assertThat(page.locator(".bubble-from-carer")).containsText(words + " now");
    assertThat(page.locator(".bubble-from-carer")).containsText("Delivered");
    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    assertThat(page.locator(".bubble-from-us").first()).containsText("1 segment");
    assertThat(page.locator(".bubble-from-us").first()).containsText("GSM-7");
    assertThat(words(page)).hasValue("");
    assertThat(turns.only().utterance()).isEqualTo(words + " now");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void numbersAndAddressesCanBeTapped() {
    turns.answer(
        "Ring 0300 000 0000, 116 123 or 999. Text SHOUT to 85258.\nhttps://example.org/a?b=1."
            + " example.org.uk 07700 900555. It is 10:15 on 2 March 2026, code 4711.");
    Page page = simulator(chromium.page());
    text(page, "hello");

    Locator links = page.locator(".bubble-from-us a");
    assertThat(links)
        .hasText(
            new String[] {
              "0300 000 0000",
              "116 123",
              "999",
              "85258",
              "https://example.org/a?b=1",
              "example.org.uk",
              "07700 900555"
            });
    assertThat(links.all().stream().map(link -> link.getAttribute("href")).toList())
        .containsExactly(
            "tel:03000000000",
            "tel:116123",
            "tel:999",
            "sms:85258",
            "https://example.org/a?b=1",
            "https://example.org.uk",
            "tel:07700900555");
  }

  @Test
  void markupInAnswersIsShownAsText() {
    turns.answer("<img src=x onerror=alert(1)> & <b>bold</b>");
    Page page = simulator(chromium.page());
    text(page, "<script>alert(2)</script>");

    assertThat(page.locator(".bubble-from-us"))
        .containsText("<img src=x onerror=alert(1)> & <b>bold</b>");
    assertThat(page.locator(".bubble-from-carer")).containsText("<script>alert(2)</script>");
    assertThat(page.locator(".log img, .log b, .log script")).hasCount(0);
  }

  @Test
  void lostAnswerIsFetchedAgainWithTheSameMessageId() {
    Page page = simulator(chromium.page());
    AtomicInteger attempts = new AtomicInteger();
    page.route("**/simulator/messages", route -> loseTheFirst(route, attempts));
    text(page, "hello");

    assertThat(page.locator(".bubble-failed")).containsText("Not delivered.");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")).click();

    assertThat(page.locator(".bubble-from-carer")).containsText("Delivered");
    assertThat(page.locator(".bubble-from-carer")).hasCount(1);
    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    assertThat(page.locator(".bubble-failed, .typing")).hasCount(0);
    List<Received> taken = turns.taken();
    assertThat(taken).hasSize(2);
    assertThat(taken.getFirst().id()).isEqualTo(taken.getLast().id());
  }

  private static void loseTheFirst(Route route, AtomicInteger attempts) {
    if (attempts.getAndIncrement() == 0) {
      route.fetch();
      route.abort();
    } else {
      route.resume();
    }
  }

  @Test
  void silenceIsSaid() {
    turns.answer();
    Page page = simulator(chromium.page());
    text(page, "STOP");

    assertThat(page.locator("#log")).containsText("No reply was sent.");
  }

  @Test
  void enterSendsAndShiftEnterBeginsALine() {
    Page page = simulator(chromium.page());
    words(page).pressSequentially("one");
    words(page).press("Shift+Enter");
    words(page).pressSequentially("two");
    words(page).press("Enter");

    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    assertThat(turns.only().utterance()).isEqualTo("one\ntwo");
  }

  @Test
  void emptyTextIsNotSentButAPictureAloneIs() {
    Page page = simulator(chromium.page());
    send(page);
    assertThat(page.locator("#words-wrong")).hasText("Write something first.");
    assertThat(turns.taken()).isEmpty();

    page.getByLabel("With a picture").check();
    send(page);
    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    assertThat(turns.only().mediaCount()).isEqualTo(1);
  }

  @Test
  void numberIsChangedAndKeptButOnlyToAFreeOne() {
    Page page = simulator(chromium.page());
    Locator number = page.getByLabel("Text from this number");
    number.fill("07912 345678");
    number.press("Enter");
    assertThat(page.locator("#number-wrong")).containsText("07700 900000 to 07700 900999");

    number.fill("+44 7700 900456");
    number.press("Enter");
    assertThat(page.locator("#texting-from")).hasText("07700 900456");
    assertThat(page.locator("#number-wrong")).hasText("");
    page.reload();
    assertThat(page.locator("#texting-from")).hasText("07700 900456");
    text(page, "hello");
    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    assertThat(turns.only().e164()).contains("+447700900456");
  }

  @Test
  void clockIsShownAndMovedOn() {
    Page page = simulator(chromium.page());
    page.getByText("To 20:00").click();
    assertThat(page.locator("#time")).hasText(Pattern.compile("day \\d+ \\w+ 20\\d\\d, 20:00$"));
    page.getByText("Next morning").click();
    assertThat(page.locator("#time")).hasText(Pattern.compile(", 09:00$"));
    page.getByText("1 hour on").click();
    assertThat(page.locator("#time")).hasText(Pattern.compile(", 10:00$"));
    assertThat(page.locator("#log")).containsText("It is now");
  }

  @Test
  void withoutJavaScriptThePageSaysSo() {
    Page page = chromium.page(1280, ColorScheme.LIGHT, false);
    page.navigate(address("/simulator"));

    assertThat(page.locator("main")).containsText("needs JavaScript");
    assertThat(page.locator("#simulator")).isHidden();
    assertThat(page.locator("body")).containsText("999");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nobodyIsShutOut(ColorScheme colours) {
    Page page = chromium.page(1280, colours, true);
    page.navigate(address("/"));
    Chromium.assertIsAccessible(page);

    simulator(page);
    Chromium.assertIsAccessible(page);
    page.route("**/simulator/messages", route -> route.abort());
    text(page, "lost");
    assertThat(page.locator(".bubble-failed")).hasCount(1);
    page.unroute("**/simulator/messages");
    text(page, "hello");
    assertThat(page.locator(".bubble-from-us")).hasCount(2);
    Chromium.assertIsAccessible(page);
  }

  @ParameterizedTest
  @CsvSource({"320", "360", "768", "1280"})
  void nothingScrollsSideways(int width) {
    turns.answer("https://example.org/" + "a".repeat(120) + " " + "w".repeat(90));
    Page page = chromium.page(width, ColorScheme.LIGHT, true);
    page.navigate(address("/"));
    Chromium.assertDoesNotScrollSideways(page);

    simulator(page);
    text(page, "x".repeat(90));
    assertThat(page.locator(".bubble-from-us")).hasCount(1);
    Chromium.assertDoesNotScrollSideways(page);
    assertThat(
            page.evaluate(
                "() => { const l = document.getElementById('log');"
                    + " return l.scrollWidth <= l.clientWidth }"))
        .isEqualTo(true);
  }

  private Page simulator(Page page) {
    page.navigate(address("/simulator"));
    assertThat(page.locator("#simulator")).isVisible();
    return page;
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }

  private static Locator words(Page page) {
    return page.getByLabel("Your text");
  }

  private static void send(Page page) {
    page.locator("#send").click();
  }

  private static void text(Page page, String words) {
    words(page).fill(words);
    send(page);
  }
}
