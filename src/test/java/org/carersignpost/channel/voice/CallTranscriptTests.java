package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Plays every call of `transcripts/calls`: understood by the model, decided by the dialogue, made
/// into TwiML that Twilio takes.
///
/// With `-Dtranscripts.record=true` what is heard is written into the files instead, to be reviewed
/// as copy.
class CallTranscriptTests {
  private static final int FEWEST_CALLS = 60;

  @Test
  void thereAreCallsOfEveryKind() {
    assertThat(CallScript.files()).hasSizeGreaterThanOrEqualTo(FEWEST_CALLS);
  }

  @TestFactory
  Stream<DynamicTest> everyCallIsHeardAsItIsWritten() {
    return CallScript.files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString().replace(".txt", "").replace('-', ' '),
                () -> play(file)));
  }

  private static void play(Path file) throws Exception {
    CallScript script = CallScript.read(file);
    String played =
        new PlayedCalls<>(script, new CoreLine(), TestPhone::rings, CallTranscriptTests::check)
            .played()
            .write();
    if (Boolean.getBoolean("transcripts.record")) {
      Files.writeString(file, played);
    } else {
      assertThat(played).isEqualTo(script.write());
    }
  }

  private static void check(TestPhone phone) {
    if (!phone.isOver()) {
      assertThat(TwimlRules.broken(phone.twiml())).as(phone.twiml()).isEmpty();
      assertThat(phone.again()).as("the same step once more").isEqualTo(phone.twiml());
    }
  }
}
