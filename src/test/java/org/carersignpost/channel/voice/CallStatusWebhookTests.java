package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.NobodyToRing;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.MessageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebEdge.Demonstration
class CallStatusWebhookTests {
  @LocalServerPort int port;
  @Autowired FakeTurns turns;
  @Autowired NobodyToRing people;

  @BeforeEach
  void start() {
    turns.speak(VoiceWebhookTests.LISTENS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "busy", "failed", "no-answer", "canceled"})
  void endOfACallIsTakenOnce(String status) {
    HttpResponse<String> response = ended(status).post(port);
    ended(status).post(port);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(turns.taken())
        .extracting(Received::id)
        .containsOnly(new MessageId(SignedCall.SID + ":0:ended"));
    assertThat(turns.taken().getFirst().call().orElseThrow().heard()).isEqualTo(new Heard.Ended());
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "initiated", "ringing", "in-progress", "", "new"})
  void callThatGoesOnHasNotEnded(String status) {
    assertThat(ended(status).post(port).statusCode()).isEqualTo(204);
    assertThat(turns.taken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "completed, true",
    "busy, true",
    "failed, true",
    "no-answer, true",
    "canceled, true",
    "initiated, false",
    "ringing, false",
    "in-progress, false"
  })
  void staffPhoneThatRingsNoMoreIsTold(String status, boolean isOver) {
    String path = "/twilio/status/ring/" + SignedCall.SID + "/" + status + "-ring";
    assertThat(SignedCall.to(path).with("CallStatus", status).post(port).statusCode())
        .isEqualTo(204);
    assertThat(people.told().contains(SignedCall.SID + " rang out " + status + "-ring"))
        .isEqualTo(isOver);
    assertThat(SignedCall.to(path).post(port, "AAAA").statusCode()).isEqualTo(403);
  }

  @Test
  void endThatWasNotKeptIsAskedForAgain() {
    turns.answer(received -> {
      throw new IllegalStateException("no");
    });

    assertThat(ended("completed").post(port).statusCode()).isEqualTo(503);
  }

  private static SignedCall ended(String status) {
    return SignedCall.to("/twilio/status/call")
        .with("CallStatus", status)
        .with("CallDuration", "42");
  }
}
