package org.carersignpost.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.Chromium;
import org.carersignpost.channel.sms.TextLength;
import org.carersignpost.conversation.Conversations;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.conversation.TestCallers;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.handoff.Changes;
import org.carersignpost.handoff.LiveCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// That everybody can use the pages: by keyboard, without scripts, on a phone, in the dark.
class ConsolePageBrowserTests extends ConsoleBrowserFixture {
  @Autowired private Conversations conversations;
  @Autowired private StaffConversations staff;
  @Autowired private LiveCalls calls;
  @Autowired private Changes changes;
  @Autowired private ApplicationContext context;

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
  void aNewCarerAppearsInTheListAndInTheTitle() {
    Page page = at(dee, "/console");
    // However many wait by now, whoever is in danger stands on the first page.
    String id = says(939, "i want to end my life");
    assertThat(page.locator("#row-" + id)).containsText("Crisis");
    assertThat(page).hasTitle(Pattern.compile("^\\(\\d+\\) Waiting"));
    assertThat(page.locator("#announce")).containsText("Somebody in danger waits.");
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

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 360", "DARK, 320"})
  void whoRingsIsSeenHeardAndRungBack(ColorScheme colours, int width) {
    String run = colours.name() + width;
    String waits = says(868, "can i talk to a person please, i am in winchester");
    calls.seen("CAbrowser1" + run, waits, 0);
    calls.waits("CAbrowser1" + run, "carers", Priority.CRISIS);
    String talks = says(869, "can i talk to a person please");
    calls.seen("CAbrowser2" + run, talks, 0);
    String left =
        TestCallers.rings(conversations, "CAbrowser3" + run, "+447700900870")
            .wantsToBeRungBack("weekday mornings, never after five when he is home")
            .leavesMessage("RE4712", 12)
            .leavesMessage("RE4713", 7)
            .hangsUp()
            .conversation();
    TestCallers.keepsMessage(context, left, "RE4712");
    try {
      for (String path : List.of("/console", "/console/conversations/" + left)) {
        Page page = chromium.page(dee);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.setViewportSize(width, 900);
        page.navigate(address(path));
        page.waitForFunction("() => !document.getElementById('list-foot').hidden");
        Chromium.assertIsFaultless(page);
        Chromium.assertDoesNotScrollSideways(page);
        String name = "phone-" + (path.endsWith("console") ? "queue" : "talk");
        page.screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + "-" + width + ".png")));
        page.close();
      }
    } finally {
      calls.ended("CAbrowser1" + run);
      calls.ended("CAbrowser2" + run);
    }
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aCallerAppearsAboveTheQueueByThemselvesAndLeadsToTheirConversation() {
    String id = says(871, "can i talk to a person please");
    Page page = at(dee, "/console");
    calls.seen("CAbrowser4", id, 0);
    calls.waits("CAbrowser4", "carers", Priority.NORMAL);
    try {
      changes.tell(new Changes.Change(Changes.Kind.CONVERSATION, id, Optional.of("carers")));
      assertThat(page.locator(".caller")).containsText("Caller ending 871 waits since");
      page.locator(".caller").click();
      assertThat(page.locator("#talk-title")).isFocused();
      assertThat(page.locator("#talk-top .mark-phone")).hasText("Waiting on the phone");
      assertThat(page.locator("#ring")).isDisabled();
    } finally {
      calls.ended("CAbrowser4");
    }
    changes.tell(new Changes.Change(Changes.Kind.CONVERSATION, id, Optional.of("carers")));
    assertThat(page.locator("#on-phone")).hasCount(0);
    assertThat(page.locator("#talk-top .mark-phone")).hasCount(0);
  }

  @Test
  void aCarerIsRungFromThePageAndANoteIsAskedForAfterwards() {
    Page page = chromium.page(cas);
    page.navigate(address("/account"));
    page.fill("#phone", "07700 900802");
    page.locator("form[action='/account/phone'] button").click();
    page.close();
    String id = says(872, "can i talk to a person please");
    page = conversation(cas, id);
    page.click("#ring");
    assertThat(page.locator("#flash")).containsText("Your phone rings now.");
    staff.act(
        new StaffConversations.Wish(
            id,
            "a-call-of-cas",
            "cas",
            false,
            Optional.empty(),
            new StaffAction.TalkByPhone(true)));
    changes.tell(new Changes.Change(Changes.Kind.CONVERSATION, id, Optional.of("carers")));
    page.getByText("Write a note for your colleagues.").click();
    assertThat(page.locator("#note-text")).isFocused();
    page.keyboard().type("She is better now");
    page.keyboard().press("Control+Enter");
    assertThat(lines(page, "note")).containsText("She is better now");
    assertThat(page.locator("#call-note")).hasCount(0);
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
