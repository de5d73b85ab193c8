package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.carersignpost.channel.Web;
import org.carersignpost.channel.WebEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the page asks of the server where calls are concerned.
@WebEdge.Demonstration
class SimulatorCallsTests {
  @LocalServerPort int port;
  @Autowired Exchange exchange;

  @Test
  void callIsShownWithAllThatHappenedSince() {
    SimulatedCall call = waitingPhone();
    call.note("one");
    call.note("two");
    JsonNode view = json(Web.get(port, "/simulator/calls/" + call.sid() + "?after=1"));

    assertThat(view.at("/events/0/text").asString()).isEqualTo("two");
    assertThat(view.at("/events/0/n").asInt()).isEqualTo(2);
    assertThat(view.at("/events/0/kind").asString()).isEqualTo("note");
    assertThat(view.at("/last").asInt()).isEqualTo(2);
    assertThat(view.at("/state/kind").asString()).isEqualTo("ringing");
    assertThat(view.at("/state/keys").asBoolean(true)).isFalse();
    assertThat(json(Web.get(port, "/simulator/phones")).toString()).contains(call.sid());
  }

  @Test
  void phoneDoesOnlyWhatItCan() {
    SimulatedCall call = waitingPhone();
    String act = "/simulator/phones/" + call.sid() + "/do";

    assertThat(Web.postJson(port, act, "{\"keys\": \"1\"}").statusCode()).isEqualTo(409);
    JsonNode declined = json(Web.postJson(port, act, "{\"decline\": true}"));
    assertThat(declined.at("/state/kind").asString()).isEqualTo("ended");
    assertThat(declined.at("/status").asString()).isEqualTo("busy");
    assertThat(json(Web.postJson(port, act, "{\"hangup\": true}")).at("/status").asString())
        .isEqualTo("busy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"keys\": \"1\", \"silence\": true}",
        "{\"keys\": \"A\"}",
        "{\"keys\": \"\"}",
        "{\"words\": \" \"}",
        "{\"words\": \"hello\", \"confidence\": 2}",
        "{not json"
      })
  void nonsenseIsABadRequest(String done) {
    String act = "/simulator/calls/" + waitingPhone().sid() + "/do";

    assertThat(Web.postJson(port, act, done).statusCode()).isEqualTo(400);
  }

  @Test
  void unknownCallsAreGone() {
    assertThat(Web.get(port, "/simulator/calls/CA0").statusCode()).isEqualTo(404);
    assertThat(Web.postJson(port, "/simulator/calls/CA0/do", "{\"hangup\": true}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void onlyFreeNumbersRing() {
    for (String from : List.of("07912 345678", "", "anonymous")) {
      assertThat(
              Web.postJson(port, "/simulator/calls", "{\"from\": \"" + from + "\"}").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void withheldNumberIsAWordForTheService() {
    JsonNode view = json(Web.postJson(port, "/simulator/calls", "{\"from\": \"withheld\"}"));

    assertThat(view.at("/from").asString()).isEqualTo("number withheld");
    SimulatedCall call = exchange.find(view.at("/sid").asString()).orElseThrow();
    assertThat(call.form("AC").get("From")).isEqualTo("anonymous");
    call.hangUp("Enough.");
  }

  /// A phone that rings, with nothing behind it but the test.
  private SimulatedCall waitingPhone() {
    SimulatedNumber to = SimulatedNumber.any();
    return exchange.ringOut(to, "/none", "/none", Duration.ofMinutes(1));
  }

  private static JsonNode json(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(response.body());
  }
}
