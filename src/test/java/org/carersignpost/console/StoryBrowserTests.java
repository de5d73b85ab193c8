package org.carersignpost.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.carersignpost.Chromium;
import org.carersignpost.staff.Role;
import org.carersignpost.staff.TestAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/// A carer's whole story as everybody has it before them: the carer's phone, and two people of the
/// team who work at two copies of the service, each in a browser of their own.
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class StoryBrowserTests {
  private static final String PASSWORD = "a password for the story";
  private static final String DUTY_PHONE = "07700 900299";
  private static final String TEAM = "--signpost.organisations[0].teams[0].";

  @TempDir static Path folder;
  private static TwoCopies copies;
  private static Chromium chromium;
  private static BrowserContext cas;
  private static BrowserContext dee;

  @BeforeAll
  static void open() {
    copies =
        new TwoCopies(
            folder,
            "--SIGNPOST_CLOCK=2026-03-02T10:15:00Z",
            "--signpost.organisations[0].id=partnership",
            "--signpost.organisations[0].name=Carers' partnership",
            TEAM + "id=carers",
            TEAM + "name=Carers' team",
            TEAM + "shared=true",
            TEAM + "duty-phone=" + DUTY_PHONE.replaceFirst("0", "+44").replace(" ", ""),
            TEAM + "blocks[0].days=monday",
            TEAM + "blocks[0].spans=09:00-17:00");
    TestAccounts.add(copies.one(), "cas", "Cas Carter", Role.STAFF, "partnership", PASSWORD);
    TestAccounts.add(copies.one(), "dee", "Dee Drake", Role.SUPERVISOR, "partnership", PASSWORD);
    chromium = new Chromium();
    cas = loggedIn("cas", copies.one());
    dee = loggedIn("dee", copies.other());
  }

  @AfterAll
  static void close() {
    chromium.close();
    copies.close();
  }

  private static BrowserContext loggedIn(String name, ConfigurableApplicationContext copy) {
    BrowserContext browser = chromium.context(1280, ColorScheme.LIGHT, true);
    Page page = chromium.page(browser);
    page.navigate(TwoCopies.address(copy, "/login"));
    page.fill("#username", name);
    page.fill("#password", PASSWORD);
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("#list")).isVisible();
    return browser;
  }

  /// The page that somebody logged in on, where everything comes by itself.
  private static Page console(BrowserContext browser) {
    Page page = browser.pages().getFirst();
    return open(page, "waiting");
  }

  private static Page open(Page page, String list) {
    page.locator("#tab-" + list).click();
    assertThat(page.locator("#list")).hasAttribute("data-tab", list);
    return page;
  }

  private static Page phone(String number) {
    Page page = chromium.page(360, ColorScheme.LIGHT, true);
    Chromium.hurry(page);
    page.navigate(TwoCopies.address(copies.one(), "/simulator"));
    page.fill("#number", number);
    page.getByText("Use this number").click();
    assertThat(page.locator("#texting-from")).hasText(number);
    return page;
  }

  /// Texts, and gets an answer.
  private static void text(Page phone, String words) {
    int before = fromUs(phone).count();
    send(phone, words);
    assertThat(fromUs(phone).nth(before)).isVisible();
  }

  private static void send(Page phone, String words) {
    phone.getByLabel("Your text").fill(words);
    phone.locator("#send").click();
    assertThat(phone.locator(".bubble-from-carer").last()).containsText("Delivered");
  }

  private static Locator fromUs(Page phone) {
    return phone.locator(".bubble-from-us .bubble-words");
  }

  private static Locator lines(Page page, String kind) {
    return page.locator(".line-" + kind);
  }

  private static void answer(Page page, String words) {
    page.fill("#reply-text", words);
    page.click("#send");
    assertThat(lines(page, "staff").last()).containsText(words);
  }

  private static void closeIt(Page page, String outcome) {
    page.locator("#act-close > summary").click();
    page.locator("#close-outcome").selectOption(outcome);
    page.locator("#act-close form > button").click();
    assertThat(page.locator(".standing")).containsText("Closed");
  }

  @Test
  void aCarerIsHelpedByTwoPeopleOneAfterTheOther() {
    Page carer = phone("07700 900211");
    text(carer, "my mum has dementia, we live in alton, i need a break");
    assertThat(fromUs(carer).first()).containsText(Pattern.compile("\\d{4} \\d{3}"));

    // Asks for a person, and is seen by everybody at once.
    Page hers = console(cas);
    Page theirs = console(dee);
    text(carer, "can i talk to a person please");
    assertThat(fromUs(carer).last()).containsText("the carers' team");
    assertThat(hers.locator("#rows .list-row")).hasCount(1);
    assertThat(theirs.locator("#rows .list-row")).containsText("Asked for a person");
    assertThat(theirs.locator("#rows .list-row")).containsText("Alton");

    // Is taken and answered.
    hers.locator("#rows .list-row").click();
    assertThat(hers.locator(".facts")).containsText("Alton");
    assertThat(lines(hers, "bot").first()).containsText("Delivered");
    hers.click("#take");
    assertThat(hers.locator("#reply-text")).isFocused();
    assertThat(theirs.locator("#empty")).containsText("Nobody is waiting.");
    answer(hers, "Hello, this is Cas. How is mum today?");
    assertThat(fromUs(carer).last()).containsText("Hello, this is Cas");
    assertThat(lines(hers, "staff").last()).containsText("Delivered");
    // While a person has it the service is silent.
    int soFar = fromUs(carer).count();
    send(carer, "not good, she keeps wandering");
    assertThat(lines(hers, "carer").last()).containsText("she keeps wandering");
    assertThat(fromUs(carer)).hasCount(soFar);

    // Is passed on without a word to the carer, with all that is needed, also what was begun.
    hers.fill("#reply-text", "There is a sitting");
    hers.locator("#act-pass > summary").click();
    hers.locator("#pass-to").selectOption("person:dee");
    hers.fill("#pass-text", "Needs a sitting service this week");
    hers.locator("#act-pass button").click();
    assertThat(hers.locator(".standing")).containsText("With Dee Drake");
    assertThat(hers.locator("#reply-text")).hasCount(0);
    assertThat(hers.locator("#unsent")).isHidden();
    open(theirs, "mine");
    theirs.locator("#rows .list-row").click();
    assertThat(lines(theirs, "note")).containsText("Needs a sitting service this week");
    assertThat(lines(theirs, "carer").last()).containsText("she keeps wandering");

    // Gets a service from the directory from the other person.
    assertThat(theirs.locator("#reply-text")).hasValue("There is a sitting");
    theirs.fill("#reply-text", "");
    theirs.click("#insert-service");
    theirs.fill("#insert-words", "break dementia");
    theirs.locator("#insert-found button").first().click();
    String service = theirs.inputValue("#reply-text");
    assertThat(service).containsPattern("\\d{4} \\d{3}");
    answer(theirs, service);
    assertThat(fromUs(carer).last()).containsText(service.lines().findFirst().orElseThrow());

    // Is handed back, and answered by the service again.
    theirs.locator("#act-hand-back > summary").click();
    String farewell = theirs.inputValue("#hand-back-text");
    theirs.locator("#act-hand-back button").click();
    assertThat(theirs.locator(".standing")).containsText("The service answers");
    assertThat(fromUs(carer).last()).containsText(farewell.lines().findFirst().orElseThrow());
    text(carer, "how do i get a carers assessment");
    assertThat(lines(theirs, "bot").last()).containsText("assessment");
    Locator judged = lines(theirs, "bot").last().locator(".judge");
    judged.locator("summary").click();
    judged.locator("textarea").fill("She asked for her mum");
    judged.getByText("Not right").click();
    assertThat(judged.locator("summary"))
        .containsText("Not right, says Dee Drake: She asked for her mum");

    // Is taken once more, and closed.
    theirs.click("#take");
    assertThat(theirs.locator("#reply-text")).isFocused();
    answer(theirs, "Ring the council first, they will know.");
    closeIt(theirs, "signposted");
    open(theirs, "closed");
    assertThat(theirs.locator("#rows .list-row").first()).containsText("Alton");

    // Follows up: the service begins, and nobody is asked for in vain.
    text(carer, "thank you so much");
    assertThat(theirs.locator(".standing")).containsText("The service answers");
    text(carer, "sorry can i talk to somebody again");
    open(theirs, "waiting");
    assertThat(theirs.locator("#rows .list-row")).containsText("Asked for a person");
    theirs.locator("#rows .list-row").click();
    assertThat(lines(theirs, "staff").first()).containsText("Hello, this is Cas.");
    theirs.click("#take");
    answer(theirs, "Of course. What is it?");
    assertThat(fromUs(carer).last()).containsText("Of course");
    closeIt(theirs, "repeat");
    // What is handed back is not open to Cas any more, which her browser complains of by itself.
    assertThat(chromium.complaints()).allMatch(each -> each.contains("status of 404"));
  }

  @Test
  void aCrisisThatNobodyTakesReachesTheDutyPhone() {
    Page duty = phone(DUTY_PHONE);
    Page theirs = console(dee);
    Page carer = phone("07700 900212");
    text(carer, "i cant go on, i want to end my life");
    assertThat(fromUs(carer).first()).containsText("999");
    Locator first = theirs.locator("#rows .list-row").first();
    assertThat(first).containsText("Crisis");
    assertThat(theirs.locator("#announce")).containsText("Somebody in danger waits.");

    assertThat(fromUs(duty)).hasCount(0);
    carer.locator("#clock button[data-move='advance=PT1H']").click();
    assertThat(fromUs(duty)).hasCount(1);
    assertThat(fromUs(duty)).containsText("/console/conversations/");
    assertThat(fromUs(duty)).not().containsText("end my life");

    // What is taken by a copy whose clock is an hour behind has lapsed for the other at once.
    Clock ahead = copies.one().getBean(Clock.class);
    Clock following = copies.other().getBean(Clock.class);
    theirs.waitForCondition(() -> following.instant().plusSeconds(60).isAfter(ahead.instant()));
    first.click();
    assertThat(theirs.locator(".heed-danger").first()).containsText("Crisis");
    theirs.click("#take");
    answer(theirs, "I am here. Are you safe just now?");
    assertThat(fromUs(carer).last()).containsText("I am here");
    closeIt(theirs, "helped");
    assertThat(chromium.complaints()).isEmpty();
  }
}
