package org.carersignpost.channel.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.carersignpost.CarerSignpost;
import org.carersignpost.Chromium;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.DeliveryState;
import org.carersignpost.outbox.Outbox;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.outbox.Purpose;
import org.carersignpost.outbox.TextCarrier;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Seal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.ReturnType;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service as somebody sees it who tries it in the browser.
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = CarerSignpost.class,
    properties = {"PUBLIC_URL=https://text.example.org", "SIGNPOST_CLOCK=2026-03-02T10:15:00Z"})
@DirtiesContext
@EnabledIf("org.carersignpost.Chromium#isInstalled")
class SimulatorBrowserTests {
  private static final String PHONE_NUMBER = ".bubble-from-us a[href^='tel:']";

  @TempDir static Path data;

  private final Chromium chromium = new Chromium();

  @LocalServerPort int port;
  @Autowired TextCarrier carrier;
  @Autowired Outbox outbox;
  @Autowired StringRedisTemplate redis;
  @Autowired Seal seal;
  @Autowired Pseudonyms pseudonyms;
  @Autowired Clock clock;

  @DynamicPropertySource
  static void ownData(DynamicPropertyRegistry properties) {
    properties.add("DATA_DIR", data::toString);
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void carerTextsAndGetsANumberToRing() {
    Page page = simulator(chromium.page());
    text(page, "I look after my mum who has dementia in Winchester and need a break");

    assertThat(page.locator(PHONE_NUMBER).first()).isVisible();
    assertThat(page.locator(".bubble-from-carer")).containsText("Delivered");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void carerRingsHearsOfAServiceAndGetsItsNumberAsAText() {
    Page page = simulator(chromium.page());
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Ring")).click();
    button(page, "Ring the service").click();
    Locator log = page.locator("#call-log");
    assertThat(log).containsText("What do you need help with?");
    page.locator("#say").fill("I need a break from looking after mum in Alresford");
    page.locator("#say").press("Enter");
    assertThat(log).containsText("Once more:");
    assertThat(log).containsText("0 3 0 0");
    page.locator("#keypad button[data-key='3']").click();
    assertThat(log).containsText("Is that all right?");
    page.locator("#keypad button[data-key='1']").click();
    assertThat(log).containsText("I have sent it.");
    page.locator("#keypad button[data-key='0']").click();
    assertThat(log).containsText("To leave a message, press 2.");
    page.locator("#keypad button[data-key='2']").click();
    page.locator("#say").fill("please ring me in the morning");
    button(page, "Leave this message").click();
    assertThat(log).containsText("Your message is with the carers' team.");
    Chromium.assertEndsWithItsFooter(page);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Text")).click();
    assertThat(page.locator(".bubble-from-us").first()).containsText("0300 555");
    assertThat(chromium.complaints()).isEmpty();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  @Test
  void everyExampleIsAnswered() {
    Page page = simulator(chromium.page());
    int count = page.locator("#examples button").count();
    assertThat(count).isEqualTo(8);
    for (int i = 0; i < count; i++) {
      page.locator("#examples button").nth(i).click();
      page.locator("#send").click();
      assertThat(page.locator(".bubble-from-carer").nth(i)).containsText("Delivered");
      assertThat(page.locator(".bubble-failed")).hasCount(0);
    }
    assertThat(page.locator(".bubble-from-us").all().size()).isGreaterThanOrEqualTo(count);
  }

  @Test
  void textSentAgainIsAnsweredWithTheSameWords() {
    Page page = simulator(chromium.page());
    AtomicInteger attempts = new AtomicInteger();
    StringBuilder lost = new StringBuilder();
    page.route(
        "**/simulator/messages",
        route -> {
          if (attempts.getAndIncrement() == 0) {
            lost.append(route.fetch().text());
            route.abort();
          } else {
            route.resume();
          }
        });
    text(page, "how do i get a carers assessment in Winchester");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again")).click();

    Locator answer = page.locator(".bubble-from-us .bubble-words").first();
    assertThat(answer).isVisible();
    String firstLine =
        answer.textContent().replaceFirst("Carer Signpost: ", "").lines().findFirst().orElseThrow();
    assertThat(lost).contains(firstLine.replace("\"", "\\\""));
    assertThat(page.locator(".bubble-from-carer")).hasCount(1);
  }

  @Test
  void textThatComesByItselfIsShownOnceAlsoAfterAReload() {
    carrier.post(OutgoingId.make("somebody"), "+447700900861", "From before.");
    Page page = simulator(chromium.page());
    page.locator("#number").fill("07700 900861");
    page.waitForResponse(
        "**/simulator/inbox?number=07700%20900861*",
        () -> page.getByText("Use this number").click());
    String conversation = pseudonyms.of("+447700900861");
    OutgoingId id = put(conversation, "+447700900861", "Ann will ring you at 3.");
    outbox.wake();

    Locator texts = page.locator(".bubble-from-us");
    assertThat(texts).hasCount(1);
    assertThat(texts).containsText("Ann will ring you at 3.");
    Awaitility.await()
        .until(() -> {
          Delivery delivery = outbox.deliveries(conversation).get(id);
          return delivery != null && delivery.state() == DeliveryState.DELIVERED;
        });
    carrier.post(OutgoingId.make("somebody"), "+447700900861", "She has rung.");
    assertThat(texts).hasCount(2);

    page.reload();
    assertThat(texts).hasCount(2);
    assertThat(texts.last()).containsText("She has rung.");
    assertThat(chromium.complaints()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/simulator"})
  void nobodyIsShutOut(String path) {
    Page page = chromium.page(360, ColorScheme.LIGHT, true);
    page.navigate("http://localhost:" + port + path);

    assertThat(page.locator("h1")).isVisible();
    Chromium.assertIsAccessible(page);
    Chromium.assertDoesNotScrollSideways(page);
    assertThat(page.locator("body")).containsText("nothing is sent to a real phone");
    assertThat(chromium.complaints()).isEmpty();
  }

  /// As the conversation's script does.
  private OutgoingId put(String conversation, String number, String words) {
    OutgoingText text =
        new OutgoingText(
            OutgoingId.make(conversation),
            conversation,
            number,
            words,
            Purpose.REPLY,
            Optional.of("ann"),
            clock.instant(),
            Optional.empty());
    String lua =
        OutboxScript.LUA
            + "outbox_put(KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6], ARGV[7])"
            + " return 1";
    List<byte[]> all = new ArrayList<>();
    for (String each :
        List.of(
            OutboxScript.prefix(text.id().shard()),
            text.conversation(),
            Long.toString(clock.millis()))) {
      all.add(each.getBytes(StandardCharsets.UTF_8));
    }
    all.addAll(new OutboxScript(seal).arguments(text));
    redis.execute(
        (RedisCallback<Long>)
            connection ->
                connection
                    .scriptingCommands()
                    .eval(
                        lua.getBytes(StandardCharsets.UTF_8),
                        ReturnType.INTEGER,
                        1,
                        all.toArray(byte[][]::new)));
    return text.id();
  }

  private Page simulator(Page page) {
    Chromium.hurry(page);
    page.navigate("http://localhost:" + port + "/simulator");
    assertThat(page.locator("#simulator")).isVisible();
    return page;
  }

  private static void text(Page page, String words) {
    page.getByLabel("Your text").fill(words);
    page.locator("#send").click();
  }
}
