package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.carersignpost.channel.FakeTurns;
import org.carersignpost.channel.WebEdge;
import org.carersignpost.channel.twilio.TwilioSignatures;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Spoken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebEdge.Demonstration
class VoiceWebhookTests {
  /// Something to say, and a question after it.
  static final Spoken LISTENS =
      new Spoken(
          List.of(),
          List.of("Ring 0300 555 1386."),
          List.of("What else?"),
          new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.ORDINARY));

  @LocalServerPort int port;
  @Autowired FakeTurns turns;
  @Autowired MeterRegistry meters;

  @BeforeEach
  void start() {
    turns.speak(LISTENS);
  }

  @Test
  void callIsTakenAndAnsweredAsTwiml() {
    HttpResponse<String> response = SignedCall.ringing().post(port);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/xml;charset=UTF-8");
    assertThat(TwimlRules.broken(response.body())).isEmpty();
    assertThat(response.body())
        .contains("action=\"/twilio/voice/" + SignedCall.SID + "/1\"", "hints=\"dementia,Alton\"");
    assertThat(turns.only())
        .isEqualTo(
            new Received(
                new MessageId(SignedCall.SID + ":0"),
                Channel.VOICE,
                Sender.MOBILE,
                Optional.of("+447700900123"),
                "",
                0,
                Optional.empty(),
                Optional.of(new CallStep(SignedCall.SID, 0, new Heard.Began()))));
  }

  @Test
  void wordsOfAStepArePassedOnAndLeadToTheNext() {
    HttpResponse<String> response =
        SignedCall.step(3)
            .with("SpeechResult", "I need a break.")
            .with("Confidence", "0.81")
            .post(port);

    assertThat(response.body()).contains("/twilio/voice/" + SignedCall.SID + "/4");
    assertThat(turns.only().utterance()).isEqualTo("I need a break.");
    assertThat(turns.only().id()).isEqualTo(new MessageId(SignedCall.SID + ":3"));
    assertThat(heard()).isEqualTo(new Heard.Words(OptionalDouble.of(0.81)));
  }

  @Test
  void callByGetIsTakenToo() {
    HttpResponse<String> response =
        SignedCall.step(1).with("SpeechResult", "caf\u00e9 & cake").get(port);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(turns.only().utterance()).isEqualTo("caf\u00e9 & cake");
  }

  @Test
  void sameStepGetsTheVerySameDocument() {
    turns.answer(received -> List.of("Answer " + turns.taken().size()));

    String first = SignedCall.step(1).with("Digits", "1").post(port).body();
    String again = SignedCall.step(1).with("Digits", "1").post(port).body();

    assertThat(again).isEqualTo(first).contains("Answer 1");
  }

  @Test
  void withoutARightSignatureNothingHappens() {
    SignedCall call = SignedCall.step(1).with("Digits", "1");
    String ofAnotherStep = SignedCall.step(2).with("Digits", "1").signature();
    String ofAnotherKey = SignedCall.step(1).with("Digits", "2").signature();

    for (HttpResponse<String> response :
        List.of(
            call.post(port, null),
            call.post(port, "nonsense"),
            call.post(port, ofAnotherStep),
            call.post(port, ofAnotherKey),
            SignedCall.to("/twilio/voice/fallback").post(port, ofAnotherStep),
            SignedCall.to("/twilio/status/call").post(port, ofAnotherStep))) {
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(response.body()).hasSizeLessThan(100).doesNotContain("Response");
    }
    assertThat(turns.taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CallSid", "From", "To"})
  void missingOrBlankFieldIsABadRequest(String name) {
    for (String path :
        List.of(
            "/twilio/voice",
            "/twilio/voice/" + SignedCall.SID + "/1",
            "/twilio/voice/" + SignedCall.SID + "/1/wait/call-back/30",
            "/twilio/voice/fallback")) {
      assertThat(SignedCall.to(path).without(name).post(port).statusCode()).as(path).isEqualTo(400);
      assertThat(SignedCall.to(path).with(name, " ").post(port).statusCode())
          .as(path)
          .isEqualTo(400);
    }
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void stepOfAnotherCallIsABadRequest() {
    for (String path : List.of("/twilio/voice/CA1/1", "/twilio/voice/CA1/1/wait/call-back/30")) {
      assertThat(SignedCall.to(path).with("Digits", "1").post(port).statusCode())
          .as(path)
          .isEqualTo(400);
    }
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void callIdIsShortAndPlain() {
    assertThat(SignedCall.ringing().with("CallSid", "CA_-9").post(port).statusCode())
        .isEqualTo(200);
    assertThat(SignedCall.ringing().with("CallSid", "C".repeat(64)).post(port).statusCode())
        .isEqualTo(200);
    for (String sid :
        List.of("C".repeat(65), "CA 1", "CA\n1", "CA/../1", "CA\"><Hangup/>", "CA\u00e9", "CA:1")) {
      assertThat(SignedCall.ringing().with("CallSid", sid).post(port).statusCode())
          .as(sid)
          .isEqualTo(400);
    }
    assertThat(SignedCall.to("/twilio/voice/CA%201/1").with("CallSid", "CA 1").post(port))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "99999", "one", "1.5"})
  void stepThatCannotBeIsNotFound(String number) {
    String path = "/twilio/voice/" + SignedCall.SID + "/" + number;

    assertThat(SignedCall.to(path).post(port).statusCode()).isEqualTo(404);
    assertThat(turns.taken()).isEmpty();
  }

  @Test
  void longSpeechIsCutAndTooLongOneRefused() {
    String words = "well it all began when mum fell in the kitchen ";

    assertThat(SignedCall.step(1).with("SpeechResult", words.repeat(1_000)).post(port).statusCode())
        .isEqualTo(200);
    assertThat(turns.only().utterance()).startsWith(words).hasSize(1_600);

    turns.speak(LISTENS);
    assertThat(SignedCall.step(1).with("SpeechResult", words.repeat(2_000)).post(port).statusCode())
        .isEqualTo(413);
    assertThat(turns.taken()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0.92, 0.92", "0, 0", "1, 1", "1.0, 1", "0.000000000000000001, 1e-18"})
  void confidenceIsPassedOn(String sent, double read) {
    SignedCall.step(1).with("SpeechResult", "hello").with("Confidence", sent).post(port);

    assertThat(heard()).isEqualTo(new Heard.Words(OptionalDouble.of(read)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NaN", "1e3", "-0.5", "1.5", "0,9", ".9", "high", "Infinity"})
  void oddConfidenceIsNone(String sent) {
    SignedCall.step(1).with("SpeechResult", "hello").with("Confidence", sent).post(port);

    assertThat(heard()).isEqualTo(new Heard.Words(OptionalDouble.empty()));
  }

  @Test
  void missingConfidenceIsNone() {
    SignedCall.step(1).with("SpeechResult", "hello").post(port);

    assertThat(heard()).isEqualTo(new Heard.Words(OptionalDouble.empty()));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "'*', '*'", "'#', '#'", "7623, 7623", "12*, 12*"})
  void keysArePassedOn(String sent, String read) {
    SignedCall.step(1).with("Digits", sent).post(port);

    assertThat(heard()).isEqualTo(new Heard.Keys(read));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1 2", "12a", "hangup", "+1", "\u0661"})
  void oddKeysAreNone(String sent) {
    SignedCall.step(1).with("Digits", sent).post(port);

    assertThat(heard()).isEqualTo(new Heard.Nothing());
  }

  @Test
  void manyKeysAreCut() {
    SignedCall.step(1).with("Digits", "1".repeat(5_000)).post(port);

    assertThat(heard()).isEqualTo(new Heard.Keys("1".repeat(20)));
  }

  @Test
  void keysCountBeforeWords() {
    SignedCall.step(1).with("Digits", "2").with("SpeechResult", "hello").post(port);

    assertThat(heard()).isEqualTo(new Heard.Keys("2"));
    assertThat(turns.only().utterance()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void blankWordsAreSilence(String sent) {
    SignedCall.step(1).with("SpeechResult", sent).with("Confidence", "0.0").post(port);

    assertThat(heard()).isEqualTo(new Heard.Nothing());
  }

  @Test
  void endOfWaitingIsTold() {
    assertThat(afterWaiting("bridged")).isEqualTo(new Heard.Left(Heard.Left.How.TALKED));
    assertThat(afterWaiting("hangup")).isEqualTo(new Heard.Ended());
    for (String result : List.of("leave", "queue-full", "system-error", "error", "", "new")) {
      assertThat(afterWaiting(result))
          .as(result)
          .isEqualTo(new Heard.Left(Heard.Left.How.UNREACHED));
    }
  }

  @Test
  void recordingIsTold() {
    SignedCall.step(5)
        .with("RecordingSid", "RE0123456789abcdef0123456789abcdef")
        .with("RecordingUrl", "https://api.twilio.com/RE0123456789abcdef0123456789abcdef")
        .with("RecordingDuration", "12")
        .with("Digits", "hangup")
        .post(port);

    assertThat(heard()).isEqualTo(new Heard.Recorded("RE0123456789abcdef0123456789abcdef", 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "many", "1234567"})
  void oddLengthOfARecordingIsNone(String sent) {
    SignedCall.step(5).with("RecordingSid", "RE1").with("RecordingDuration", sent).post(port);

    assertThat(heard()).isEqualTo(new Heard.Recorded("RE1", 0));
  }

  @Test
  void onlySomeKeysEndWaiting() {
    String wait = "/twilio/voice/" + SignedCall.SID + "/4/wait/call-back";
    turns.speak(new Spoken(List.of(), List.of(), List.of(), new Spoken.Then.Leave()));
    for (String key : List.of("5", "0", "12", "*", "")) {
      String twiml = SignedCall.to(wait + "/30").with("Digits", key).post(port).body();
      assertThat(twiml).as(key).contains(">" + wait + "</Redirect>");
      assertThat(TwimlRules.brokenWhileWaiting(twiml)).isEmpty();
    }
    assertThat(turns.taken()).isEmpty();

    assertThat(SignedCall.to(wait + "/30").with("Digits", "1").post(port).body())
        .contains("<Leave");
    assertThat(turns.only().id()).isEqualTo(new MessageId(SignedCall.SID + ":4:waiting-30"));
  }

  @Test
  void noSocketOpensUnlessAnOperatorWantsIt() {
    String path = "/twilio/voice/" + SignedCall.SID + "/relay";
    String signature =
        new TwilioSignatures("wss://text.example.org", WebEdge.TOKEN).sign(path, Map.of());

    assertThatThrownBy(() ->
            HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("X-Twilio-Signature", signature)
                .buildAsync(
                    URI.create("ws://localhost:" + port + path), new WebSocket.Listener() {})
                .join())
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(404));
  }

  @Test
  void whoWaitsKeepsTheirPlaceWhateverFails() {
    turns.answer(received -> {
      throw new IllegalStateException("no");
    });
    String wait = "/twilio/voice/" + SignedCall.SID + "/4/wait/nothing";
    assertThat(SignedCall.to(wait + "/30").with("SpeechResult", "hello").post(port).body())
        .contains(">" + wait + "</Redirect>");
  }

  @Test
  void noOtherChoiceThanThreeIsKnownWhileWaiting() {
    String wait = "/twilio/voice/" + SignedCall.SID + "/4/wait/";
    assertThat(SignedCall.to(wait + "anything").post(port).statusCode()).isEqualTo(400);
    assertThat(SignedCall.to(wait + "anything/30").with("Digits", "1").post(port).statusCode())
        .isEqualTo(400);
    assertThat(SignedCall.to(wait + "call-back-or-text").post(port).statusCode()).isEqualTo(200);
  }

  @Test
  void failedEndOfASocketIsTakenAgain() {
    String body =
        SignedCall.to("/twilio/voice/fallback")
            .with(
                "ErrorUrl", WebEdge.PUBLIC_URL + "/twilio/voice/" + SignedCall.SID + "/relay/ended")
            .with("HandoffData", "{\"step\":7,\"words\":\"a person please\"}")
            .post(port)
            .body();
    assertThat(turns.only().id()).isEqualTo(new MessageId(SignedCall.SID + ":7"));
    assertThat(turns.only().utterance()).isEqualTo("a person please");
    assertThat(body).contains("voice=\"woman\"", "/twilio/voice/" + SignedCall.SID + "/8");
  }

  @Test
  void failedDocumentIsSaidAgainByTheVoiceThatIsAlwaysThere() {
    HttpResponse<String> response =
        SignedCall.to("/twilio/voice/fallback")
            .with("ErrorCode", "13520")
            .with("ErrorUrl", WebEdge.PUBLIC_URL + "/twilio/voice/" + SignedCall.SID + "/3?x=1")
            .with("SpeechResult", "hello")
            .post(port);

    assertThat(turns.only().id()).isEqualTo(new MessageId(SignedCall.SID + ":3"));
    assertThat(heard()).isEqualTo(new Heard.Words(OptionalDouble.empty()));
    assertThat(response.body())
        .contains("voice=\"woman\"", "/twilio/voice/" + SignedCall.SID + "/4")
        .doesNotContain("Polly");
    assertThat(TwimlRules.broken(response.body())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        WebEdge.PUBLIC_URL + "/twilio/voice",
        WebEdge.PUBLIC_URL + "/twilio/voice/CA1/99999",
        "https://other.example.org/else"
      })
  void failedBeginningIsTheBeginningOnceMore(String url) {
    SignedCall.to("/twilio/voice/fallback").with("ErrorUrl", url).post(port);

    assertThat(turns.only().id()).isEqualTo(new MessageId(SignedCall.SID + ":0"));
    assertThat(heard()).isEqualTo(new Heard.Began());
  }

  @Test
  void failureBecomesAKindSentenceAndTheEndOfTheCall() {
    for (Throwable failure :
        List.of(new IllegalStateException("secret words"), new StackOverflowError())) {
      turns.answer(received -> {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      });
      for (SignedCall call :
          List.of(
              SignedCall.ringing(),
              SignedCall.step(2).with("SpeechResult", "hello"),
              SignedCall.to("/twilio/voice/fallback"))) {
        HttpResponse<String> response = call.post(port);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(TwimlRules.broken(response.body())).isEmpty();
        assertThat(response.body())
            .contains("9 9 9", "1 1 6", "voice=\"woman\"", "<Hangup")
            .doesNotContain("secret", "Exception");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "unknown",
        "restricted",
        "unavailable",
        "+266696687",
        "+86282452253",
        "+8656696",
        "+2562533",
        "+7378742833",
        "266696687",
        "sip:someone@example.org",
        "client:someone"
      })
  void hiddenNumberIsNoNumber(String from) {
    SignedCall.ringing().with("From", from).post(port);

    assertThat(turns.only().from()).isEqualTo(Sender.WITHHELD);
    assertThat(turns.only().e164()).isEmpty();
  }

  @Test
  void landlineIsKnown() {
    SignedCall.ringing().with("From", "+441632960123").post(port);

    assertThat(turns.only().from()).isEqualTo(Sender.LANDLINE);
    assertThat(turns.only().e164()).contains("+441632960123");
  }

  @Test
  void stepsAreTimedWithoutAnythingAboutTheCaller() {
    SignedCall.step(1).with("SpeechResult", "secret words").post(port);

    assertThat(
            meters
                .get("signpost.turns")
                .tag("channel", "voice")
                .tag("outcome", "answered")
                .timer()
                .count())
        .isPositive();
    assertThat(meters.getMeters())
        .extracting(Meter::getId)
        .noneMatch(id -> id.toString().contains("447700900123") || id.toString().contains("secret"))
        .noneMatch(id -> id.toString().contains(SignedCall.SID));
  }

  private Heard heard() {
    return turns.only().call().orElseThrow().heard();
  }

  private Heard afterWaiting(String result) {
    turns.speak(LISTENS);
    SignedCall.step(4).with("QueueResult", result).with("QueueTime", "30").post(port);
    return heard();
  }
}
