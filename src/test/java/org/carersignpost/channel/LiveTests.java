package org.carersignpost.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.carersignpost.channel.sms.SignedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = {
      FakeTurns.class,
      FakeReports.class,
      FakeDiction.class,
      NobodyToRing.class,
      WebEdge.class
    },
    properties = {
      "PUBLIC_URL=" + WebEdge.PUBLIC_URL,
      "TWILIO_ACCOUNT_SID=AC0123456789abcdef0123456789abcdef",
      "TWILIO_AUTH_TOKEN=" + WebEdge.TOKEN,
      "TWILIO_PHONE_NUMBER=+447700900042",
      "SIGNPOST_SECRET_KEY=0123456789abcdef0123456789abcdef",
      "SIGNPOST_ADMIN_PASSWORD=of no use here",
      "SIGNPOST_CLOCK=2026-03-02T10:15:00Z"
    })
class LiveTests {
  @LocalServerPort int port;
  @Autowired Clock clock;
  @Autowired FakeTurns turns;

  @ParameterizedTest
  @ValueSource(strings = {"/simulator", "/simulator/clock"})
  void thereIsNoSimulatorWhenLive(String path) {
    assertThat(Web.get(port, path).statusCode()).isEqualTo(404);
  }

  @Test
  void pageThatIsNotThereSaysSoToPeople() {
    HttpResponse<String> page =
        Web.send(HttpRequest.newBuilder(Web.uri(port, "/simulator")).header("Accept", "text/html"));

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body())
        .contains("There is no such page", "999")
        .doesNotContain("nothing is sent");
  }

  @Test
  void nothingCanBeSentOrMovedWhenLive() {
    String text = "{\"from\": \"07700 900123\", \"body\": \"hello\"}";

    assertThat(Web.postJson(port, "/simulator/messages", text).statusCode()).isEqualTo(404);
    assertThat(Web.post(port, "/simulator/clock?advance=PT20H").statusCode()).isEqualTo(404);
  }

  @Test
  void startPageShowsTheNumberToText() {
    assertThat(Web.get(port, "/").body())
        .contains("href=\"sms:+447700900042\"", "07700 900042")
        .doesNotContain("nothing is sent", "/simulator");
  }

  @Test
  void twilioIsToldWhereToSayWhatBecameOfAnAnswer() {
    turns.answer("Ring Example Carers.");
    assertThat(SignedText.saying("hello").post(port).body())
        .contains(
            "statusCallback=\"%s/twilio/status/answer?answered=%s&amp;part=0\""
                .formatted(WebEdge.PUBLIC_URL, SignedText.SID));
  }

  @Test
  void clockIsTheSystemsWhateverTheEnvironmentSays() {
    assertThat(Duration.between(clock.instant(), Instant.now()).abs())
        .isLessThan(Duration.ofSeconds(10));
  }
}
