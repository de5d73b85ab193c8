package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Phones;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Calls whose talk goes over Twilio's websocket.
class ConversationRelayTests {
  private static final VoiceProperties BY_SOCKET =
      new VoiceProperties(
          "Polly.Amy-Neural",
          "experimental_conversations",
          true,
          Duration.ofMinutes(3),
          Duration.ofMinutes(2));

  private static final ForTheEar EAR = new ForTheEar(CoreLine.diction());

  private static final int FEWEST_CALLS = 60;

  /// The network does not say over the socket how sure it is of the words.
  private static List<Path> wellHeard() {
    return CallScript.files().stream()
        .filter(file -> !CallScript.readable(file).isHalfHeard())
        .toList();
  }

  @Test
  void mostCallsAreWellHeard() {
    assertThat(wellHeard()).hasSizeGreaterThanOrEqualTo(FEWEST_CALLS);
  }

  @TestFactory
  Stream<DynamicTest> everyCallIsHeardAsByDocuments() {
    return wellHeard().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString().replace(".txt", "").replace('-', ' '),
                () -> play(CallScript.readable(file))));
  }

  private static void play(CallScript script) {
    PlayedCalls<RelayPhone> calls =
        new PlayedCalls<>(script, line(), RelayPhone::rings, ConversationRelayTests::check);
    assertThat(calls.played().write()).isEqualTo(script.write());
  }

  /// What was decided is what was said.
  private static void check(RelayPhone phone) {
    assertThat(phone.heard()).isNotEmpty();
    List<String> question = phone.decided().question();
    if (!phone.isByDocuments() && !question.isEmpty()) {
      assertThat(phone.heard().getLast().path("token").asString())
          .endsWith(EAR.text(List.of(question.getLast())));
    }
  }

  @Test
  void numbersAreSaidDigitByDigitAndNothingCutsThemOff() {
    RelayPhone phone = rings();
    phone.says("i am so tired of it all and need help with the blue badge", "0.9");

    JsonNode last = phone.heard().getLast();
    assertThat(last.path("token").asString()).containsPattern("\\d \\d \\d \\d, \\d");
    assertThat(last.path("interruptible").asBoolean()).isTrue();
    assertThat(phone.heard())
        .allSatisfy(message -> assertThat(message.path("preemptible").asBoolean()).isFalse());
  }

  @Test
  void safetyIsSaidToTheEnd() {
    RelayPhone phone = rings();
    phone.says("i want to kill myself tonight", "0.9");

    List<JsonNode> firm =
        phone.heard().stream()
            .filter(message -> !message.path("interruptible").asBoolean())
            .toList();
    assertThat(firm).hasSize(1);
    assertThat(firm.getFirst().path("token").asString()).contains("9 9 9", "1 1 6");
    assertThat(phone.isByDocuments()).isFalse();
  }

  @Test
  void dangerWithSomebodyToRingIsSaidByTheDocumentThatRings() {
    RelayPhone phone =
        RelayPhone.rings(line().phones(new Phones(true, false)), "CA1", "+447700900123");
    phone.says("i want to kill myself tonight", "0.9");

    assertThat(phone.isByDocuments()).isTrue();
    assertThat(phone.twiml()).contains("1 1 6", "<Enqueue ");
    assertThat(phone.twiml().indexOf("1 1 6")).isLessThan(phone.twiml().indexOf("<Enqueue "));
  }

  @Test
  void whoIsStillSpeakingIsWaitedFor() {
    RelayPhone phone = rings();
    int before = phone.heard().size();
    phone.tells(RelayPhone.message("prompt").put("voicePrompt", "my wife").put("last", false));
    assertThat(phone.heard()).hasSize(before);
    phone.tells(
        RelayPhone.message("prompt")
            .put("voicePrompt", "my wife has dementia and we live in Alton")
            .put("last", true));
    assertThat(phone.heard()).hasSizeGreaterThan(before);
  }

  @Test
  void silenceBeginsWhenOurWordsHaveBeenSaid() {
    RelayPhone phone = rings();
    Duration whole = phone.patience();
    // The greeting takes longer than eight seconds to say.
    assertThat(whole).isGreaterThan(Duration.ofSeconds(16));
    phone.tells(RelayPhone.message("interrupt").put("utteranceUntilInterrupt", "Hello, this is"));
    assertThat(phone.patience()).isEqualTo(Duration.ofSeconds(8));
    phone.saysNothing();
    assertThat(phone.heard().getLast().path("token").asString()).contains("own words");
  }

  @Test
  void whoSpeaksAtTheLastMomentHasNotBeenSilent() {
    RelayPhone phone = rings();
    Runnable silence = phone.silence();
    phone.says("what is this", "0.9");
    int before = phone.heard().size();
    silence.run();
    assertThat(phone.heard()).hasSize(before);
  }

  @Test
  void keysOfAPostcodeAreGathered() {
    RelayPhone phone = rings();
    phone.says("help with my mums shopping", "0.9").presses("4");
    int before = phone.heard().size();
    for (String key : List.of("7", "6", "2", "3")) {
      phone.tells(RelayPhone.message("dtmf").put("digit", key));
    }
    assertThat(phone.heard()).hasSize(before);
    // No hash comes, but a pause.
    phone.saysNothing();
    assertThat(phone.heard()).hasSizeGreaterThan(before);
  }

  @Test
  void callGoesOnByDocumentsWhenTheSocketIsLost() {
    RelayPhone phone = rings();
    phone.says("my wife has dementia and we live in Alton", "0.9");
    int number = phone.heard().size();
    phone.losesSocket();

    assertThat(TwimlRules.broken(phone.twiml())).isEmpty();
    assertThat(phone.twiml()).contains("<Gather ", "/twilio/voice/CA1/3");
    phone.presses("1");
    assertThat(phone.heard()).hasSize(number);
  }

  @Test
  void callBeginsByDocumentsWhenNoSocketCouldBeOpened() {
    CoreLine line = line();
    TestPhone phone = TestPhone.rings(line, "CA9", "+447700900123");
    assertThat(phone.words()).isEmpty();
    phone.socketEnds(Map.of("SessionStatus", "failed", "ErrorCode", "64102"));

    assertThat(phone.words()).contains("this is Carer Signpost");
    assertThat(phone.listens()).isTrue();
  }

  @Test
  void whoHangsUpIsAskedNothingMore() {
    CoreLine line = line();
    RelayPhone phone = RelayPhone.rings(line, "CA1", "+447700900123");
    phone.hangsUp();
    Map<String, String> form =
        Map.of(
            "CallSid", "CA1",
            "From", "+447700900123",
            "To", "+447700900000",
            "CallStatus", "completed",
            "SessionStatus", "completed");
    assertThat(line.post("/twilio/voice/CA1/relay/ended", form)).contains("<Response/>");
    assertThat(line.conversationOf("+447700900123").calling().call()).isEmpty();
  }

  @Test
  void socketOfAnotherCallIsRefused() {
    CoreLine line = line();
    RelayPhone phone = RelayPhone.rings(line, "CA1", "+447700900123");
    assertThat(phone.isRefused()).isFalse();
    RelayPhone other = RelayPhone.opens(line, "CA2", "+447700900124");
    other.tells(RelayPhone.setup("CA1", "+447700900124"));

    assertThat(other.isRefused()).isTrue();
    assertThat(other.heard()).isEmpty();
    other.tells(RelayPhone.setup("CA2", "+447700900124"));
    assertThat(other.heard()).isEmpty();
  }

  @Test
  void socketOverWhichNothingComesIsClosed() {
    RelayPhone phone = RelayPhone.opens(line(), "CA1", "+447700900123");
    phone.saysNothing();
    assertThat(phone.isRefused()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "{",
        "[]",
        "{\"type\": 1}",
        "{\"type\": \"unheard-of\", \"x\": {}}",
        "{\"type\": \"dtmf\"}",
        "{\"type\": \"dtmf\", \"digit\": \"A\"}",
        "{\"type\": \"prompt\"}",
        "{\"type\": \"prompt\", \"voicePrompt\": \"  \", \"last\": true}",
        "{\"type\": \"interrupt\"}",
        "{\"type\": \"error\", \"description\": \"Invalid message received\"}"
      })
  void oddMessagesBreakNothing(String message) {
    RelayPhone phone = rings();
    int before = phone.heard().size();
    phone.tells(message);
    assertThat(phone.heard()).hasSize(before);
    assertThat(phone.isRefused()).isFalse();

    phone.says("what is this", "0.9");
    assertThat(phone.heard()).hasSizeGreaterThan(before);
  }

  @Test
  void whateverComesBeforeTheSetupIsLeftAlone() {
    RelayPhone phone = RelayPhone.opens(line(), "CA1", "+447700900123");
    phone.tells(RelayPhone.message("dtmf").put("digit", "1"));
    assertThat(phone.heard()).isEmpty();
  }

  private static RelayPhone rings() {
    return RelayPhone.rings(line(), "CA1", "+447700900123");
  }

  private static CoreLine line() {
    return new CoreLine(CoreLine.diction(), BY_SOCKET);
  }
}
