package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carersignpost.channel.FakeReports;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.OutgoingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebEdge.Demonstration
class StatusWebhookTests {
  private static final String PATH = "/twilio/status/message";

  @LocalServerPort int port;
  @Autowired FakeReports reports;
  private final OutgoingId id = OutgoingId.make("somebody");

  @BeforeEach
  void start() {
    reports.clear();
  }

  @Test
  void statusOfATextGoesToTheOutbox() {
    SignedText status = status("undelivered").with("ErrorCode", "30003").to(PATH + "?text=" + id);

    assertThat(status.post(port).statusCode()).isEqualTo(204);
    assertThat(reports.taken())
        .containsExactly(
            new FakeReports.Report(id, SignedText.SID, "undelivered", Optional.of(30003)));
  }

  @Test
  void statusWithoutAnErrorHasNone() {
    assertThat(status("delivered").to(PATH + "?text=" + id).post(port).statusCode()).isEqualTo(204);
    assertThat(reports.taken())
        .containsExactly(new FakeReports.Report(id, SignedText.SID, "delivered", Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?text=", "?text=1", "?text=00ABCDEFGHIJKLMNOPQRSTUVWX", "?other=1"})
  void whatBelongsToNoTextIsIgnored(String query) {
    assertThat(status("delivered").to(PATH + query).post(port).statusCode()).isEqualTo(204);
    assertThat(reports.taken()).isEmpty();
  }

  @Test
  void statusOfAnAnswerGoesToItsConversation() {
    SignedText status =
        status("undelivered")
            .with("ErrorCode", "30003")
            .with("To", "+447700900123")
            .to(StatusWebhook.pathOfAnswers("SM12") + 1);

    assertThat(status.post(port).statusCode()).isEqualTo(204);
    assertThat(reports.ofAnswers())
        .containsExactly(
            new FakeReports.OfAnswer(
                "+447700900123", new MessageId("SM12"), 1, "undelivered", Optional.of(30003)));
  }

  @ParameterizedTest
  @CsvSource({"SM12, 10, +447700900123", "'', 0, +447700900123", "SM12, 0, anonymous"})
  void whatBelongsToNoAnswerIsIgnored(String message, String part, String to) {
    SignedText status =
        status("delivered").with("To", to).to(StatusWebhook.pathOfAnswers(message) + part);

    assertThat(status.post(port).statusCode()).isEqualTo(204);
    assertThat(reports.ofAnswers()).isEmpty();
  }

  @Test
  void textInTheFormIsNotTheOneInTheAddress() {
    SignedText status = status("delivered").with("text", id.value()).to(PATH);

    assertThat(status.post(port).statusCode()).isEqualTo(204);
    assertThat(reports.taken()).isEmpty();
  }

  @Test
  void addressOfAnotherTextIsRefused() {
    SignedText status = status("delivered").to(PATH + "?text=" + id);
    String signature = status.signature();
    status.to(PATH + "?text=" + OutgoingId.make("somebody"));

    assertThat(status.post(port, status.body(), signature).statusCode()).isEqualTo(403);
    assertThat(reports.taken()).isEmpty();
  }

  private static SignedText status(String word) {
    return SignedText.saying("").without("Body").with("MessageStatus", word);
  }
}
