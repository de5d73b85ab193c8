package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage.OptOut;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebEdge.Demonstration
class SmsWebhookTests {
  @LocalServerPort int port;
  @Autowired FakeTurns turns;
  @Autowired MeterRegistry meters;

  @BeforeEach
  void start() {
    turns.answer("Ring 0300 000 0000.");
  }

  @Test
  void textIsTakenAndAnsweredAsTwiml() {
    HttpResponse<String> response = SignedText.saying("I look after my mum").post(port);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/xml;charset=UTF-8");
    TwimlTests.assertSame(
        "<Response><Message>Ring 0300 000 0000.</Message></Response>", response.body());
    assertThat(turns.only())
        .isEqualTo(
            new Received(
                new MessageId(SignedText.SID),
                Channel.SMS,
                Sender.MOBILE,
                Optional.of("+447700900123"),
                "I look after my mum",
                0,
                Optional.empty()));
  }

  @Test
  void severalTextsAndSilenceArePassedOn() {
    turns.answer("One.", "Two.");
    TwimlTests.assertSame(
        "<Response><Message>One.</Message><Message>Two.</Message></Response>",
        SignedText.saying("hello").post(port).body());

    turns.answer();
    TwimlTests.assertSame("<Response/>", SignedText.saying("hello").post(port).body());
  }

  @Test
  void sameMessageIsAnsweredWithTheSameWords() {
    turns.answer(received -> List.of("Answer " + turns.taken().size()));

    String first = SignedText.saying("hello").post(port).body();
    String again = SignedText.saying("hello").post(port).body();

    assertThat(again).isEqualTo(first).contains("Answer 1");
  }

  @Test
  void textByGetIsTakenToo() {
    HttpResponse<String> response = SignedText.saying("caf\u00e9 & cake").get(port);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(turns.only().utterance()).isEqualTo("caf\u00e9 & cake");
  }

  @ParameterizedTest
  @EnumSource
  void optOutThatTwilioRecognisedIsPassedOn(OptOut type) {
    SignedText.saying("stop").with("OptOutType", type.name()).post(port);

    assertThat(turns.only().optOut()).contains(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PAUSE"})
  void unknownOptOutIsIgnored(String type) {
    SignedText.saying("stop").with("OptOutType", type).post(port);

    assertThat(turns.only().optOut()).isEmpty();
  }

  @Test
  void emptyAndMissingBodiesAreTextsWithoutWords() {
    SignedText.saying("").post(port);
    SignedText.saying("").without("Body").post(port);

    assertThat(turns.taken()).extracting(Received::utterance).containsExactly("", "");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "10, 10", "' 2 ', 2", "-1, 0", "many, 0", "'', 0", "99999999999, 0"})
  void mediaAreCountedSafely(String sent, int counted) {
    SignedText.saying("").with("NumMedia", sent).post(port);

    assertThat(turns.only().mediaCount()).isEqualTo(counted);
  }

  @Test
  void newParametersAndSpacesBelongToTheSignature() {
    HttpResponse<String> response =
        SignedText.saying("  two spaces, a line\n and a + \t ")
            .with("NewThing", " value ")
            .with("Empty", "")
            .with("Na me", "\u00fc=&")
            .post(port);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(turns.only().utterance()).isEqualTo("  two spaces, a line\n and a + \t ");
  }

  @Test
  void nameThatComesTwiceIsSignedWithBothValues() {
    SignedText text = SignedText.saying("hello");
    // Twilio signs name and value for each distinct value in order.
    String signature = SignedText.saying("hello").with("Extra", "aExtrab").signature();

    HttpResponse<String> both = text.post(port, text.body() + "&Extra=b&Extra=a", signature);
    HttpResponse<String> forged = text.post(port, text.body() + "&Body=other", text.signature());

    assertThat(both.statusCode()).isEqualTo(200);
    assertThat(forged.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\ud83d\ude22 I can't cope",
        "\u0645\u0631\u062d\u0628\u0627",
        "z\u0142y dzie\u0144",
        "\u2018quoted\u2019 \u2013 \u2026"
      })
  void everyAlphabetArrivesAsWritten(String words) {
    assertThat(SignedText.saying(words).post(port).statusCode()).isEqualTo(200);
    assertThat(turns.only().utterance()).isEqualTo(words);
  }

  @Test
  void longTextIsCutForUnderstandingWithoutBreakingACharacter() {
    SignedText.saying("a".repeat(1599) + "\ud83d\ude00 and more").post(port);

    assertThat(turns.only().utterance()).isEqualTo("a".repeat(1599));
  }

  @Test
  void whoCannotBeReachedIsWithheld() {
    for (String from : List.of("anonymous", "+266696687", "85258", "ACME")) {
      turns.answer();
      SignedText.saying("hello").with("From", from).post(port);

      assertThat(turns.only().from()).as(from).isEqualTo(Sender.WITHHELD);
      assertThat(turns.only().e164()).as(from).isEmpty();
    }
  }

  @Test
  void landlineAndWhatsAppAreKnown() {
    SignedText.saying("hello").with("From", "+441632960123").post(port);
    SignedText.saying("hello").with("From", "whatsapp:+447700900123").post(port);

    assertThat(turns.taken())
        .extracting(Received::from)
        .containsExactly(Sender.LANDLINE, Sender.MOBILE);
    assertThat(turns.taken().getLast().e164()).contains("+447700900123");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From", "To"})
  void missingOrBlankFieldIsABadRequest(String name) {
    HttpResponse<String> missing = SignedText.saying("hello").without(name).post(port);
    HttpResponse<String> blank = SignedText.saying("hello").with(name, " ").post(port);

    assertThat(missing.statusCode()).isEqualTo(400);
    assertThat(blank.statusCode()).isEqualTo(400);
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void messageIdIsShortAndPrintable() {
    assertThat(SignedText.saying("hello").with("MessageSid", "S".repeat(64)).post(port))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    for (String sid : List.of("S".repeat(65), "SM\n1", "SM 1")) {
      assertThat(SignedText.saying("hello").with("MessageSid", sid).post(port).statusCode())
          .as(sid)
          .isEqualTo(400);
    }
  }

  @Test
  void statusIsNotedWithoutAnAnswer() {
    HttpResponse<String> response =
        SignedText.saying("").to("/twilio/status/sms").with("MessageStatus", "sent").post(port);

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void turnsAreTimedWithoutAnythingAboutTheCarer() {
    SignedText.saying("secret words").post(port);

    assertThat(
            meters
                .get("signpost.turns")
                .tag("channel", "sms")
                .tag("outcome", "answered")
                .timer()
                .count())
        .isPositive();
    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .noneMatch(id -> id.toString().contains("447700900123") || id.toString().contains("secret"))
        .noneMatch(id -> id.toString().contains(SignedText.SID));
  }
}
