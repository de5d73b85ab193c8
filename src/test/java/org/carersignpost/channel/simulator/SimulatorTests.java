package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the page asks of the server.
@WebEdge.Demonstration
class SimulatorTests {
  private static final String SID = "SM00112233445566778899aabbccddeeff";

  @LocalServerPort int port;
  @Autowired FakeTurns turns;
  @Autowired ServiceClock clock;

  @BeforeEach
  void start() {
    turns.answer("Ring 0300 000 0000.", "\u2018Bye\u2019");
  }

  @Test
  void textTravelsThroughTheWebhookAndBack() {
    JsonNode answer = sent("{\"from\": \"07700 900123\", \"body\": \"I'm <b>tired</b> & low\"}");

    assertThat(answer.at("/texts/0").asString()).isEqualTo("Ring 0300 000 0000.");
    assertThat(answer.at("/texts/1").asString()).isEqualTo("\u2018Bye\u2019");
    assertThat(answer.at("/lengths/0/encoding").asString()).isEqualTo("GSM-7");
    assertThat(answer.at("/lengths/1/encoding").asString()).isEqualTo("UCS-2");
    assertThat(answer.at("/lengths/1/segments").asInt()).isEqualTo(1);
    Received taken = turns.only();
    assertThat(taken.utterance()).isEqualTo("I'm <b>tired</b> & low");
    assertThat(taken.e164()).contains("+447700900123");
    assertThat(taken.from()).isEqualTo(Sender.MOBILE);
    assertThat(taken.id().value()).matches("SM[0-9a-f]{32}");
    assertThat(answer.at("/sid").asString()).isEqualTo(taken.id().value());
  }

  @Test
  void silenceIsAnEmptyList() {
    turns.answer();

    assertThat(sent("{\"from\": \"07700 900123\", \"body\": \"STOP\"}").get("texts")).isEmpty();
  }

  @Test
  void pictureComesAlong() {
    sent("{\"from\": \"07700 900123\", \"media\": 2}");

    assertThat(turns.only().mediaCount()).isEqualTo(2);
    assertThat(turns.only().utterance()).isEmpty();
    assertThat(turns.only().id().value()).startsWith("MM");
  }

  @Test
  void sendingAgainIsARepeat() {
    String text = "{\"from\": \"07700 900123\", \"body\": \"hello\", \"sid\": \"" + SID + "\"}";
    sent(text);
    sent(text);

    assertThat(turns.taken()).extracting(taken -> taken.id().value()).containsExactly(SID, SID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\": \"07912 345678\", \"body\": \"hello\"}",
        "{\"from\": \"07700 901000\", \"body\": \"hello\"}",
        "{\"from\": \"\", \"body\": \"hello\"}",
        "{\"body\": \"hello\"}"
      })
  void otherNumbersAreRefusedKindly(String text) {
    HttpResponse<String> response = Web.postJson(port, "/simulator/messages", text);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("detail").asString())
        .contains("07700 900000 to 07700 900999", "belong to nobody");
    assertThat(turns.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"from\": \"07700 900123\", \"body\": \"x\", \"sid\": \"SM1\"}",
        "{\"from\": \"07700 900123\", \"body\": \"x\", \"media\": 11}",
        "{\"from\": \"07700 900123\", \"body\": \"x\", \"media\": -1}",
        "{not json",
        "[]"
      })
  void nonsenseIsABadRequest(String text) {
    assertThat(Web.postJson(port, "/simulator/messages", text).statusCode()).isEqualTo(400);
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void textIsAtMost1600Characters() {
    String form = "{\"from\": \"07700 900123\", \"body\": \"%s\"}";

    assertThat(
            Web.postJson(port, "/simulator/messages", form.formatted("a".repeat(1601)))
                .statusCode())
        .isEqualTo(400);
    sent(form.formatted("a".repeat(1600)));
    assertThat(turns.only().utterance()).hasSize(1600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"07700 900123", "+44 7700 900123", "447700900123", "(07700)900-123"})
  void numbersAreUnderstoodInEverySpelling(String written) {
    assertThat(SimulatedNumber.of(written)).map(SimulatedNumber::e164).contains("+447700900123");
  }

  @Test
  void proposedNumberIsAFreeOne() {
    for (int i = 0; i < 50; i++) {
      SimulatedNumber any = SimulatedNumber.any();
      assertThat(SimulatedNumber.of(any.toString())).isEqualTo(Optional.of(any));
    }
  }

  @Test
  void clockIsMovedOn() {
    Instant before = clock.instant();
    JsonNode time = json(Web.post(port, "/simulator/clock?advance=PT20H"));

    assertThat(Duration.between(before, Instant.parse(time.get("now").asString())))
        .isBetween(Duration.ofHours(20), Duration.ofHours(20).plusMinutes(1));
    assertThat(clock.instant()).isAfter(before.plus(Duration.ofHours(20)));
  }

  @Test
  void clockIsMovedToATimeOfDayInHampshire() {
    Instant before = clock.instant();
    JsonNode time = json(Web.post(port, "/simulator/clock?to=09:00"));
    Instant now = Instant.parse(time.get("now").asString());

    assertThat(now.atZone(SimulatorClock.HAMPSHIRE).toLocalTime())
        .isBetween(LocalTime.of(9, 0), LocalTime.of(9, 1));
    assertThat(now).isBetween(before, before.plus(Duration.ofHours(24)));
    assertThat(time.get("local").asString()).endsWith(", 09:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?advance=",
        "?advance=soon",
        "?advance=PT0S",
        "?advance=-PT1H",
        "?advance=P401D",
        "?advance=P9999999999999D",
        "?to=25:00",
        "?advance=PT1H&to=20:00"
      })
  void otherStepsAreBadRequests(String query) {
    Instant before = clock.instant();

    assertThat(Web.post(port, "/simulator/clock" + query).statusCode()).isEqualTo(400);
    assertThat(Duration.between(before, clock.instant())).isLessThan(Duration.ofMinutes(1));
  }

  private JsonNode sent(String text) {
    HttpResponse<String> response = Web.postJson(port, "/simulator/messages", text);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response);
  }

  private static JsonNode json(HttpResponse<String> response) {
    return JsonMapper.shared().readTree(response.body());
  }
}
