package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.util.List;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.dialogue.Gsm7;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A bug becomes a kind sentence and one line in the log.
@WebEdge.Demonstration
class SmsFailureTests {
  private static final String WORDS = "my husband hit me";

  @LocalServerPort int port;
  @Autowired FakeTurns turns;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void failWithTheCarersWords() {
    turns.answer(received -> {
      throw new IllegalStateException(
          received.utterance(), new IllegalArgumentException(received.e164().toString()));
    });
    logged.start();
    root.addAppender(logged);
  }

  @AfterEach
  void stopListening() {
    root.detachAppender(logged);
  }

  @Test
  void carerGetsAKindSentenceWith999() {
    HttpResponse<String> response = SignedText.saying(WORDS).post(port);

    assertThat(response.statusCode()).isEqualTo(200);
    TwimlTests.assertSame(
        "<Response><Message>" + SmsWebhook.SORRY + "</Message></Response>", response.body());
    assertThat(SmsWebhook.SORRY).contains("999");
    assertThat(Gsm7.isGsm7(SmsWebhook.SORRY)).isTrue();
    assertThat(Gsm7.segments(SmsWebhook.SORRY)).isEqualTo(1);
  }

  @Test
  void oneErrorIsLoggedWithTheMessageIdAndNothingOfTheCarer() {
    SignedText.saying(WORDS).post(port);

    assertThat(logged.list)
        .filteredOn(event -> event.getLevel() == Level.ERROR)
        .singleElement()
        .satisfies(event -> {
          assertThat(event.getFormattedMessage()).contains(SignedText.SID);
          assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
              .contains("IllegalStateException", "IllegalArgumentException", "FakeTurns");
        });
    assertThat(logged.list)
        .extracting(event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                    ? ""
                    : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .noneMatch(line -> line.contains(WORDS) || line.contains("7700900123"));
  }

  @Test
  void failureThatIsNoExceptionIsAnsweredToo() {
    turns.answer(received -> {
      throw new StackOverflowError();
    });

    assertThat(SignedText.saying(WORDS).post(port).body()).contains("999");
  }

  @Test
  void nothingIsSentWhereItCannotArriveOrTwilioHasAnswered() {
    for (SignedText text :
        List.of(
            SignedText.saying(WORDS).with("From", "anonymous"),
            SignedText.saying("STOP").with("OptOutType", "STOP"))) {
      TwimlTests.assertSame("<Response/>", text.post(port).body());
    }
  }
}
