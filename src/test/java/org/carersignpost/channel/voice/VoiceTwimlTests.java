package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carersignpost.channel.Diction;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Spoken;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Words in, documents out; the documents stand in `src/test/resources/twiml`.
///
/// With `-Dtranscripts.record=true` they are written anew, to be reviewed.
class VoiceTwimlTests {
  private static final Path FOLDER = Path.of("src/test/resources/twiml");
  private static final StepAddress NEXT = new StepAddress("CA0123456789abcdef0123456789abcdef", 2);
  private static final WaitAddress WAIT = new WaitAddress(NEXT, Spoken.Instead.CALL_BACK);
  private static final String VOICE = "Polly.Amy-Neural";

  private static final Diction DICTION =
      new Diction() {
        @Override
        public String pronounced(String sentence) {
          return sentence.replace("Fareham", "Fairum");
        }

        @Override
        public List<String> hints() {
          return List.of("dementia", "Carer's Allowance", "Fareham");
        }
      };

  private static final VoiceTwiml TWIML =
      new VoiceTwiml(
          DICTION,
          new VoiceProperties(
              VOICE,
              "experimental_conversations",
              false,
              Duration.ofMinutes(3),
              Duration.ofMinutes(2)));

  private static final List<String> ASK_NEED =
      List.of("What do you need help with? Tell me in your own words, or press 1 for a list.");
  private static final List<String> SERVICE =
      List.of(
          "Citizens Advice Fareham. It is open now, until 3.30pm. The number is 0808 278 7964."
              + " Once more: 0808 278 7964. The call is free.");
  private static final List<String> ASK_SERVICE =
      List.of("To hear that again, press 1.", "For the next one, press 2.");
  private static final Spoken.Then LISTEN =
      new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.ORDINARY);

  private static Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    documents.put(
        "greeting",
        document(said(List.of("Hello, in an emergency, hang up and ring 999."), ASK_NEED, LISTEN)));
    documents.put("one-service", document(said(SERVICE, ASK_SERVICE, LISTEN)));
    documents.put(
        "slow",
        document(
            said(SERVICE, ASK_SERVICE, new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.SLOW))));
    documents.put(
        "relay",
        document(
            said(List.of(), ASK_NEED, new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.RELAY))));
    documents.put(
        "several-keys",
        document(
            said(
                List.of(),
                List.of("Key in the first half of your postcode. Then press the hash key."),
                new Spoken.Then.Listen(Spoken.Keys.SEVERAL, Call.Pace.ORDINARY))));
    documents.put(
        "danger",
        document(
            new Spoken(
                List.of("Call 999 now.", "The Samaritans are on 116 123."),
                List.of("To hear the numbers again, press 9."),
                ASK_SERVICE,
                LISTEN)));
    documents.put(
        "danger-and-hold",
        document(
            new Spoken(
                List.of("Call 999 now."),
                List.of("I am ringing a person for you now."),
                List.of(),
                new Spoken.Then.Hold("carers", Priority.CRISIS, Spoken.Instead.CALL_BACK))));
    documents.put(
        "hold",
        document(
            said(
                List.of("I am ringing the carers' team for you."),
                List.of(),
                new Spoken.Then.Hold(
                    "carers", Priority.NORMAL, Spoken.Instead.CALL_BACK_OR_TEXT))));
    documents.put("leave", document(said(List.of(), List.of(), new Spoken.Then.Leave())));
    documents.put("wait-on", TWIML.waitOn(WAIT));
    documents.put(
        "wait",
        TWIML.waiting(
            said(List.of("You are next."), List.of("To be rung back, press 1."), LISTEN),
            WAIT,
            Duration.ofSeconds(35)));
    documents.put(
        "wait-no-more",
        TWIML.waiting(
            said(List.of(), List.of(), new Spoken.Then.Leave()), WAIT, Duration.ofMinutes(3)));
    documents.put(
        "danger-while-waiting",
        TWIML.afterWaiting(
            new Spoken(
                List.of("Call 999 now."),
                List.of("I am ringing a person for you now."),
                List.of(),
                new Spoken.Then.Hold("carers", Priority.CRISIS, Spoken.Instead.CALL_BACK)),
            WAIT));
    documents.put(
        "take-message",
        document(
            new Spoken(
                List.of("You can leave a message after the tone. In danger, ring 999."),
                List.of(),
                List.of(),
                new Spoken.Then.TakeMessage())));
    documents.put(
        "hang-up",
        document(said(List.of("Goodbye & take care."), List.of(), new Spoken.Then.HangUp())));
    documents.put(
        "free-voice",
        TWIML.document(said(SERVICE, ASK_SERVICE, LISTEN), NEXT, VoiceProperties.FREE_VOICE));
    documents.put("sorry", TWIML.sorry(VoiceWebhook.SORRY));
    return documents;
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentIsAsItIsWritten() {
    return documents().entrySet().stream()
        .map(each ->
            DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getKey(), each.getValue())));
  }

  @Test
  void everyDocumentIsOneThatTwilioTakes() {
    documents()
        .forEach((name, twiml) ->
            assertThat(
                    name.equals("leave") || name.contains("wait")
                        ? TwimlRules.brokenWhileWaiting(twiml)
                        : TwimlRules.broken(twiml))
                .as(name)
                .isEmpty());
  }

  @Test
  void noDocumentIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".xml", "")))
          .containsExactlyInAnyOrderElementsOf(documents().keySet());
    }
  }

  @Test
  void sameWordsMakeTheSameDocument() {
    assertThat(documents()).isEqualTo(documents());
  }

  @Test
  void longWordsAreDividedBetweenSentences() {
    String sentence = "This sentence is said again and again. ";
    String twiml =
        document(said(List.of(sentence.repeat(100).strip()), List.of(), new Spoken.Then.HangUp()));

    assertThat(twiml.split("<Say ", -1)).hasSize(4);
    assertThat(TestPhone.parsed(twiml).getElementsByTagName("Say").item(0).getTextContent())
        .hasSizeLessThanOrEqualTo(VoiceTwiml.MOST_CHARACTERS)
        .endsWith("again.");
  }

  @Test
  void whateverACallerSaidIsNoMarkup() {
    String twiml =
        document(
            said(
                List.of("You said <Hangup/> ]]> & \"quoted\" \u0000\u0007 \ud83d\ude00 {when}."),
                ASK_NEED,
                LISTEN));

    assertThat(TwimlRules.broken(twiml)).isEmpty();
    assertThat(TestPhone.parsed(twiml).getElementsByTagName("Hangup").getLength()).isZero();
  }

  private static Spoken said(List<String> words, List<String> question, Spoken.Then then) {
    return new Spoken(List.of(), words, question, then);
  }

  private static String document(Spoken spoken) {
    return TWIML.document(spoken, NEXT, VOICE);
  }

  private static void compare(String name, String twiml) throws IOException {
    Path file = FOLDER.resolve(name + ".xml");
    String indented = indented(twiml.replaceAll("hints=\"[^\"]+\"", "hints=\"...\""));
    if (Boolean.getBoolean("transcripts.record")) {
      Files.writeString(file, indented);
    } else {
      assertThat(indented).isEqualTo(Files.readString(file));
    }
  }

  /// One element a line, its attributes in the order in which they are sent.
  private static String indented(String twiml) {
    StringBuilder lines = new StringBuilder();
    int depth = 0;
    for (String line : twiml.replace("><", ">\n<").split("\n", -1)) {
      if (line.startsWith("</")) {
        depth--;
      }
      lines.append("  ".repeat(depth)).append(line).append('\n');
      boolean isOpen = !line.startsWith("<?") && !line.contains("</") && !line.endsWith("/>");
      if (isOpen) {
        depth++;
      }
    }
    return lines.toString();
  }
}
