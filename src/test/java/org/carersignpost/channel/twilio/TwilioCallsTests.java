package org.carersignpost.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carersignpost.channel.twilio.StandInTwilioCalls.Asked;
import org.carersignpost.channel.twilio.StandInTwilioCalls.Fate;
import org.carersignpost.handoff.PhoneCarrier.Recording;
import org.carersignpost.handoff.PhoneCarrier.Rung;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallsTests {
  private static final String OURS = "+447700900042";
  private static final String THEIRS = "+447700900123";
  private static final String CALL = "CA0123456789abcdef0123456789abcdef";
  private static final String RECORDING = "RE0123456789abcdef0123456789abcdef";
  private static final String CREDENTIALS =
      StandInTwilioCalls.basic(StandInTwilioCalls.ACCOUNT, StandInTwilioCalls.TOKEN);
  private static final String MP3 = "audio/mpeg";
  private static final byte[] SOUND = {'I', 'D', '3', 4, 0, -1, -2};
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Test
  void phoneIsRungAsTwilioDescribesIt() {
    try (var twilio = new StandInTwilioCalls()) {
      Rung rung =
          calls(twilio.url())
              .ring(
                  THEIRS,
                  "/twilio/voice/ring/CA12/0-1?a=1&b=£",
                  "/twilio/status/ring",
                  Duration.ofSeconds(25));

      assertThat(twilio.asked())
          .containsExactly(
              new Asked(
                  "POST",
                  "/Calls.json",
                  CREDENTIALS,
                  Map.of(
                      "To",
                      List.of(THEIRS),
                      "From",
                      List.of(OURS),
                      "Url",
                      List.of("https://ring.example.org/twilio/voice/ring/CA12/0-1?a=1&b=£"),
                      "Method",
                      List.of("POST"),
                      "StatusCallback",
                      List.of("https://ring.example.org/twilio/status/ring"),
                      "Timeout",
                      List.of("25"))));
      assertThat(twilio.calls())
          .singleElement()
          .satisfies(sid -> assertThat(rung).isEqualTo(new Rung.Ringing(sid)));
    }
  }

  @Test
  void ringingAgainIsAnotherCall() {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url());

      assertThat(ring(calls)).isNotEqualTo(ring(calls));
      assertThat(twilio.calls()).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211",
    "400, 21216",
    "401, 20003",
    "403, 20003",
    "404, 20404",
  })
  void refusalKeepsItsCode(int status, int code) {
    try (var twilio = new StandInTwilioCalls(Fate.error(status, code))) {
      assertThat(ring(calls(twilio.url()))).isEqualTo(new Rung.Refused(code));
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @Test
  void wrongTokenIsRefused() {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url(), "another token", PATIENCE);

      assertThat(ring(calls)).isEqualTo(new Rung.Refused(20003));
      assertThat(twilio.calls()).isEmpty();
    }
  }

  /// The SDK's own client sends again on any 5xx, and the client below it on 429 and 503.
  @ParameterizedTest
  @CsvSource({
    "408, 20408",
    "429, 20429",
    "500, 20500",
    "502, 0",
    "503, 20503",
    "504, 20504",
  })
  void phoneIsNotRungTwiceThoughTwilioIsInTrouble(int status, int code) {
    try (var twilio = new StandInTwilioCalls(Fate.error(status, code))) {
      assertThat(ring(calls(twilio.url()))).isEqualTo(new Rung.Unknown());
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @Test
  void phoneIsNotRungTwiceThoughTheAnswerIsLostOrLate() throws Exception {
    try (var broken = new StandInTwilioCalls(new Fate.Broken());
        var brokenOff = new StandInTwilioCalls(new Fate.BrokenOff("application/json", SOUND, 99));
        var silent = new StandInTwilioCalls(new Fate.Silent())) {
      assertThat(ring(calls(broken.url()))).isEqualTo(new Rung.Unknown());
      assertThat(ring(calls(brokenOff.url()))).isEqualTo(new Rung.Unknown());
      assertThat(ring(hurried(silent.url()))).isEqualTo(new Rung.Unknown());
      assertThat(broken.asked()).hasSize(1);
      assertThat(brokenOff.asked()).hasSize(1);
      assertThat(silent.awaitAsked()).hasSize(1);
    }
  }

  @Test
  void ringingIsUnknownIfTwilioWasNeverReached() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    TwilioCalls nobody = calls("http://localhost:" + free);

    assertThat(ring(nobody)).isEqualTo(new Rung.Unknown());
    nobody.hangUp(CALL);
    assertThat(nobody.recording(RECORDING)).isEmpty();
    assertThat(nobody.erase(RECORDING)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200, ''",
    "201, ''",
    "201, null",
    "201, []",
    "201, {}",
    "201, '{\"sid\": null}'",
    "201, '{\"sid\": \"../Messages\"}'",
    "201, '{\"sid\": \"CA0123'",
    "201, <html>Welcome</html>",
    "302, ''",
    "400, ''",
    "400, null",
    "400, {}",
    "400, '{\"code\": \"wrong\"}'",
    "500, <html>Sorry</html>",
  })
  void answerThatMakesNoSenseIsUnknown(int status, String body) {
    try (var twilio = new StandInTwilioCalls(Fate.json(status, body))) {
      assertThat(ring(calls(twilio.url()))).isEqualTo(new Rung.Unknown());
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @Test
  void callIsEndedOnceAndThenLeftAlone() {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url());
      String sid = ((Rung.Ringing) ring(calls)).callSid();

      calls.hangUp(sid);

      assertThat(twilio.calls()).isEmpty();
      assertThat(twilio.asked().getLast())
          .isEqualTo(
              new Asked(
                  "POST",
                  "/Calls/" + sid + ".json",
                  CREDENTIALS,
                  Map.of("Status", List.of("completed"))));

      calls.hangUp(sid);
      calls.hangUp(CALL);

      assertThat(twilio.asked()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 429, 500, 503})
  void hangingUpInVainIsHarmless(int status) {
    try (var twilio = new StandInTwilioCalls(Fate.error(status, 20_000 + status))) {
      calls(twilio.url()).hangUp(CALL);

      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @Test
  void hangingUpWithoutAnAnswerIsHarmless() throws Exception {
    try (var broken = new StandInTwilioCalls(new Fate.Broken());
        var silent = new StandInTwilioCalls(new Fate.Silent());
        var garbage = new StandInTwilioCalls(Fate.json(200, "null"))) {
      calls(broken.url()).hangUp(CALL);
      hurried(silent.url()).hangUp(CALL);
      calls(garbage.url()).hangUp(CALL);

      assertThat(broken.asked()).hasSize(1);
      assertThat(silent.awaitAsked()).hasSize(1);
      assertThat(garbage.asked()).hasSize(1);
    }
  }

  @Test
  void recordingIsFetchedWithCredentials() {
    try (var twilio = new StandInTwilioCalls()) {
      String sid = twilio.keep(SOUND);

      assertThat(calls(twilio.url()).recording(sid))
          .hasValueSatisfying(recording -> {
            assertThat(recording.sound()).isEqualTo(SOUND);
            assertThat(recording.mediaType()).isEqualTo(MP3);
          });
      assertThat(twilio.asked())
          .containsExactly(new Asked("GET", "/Recordings/" + sid + ".mp3", CREDENTIALS, Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "audio/mpeg, audio/mpeg",
    "audio/x-wav, audio/x-wav",
    "Audio/MPEG; charset=binary, audio/mpeg",
  })
  void mediaTypeIsThatOfTheAnswer(String sent, String expected) {
    try (var twilio = new StandInTwilioCalls(new Fate.Answered(200, sent, SOUND))) {
      assertThat(calls(twilio.url()).recording(RECORDING).map(Recording::mediaType))
          .contains(expected);
    }
  }

  @Test
  void recordingThatIsNotThereYetIsEmpty() {
    try (var twilio = new StandInTwilioCalls()) {
      assertThat(calls(twilio.url()).recording(RECORDING)).isEmpty();
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  /// What was kept as a carer's message would be erased at Twilio.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/html; charset=utf-8",
        "application/octet-stream",
        "text/plain; name=audio/mpeg",
        "audio",
        "audio/",
        "audio/mpeg, text/html",
        "nonsense",
      })
  void answerThatIsNoSoundIsNoRecording(String type) {
    try (var twilio = new StandInTwilioCalls(new Fate.Answered(200, type, SOUND))) {
      assertThat(calls(twilio.url()).recording(RECORDING)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204})
  void emptyAnswerIsNoRecording(int status) {
    try (var twilio = new StandInTwilioCalls(new Fate.Answered(status, MP3, new byte[0]))) {
      assertThat(calls(twilio.url()).recording(RECORDING)).isEmpty();
    }
  }

  @Test
  void recordingMayBeLargeButNotFarTooLarge() {
    try (var large = new StandInTwilioCalls(new Fate.Answered(200, MP3, new byte[MOST_BYTES]));
        var tooLarge =
            new StandInTwilioCalls(new Fate.Answered(200, MP3, new byte[MOST_BYTES + 1]));
        var endless = new StandInTwilioCalls(new Fate.Endless(MP3))) {
      assertThat(calls(large.url()).recording(RECORDING))
          .hasValueSatisfying(recording -> assertThat(recording.sound()).hasSize(MOST_BYTES));
      assertThat(calls(tooLarge.url()).recording(RECORDING)).isEmpty();
      assertThat(calls(endless.url()).recording(RECORDING)).isEmpty();
    }
  }

  @Test
  void halfARecordingIsNone() {
    try (var twilio = new StandInTwilioCalls(new Fate.BrokenOff(MP3, SOUND, SOUND.length + 1))) {
      assertThat(calls(twilio.url()).recording(RECORDING)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void credentialsGoToNoOtherHost(int status) {
    try (var other = new StandInTwilioCalls(new Fate.Answered(200, MP3, SOUND));
        var twilio = new StandInTwilioCalls(new Fate.SentOn(status, other.url()))) {
      TwilioCalls calls = calls(twilio.url());

      assertThat(calls.recording(RECORDING)).isEmpty();
      assertThat(calls.erase(RECORDING)).isFalse();
      assertThat(ring(calls)).isEqualTo(new Rung.Unknown());
      calls.hangUp(CALL);

      assertThat(twilio.asked()).hasSize(4);
      assertThat(other.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 429, 500, 503})
  void recordingThatCannotBeHadNowIsEmpty(int status) {
    try (var twilio =
        new StandInTwilioCalls(new Fate.Answered(status, MP3, "Sorry".getBytes(UTF_8)))) {
      assertThat(calls(twilio.url()).recording(RECORDING)).isEmpty();
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @Test
  void recordingWithoutAnAnswerIsEmptyAndNotErased() {
    try (var broken = new StandInTwilioCalls(new Fate.Broken());
        var silent = new StandInTwilioCalls(new Fate.Silent())) {
      assertThat(calls(broken.url()).recording(RECORDING)).isEmpty();
      assertThat(calls(broken.url()).erase(RECORDING)).isFalse();
      assertThat(hurried(silent.url()).recording(RECORDING)).isEmpty();
      assertThat(hurried(silent.url()).erase(RECORDING)).isFalse();
    }
  }

  @Test
  void recordingIsErasedAndStaysSo() {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url());
      String sid = twilio.keep(SOUND);

      assertThat(calls.erase(sid)).isTrue();
      assertThat(twilio.isKept(sid)).isFalse();
      assertThat(calls.recording(sid)).isEmpty();
      assertThat(calls.erase(sid)).isTrue();
      assertThat(twilio.asked().getFirst())
          .isEqualTo(new Asked("DELETE", "/Recordings/" + sid + ".json", CREDENTIALS, Map.of()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, 20001",
    "401, 20003",
    "429, 20429",
    "500, 20500",
    "503, 20503",
  })
  void recordingIsNotErasedUnlessTwilioSaysSo(int status, int code) {
    try (var twilio = new StandInTwilioCalls(Fate.error(status, code))) {
      assertThat(calls(twilio.url()).erase(RECORDING)).isFalse();
      assertThat(twilio.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "CA",
        "RE0123",
        "../Messages/SM0123456789abcdef0123456789abcdef",
        "CA0123456789abcdef0123456789abcdef/../../Messages",
        "RE0123456789abcdef0123456789abcdef/../../Messages",
        "RE0123456789abcdef0123456789abcdef%2F..",
        "RE0123456789abcdef0123456789abcdef?x=",
        "RE0123456789abcdef0123456789abcdef#",
        "RE0123456789abcdef0123456789abcdef\r\nX: y",
        "RE0123456789abcdef0123456789abcdef\n",
        "XX0123456789abcdef0123456789abcdef",
      })
  void whatIsNoSidIsNeverPartOfAnAddress(String sid) {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url());

      calls.hangUp(sid);
      assertThat(calls.recording(sid)).isEmpty();
      assertThat(calls.erase(sid)).isFalse();

      assertThat(twilio.asked()).isEmpty();
    }
  }

  @Test
  void callIsNoRecordingAndRecordingNoCall() {
    try (var twilio = new StandInTwilioCalls()) {
      TwilioCalls calls = calls(twilio.url());

      calls.hangUp(RECORDING);
      assertThat(calls.recording(CALL)).isEmpty();
      assertThat(calls.erase(CALL)).isFalse();

      assertThat(twilio.asked()).isEmpty();
    }
  }

  private static Rung ring(TwilioCalls calls) {
    return calls.ring(
        THEIRS, "/twilio/voice/ring/CA12/1", "/twilio/status/ring", Duration.ofSeconds(25));
  }

  private static TwilioCalls calls(String url) {
    return calls(url, StandInTwilioCalls.TOKEN, PATIENCE);
  }

  /// One that soon gives up.
  private static TwilioCalls hurried(String url) {
    return calls(url, StandInTwilioCalls.TOKEN, Duration.ofMillis(300));
  }

  private static TwilioCalls calls(String url, String token, Duration answer) {
    return new TwilioCalls(
        new TwilioTexts.Account(
            StandInTwilioCalls.ACCOUNT, token, OURS, url, "https://ring.example.org"),
        Duration.ofSeconds(2),
        answer);
  }
}
