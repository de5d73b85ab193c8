package org.carersignpost.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.carersignpost.Chromium;
import org.junit.jupiter.api.Test;

/// What staff do with conversations on the page, alone and at once.
class ConsoleBrowserTests extends ConsoleBrowserFixture {
  private static final String KEEP_ANNOUNCED =
      """
      () => {
        window.announced = [];
        new MutationObserver((changes) => changes.forEach((change) =>
          change.addedNodes.forEach((node) => window.announced.push(node.textContent))
        )).observe(document.getElementById("announce"), { childList: true });
      }
      """;

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
    page.evaluate(KEEP_ANNOUNCED);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.keyboard().type("My half-written");
    page.locator(".understood summary").first().click();
    page.focus("#reply-text");

    // The list tells of it too, at its own pace, and says it to nobody a second time.
    assertThat(page.locator("#list")).hasAttribute("data-mine", Pattern.compile(id));
    says(931, "are you there");
    assertThat(lines(page, "carer").last()).containsText("are you there");
    assertThat(page.locator("#announce")).containsText("The carer has written.");
    assertThat(page.evaluate("window.announced")).isEqualTo(List.of("The carer has written."));
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
    at(dee, "/console");
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
  void whatWasSentThoughItsAnswerWasLostIsSentOnce() {
    String id = says(918, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    AtomicInteger attempts = new AtomicInteger();
    page.route(
        "**/reply",
        route -> {
          if (attempts.getAndIncrement() == 0) {
            route.fetch();
            route.abort();
          } else {
            route.resume();
          }
        });
    page.fill("#reply-text", "Only once");
    page.click("#send");
    assertThat(page.locator("#reply-wrong")).containsText("sending again does it only once");
    // The news of it comes all the same, and so does a colleague's note.
    assertThat(lines(page, "staff")).hasCount(1);
    Page theirs = conversation(dee, id);
    theirs.locator("#note-box > summary").click();
    theirs.fill("#note-text", "A note");
    theirs.getByText("Keep note").click();
    assertThat(lines(page, "note")).hasCount(1);
    assertThat(page.locator("#reply-text")).hasValue("Only once");
    page.click("#send");
    assertThat(page.locator("#reply-text")).hasValue("");
    assertThat(attempts.get()).isEqualTo(2);
    assertThat(textsOfStaff(id)).containsExactly("Only once");
  }

  @Test
  void whatIsTickedAndNotedStaysWhenTheCarerWritesAndThePageIsLeft() {
    String id = says(917, "can i talk to a person please");
    Page page = conversation(cas, id);
    page.click("#take");
    assertThat(page.locator("#reply-text")).isFocused();
    page.locator("#act-close > summary").click();
    page.locator("#close-owed").uncheck();
    page.locator("#close-topics > summary").click();
    page.locator("#topic-dementia").check();
    says(917, "are you there");
    assertThat(lines(page, "carer").last()).containsText("are you there");
    assertThat(page.locator("#close-owed")).not().isChecked();
    assertThat(page.locator("#topic-dementia")).isChecked();

    page.locator("#act-close > summary").click();
    page.locator(".compose-tabs").getByText("Note").click();
    page.fill("#note-text", "Half a note");
    page.reload();
    assertThat(page.locator("#note-text")).hasValue("Half a note");
    page.locator(".compose-tabs").getByText("Note").click();
    page.getByText("Keep note").click();
    assertThat(lines(page, "note")).containsText("Half a note");
    page.reload();
    assertThat(page.locator("#note-text")).hasValue("");
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
}
