package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.carersignpost.channel.FakeReports;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.outbox.OutgoingId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
