package org.carersignpost.channel.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.carersignpost.Chromium;
import org.carersignpost.channel.FakeDiction;
import org.carersignpost.channel.FakeReports;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.NobodyToRing;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.handoff.PhoneCarrier.Rung;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// The page where one rings, with a service that the test makes up.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = {
      FakeTurns.class,
      FakeReports.class,
      FakeDiction.class,
      NobodyToRing.class,
      WebEdge.class,
      SimulatedRingBrowserTests.Stub.class
    },
    properties = {
      "PUBLIC_URL=" + WebEdge.PUBLIC_URL,
      "TWILIO_AUTH_TOKEN=" + WebEdge.TOKEN,
      "SIGNPOST_SECRET_KEY=0123456789abcdef0123456789abcdef",
      "SIGNPOST_ADMIN_PASSWORD=of no use here",
      "SIGNPOST_API_TOKEN=of no use here",
      "SIGNPOST_CLOCK=2026-03-02T10:15:00Z"
    })
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class SimulatedRingBrowserTests {
  private final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired StubService service;
  @Autowired SimulatedPhones phones;

  /// The service that is rung.
  static class Stub {
    @Bean
    StubService stubService() {
      return new StubService();
    }

    @Bean
    @Primary
    SignedPosts stubPosts(StubService service) {
      return service.posts();
    }
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void carerRingsPressesSpeaksAndSavesTheCall() throws IOException {
    service.at("/twilio/voice", menu("Hello, this is Carer Signpost. How can we help?"));
    service.at(
        "/menu",
        form -> menu(form.containsKey("Digits") ? "You pressed a key." : "We look for that."));
    Page page = simulator(1280, ColorScheme.LIGHT);
    page.getByLabel("Withhold the number").check();
    ring(page);
    Locator log = page.locator("#call-log");
    assertThat(log).containsText("How can we help?");
    assertThat(page.locator("#call-state")).containsText("listens to words and one key");
    assertThat(page.locator("#call-length")).containsText("to hear");
    key(page, "2").click();
    assertThat(log).containsText("Pressed 2");
    page.locator("#say").fill("I look after mum");
    page.getByLabel("Heard unclearly").check();
    page.locator("#say").press("Enter");
    assertThat(log).containsText("I look after mum");
    assertThat(log).containsText("We look for that.");
    // A focused button hears the digits of the computer's own keyboard, too.
    button(page, "Say nothing").focus();
    page.keyboard().press("4");
    assertThat(log).containsText("Pressed 4");
    button(page, "Say nothing").click();
    assertThat(log).containsText("The service hung up.");
    String saved =
        Files.readString(
            page.waitForDownload(() -> button(page, "Save as transcript").click()).path());
    assertThat(saved)
        .startsWith(
            "# A carer rings from a withheld number.\ncall from a withheld number, Mon 2 Mar 2026 10:")
        .containsSubsequence(
            "us: Hello, this is Carer Signpost. How can we help?\n",
            "  (pause 1 s)\n",
            "caller presses 2\n",
            "us: You pressed a key.\n",
            "caller: I look after mum\n  (Heard unclearly)\n",
            "caller says nothing\n",
            "us hang up\n");
    assertThat(chromium.complaints()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, LIGHT", "320, DARK"})
  void carerWaitsAndTalksWithSomebodyOnAStaffPhone(int width, ColorScheme colours) {
    service.at(
        "/twilio/voice",
        "<Say>We put you through.</Say><Enqueue action=\"/left\" waitUrl=\"/wait\">carers</Enqueue>");
    service.at("/wait", "<Say>Please wait. Somebody will be with you.</Say><Pause length=\"20\"/>");
    service.at("/left", "<Say>Goodbye.</Say>");
    service.at(
        "/answered",
        "<Gather input=\"dtmf\" numDigits=\"1\" action=\"/take\"><Say>A carer waits. Press one.</Say>"
            + "</Gather>");
    service.at("/take", "<Dial><Queue>carers</Queue></Dial>");
    Page page = simulator(width, colours);
    ring(page);
    assertThat(page.locator("#call-state")).containsText("You wait.");
    button(page, "Wait on").click();
    Rung rung = phones.ring("+447700900200", "/answered", "/change", Duration.ofMinutes(1));
    String sid = ((Rung.Ringing) rung).callSid();
    Locator staff = page.locator("article[aria-labelledby=phone-" + sid + "]");
    assertThat(staff).containsText("07700 900200 rings");
    in(staff, "Answer").click();
    assertThat(staff).containsText("A carer waits.");
    in(staff, "Press 1").click();
    assertThat(page.locator("#call-state")).containsText("You are talking");
    page.locator("#say").fill("Hello from the carer");
    button(page, "Say it").first().click();
    assertThat(staff).containsText("Hello from the carer");
    staff.getByLabel("Say to the caller").fill("Hello from staff");
    staff.getByLabel("Say to the caller").press("Enter");
    assertThat(page.locator("#call-log")).containsText("Hello from staff");
    Chromium.assertDoesNotScrollSideways(page);
    Chromium.assertEndsWithItsFooter(page);
    Chromium.assertIsAccessible(page);
    shot(page, "ring-" + width + "-" + colours);
    in(staff, "Hang up").click();
    assertThat(page.locator("#call-log")).containsText("Goodbye.");
    assertThat(button(page, "Ring the service")).isVisible();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void carerLeavesAMessage() throws InterruptedException {
    service.at("/twilio/voice", "<Say>Speak after the tone.</Say><Record action=\"/recorded\"/>");
    service.at("/recorded", "<Say>We will ring you.</Say>");
    Page page = simulator(360, ColorScheme.LIGHT);
    ring(page);
    page.locator("#say").fill("Please ring me");
    shot(page, "record-360");
    button(page, "Leave this message").click();
    assertThat(page.locator("#call-log")).containsText("Left a message: Please ring me");
    assertThat(page.locator("#call-log")).containsText("We will ring you.");
    assertThat(service.told("/recorded", 1)).containsEntry("RecordingDuration", "1");
  }

  @Test
  void tabsAreMovedWithTheArrowKeys() {
    Page page = simulator(1280, ColorScheme.LIGHT);
    page.locator("#ring-tab").press("ArrowLeft");
    assertThat(page.locator("#text-tab")).isFocused();
    assertThat(page.getByLabel("Your text")).isVisible();
    assertThat(page.locator("#ring-panel")).isHidden();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator("#ring-panel")).isVisible();
  }

  private static String menu(String words) {
    return "<Gather input=\"dtmf speech\" numDigits=\"1\" finishOnKey=\"\" action=\"/menu\"><Say>"
        + words
        + "</Say><Pause length=\"1\"/></Gather>";
  }

  private Page simulator(int width, ColorScheme colours) {
    Page page = chromium.page(width, colours, true);
    Chromium.hurry(page);
    page.navigate("http://localhost:" + port + "/simulator");
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ring")).click();
    return page;
  }

  private static void ring(Page page) {
    button(page, "Ring the service").click();
    assertThat(button(page, "Hang up").first()).isVisible();
  }

  private static Locator key(Page page, String key) {
    return page.locator("#keypad button[data-key='" + key + "']");
  }

  private static Locator button(Page page, String name) {
    return page.locator(".phone")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator in(Locator place, String name) {
    return place.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void shot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
