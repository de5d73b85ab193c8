package org.carersignpost.knowledge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.carersignpost.knowledge.files.SmallKnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One thing wrong in a sound knowledge base, and how the gate names it.
class GateChecksTests {
  private static final String PROMPTS = "prompts/en.yaml";
  private static final String GUIDE = "guides/time-off.md";
  private static final String RIVERSIDE = "services/riverside-carers.json";
  private static final String LISTENING = "services/listening-line.json";

  /// Each of its words is plain, but there are too many in the sentence.
  private static final String LONG_SENTENCE =
      "You can ask us " + "for some time off and for a hand with the bath and ".repeat(4) + "more.";

  private static final String HARD_SENTENCE =
      "Eligibility determination necessitates comprehensive multidisciplinary documentation of"
          + " individual circumstances, incorporating considerable additional supplementary"
          + " information regarding accommodation, financial responsibility and occupational"
          + " rehabilitation.";

  private final SmallKnowledgeBase small;

  GateChecksTests(@TempDir Path folder) {
    small = new SmallKnowledgeBase(folder);
  }

  private List<Finding> found(Rule rule) {
    return PublishGate.check(small.draft(), SmallKnowledgeBase.TODAY).findings().stream()
        .filter(finding -> finding.rule() == rule)
        .toList();
  }

  private void prompt(String key, String text, String speech) {
    small.change(
        PROMPTS,
        key + ": { text: Words., speech: Words. }",
        "%s: { text: \"%s\", speech: \"%s\" }".formatted(key, text, speech));
  }

  private static void assertOne(List<Finding> found, Severity severity, String where) {
    assertThat(found)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.severity()).isEqualTo(severity);
          assertThat(finding.where()).isEqualTo(where);
          assertThat(finding.wrong()).isNotBlank();
          assertThat(finding.right()).isNotBlank();
        });
  }

  @Test
  void soundKnowledgeBaseHasNoErrors() {
    assertThat(PublishGate.check(small.draft(), SmallKnowledgeBase.TODAY).errors()).isEmpty();
  }

  @Test
  void faultOfTheReaderIsAnErrorAndTheRestIsCheckedAllTheSame() {
    small
        .change(GUIDE, "id: time-off", "id: timeoff")
        .change(GUIDE, "Ask Riverside", HARD_SENTENCE);

    assertOne(found(Rule.FAULT), Severity.ERROR, GUIDE + ": id");
    assertThat(found(Rule.READING_AGE)).isNotEmpty();
  }

  @Test
  void optOutWordAsAChoiceIsAnError() {
    prompt("more.none", "Text YES or MORE.", "Words.");

    assertOne(found(Rule.FAULT), Severity.ERROR, PROMPTS + ": more.none.text");
  }

  @Test
  void numberThatCannotBeDialledIsAnError() {
    small.change(LISTENING, "\"116123\"", "\"01962 12\"");

    assertThat(found(Rule.FAULT))
        .anyMatch(finding -> finding.where().equals(LISTENING + ": phones[0].number"));
  }

  @Test
  void bracesThatNobodyFillsAreAnError() {
    prompt("place.noted", "Thank you, I noted {palce}.", "I noted {place}.");
    prompt("greet.hello", "Hello {name", "Hello.");

    assertThat(found(Rule.PROMPTS))
        .extracting(Finding::where)
        .containsExactly(PROMPTS + ": greet.hello.text", PROMPTS + ": place.noted.text");
  }

  @Test
  void promptThatIsTooLongOnlyWithTheLongestNamesInItIsAnError() {
    prompt("place.noted", "{place} ".repeat(20) + "a".repeat(150), "Words.");

    assertOne(found(Rule.SEGMENTS), Severity.ERROR, PROMPTS + ": place.noted.text");
  }

  @Test
  void safetyReplyThatLeavesNoRoomForTheTeamsHoursIsAWarning() {
    prompt("risk.next_closed", "They are next here {when}.", "Words.");
    small.add(
        "prompts/risk.yaml",
        "risk.suicide: { text: \"%s\", speech: Words. }"
            .formatted("Call 999. ".repeat(44).strip()));

    assertOne(found(Rule.SEGMENTS), Severity.WARNING, "prompts/risk.yaml: risk.suicide.text");
  }

  @Test
  void dangerWithoutAReplyIsAnError() {
    small
        .add("risk/suicide.yaml", "kind: suicide\nreply: risk.suicide\n")
        .add("prompts/risk.yaml", "risk.suicide: { text: Call 999., speech: Call 999. }");

    assertOne(found(Rule.PROMPTS), Severity.ERROR, "prompts: numbers.suicide");
  }

  @Test
  void promptThatNothingSaysIsAWarning() {
    small
        .add("risk/suicide.yaml", "kind: suicide\nreply: risk.suicide\n")
        .add(
            "prompts/risk.yaml",
            """
            risk.suicide: { text: Call 999., speech: Call 999. }
            numbers.suicide: { speech: Once more. 999. }
            call.old: { speech: Nobody hears this. }
            """);

    assertOne(found(Rule.PROMPTS), Severity.WARNING, "prompts/risk.yaml: call.old");
  }

  @Test
  void lineOfAServiceThatLeavesNoRoomForTheWayOnIsAnError() {
    String address = "https://listening.example.org/" + "a".repeat(230);
    small.change(LISTENING, "\"voice\"", "\"textphone\"");
    small.change(LISTENING, "\"phones\"", "\"url\": \"%s\", \"phones\"".formatted(address));

    assertOne(found(Rule.SEGMENTS), Severity.ERROR, LISTENING + ": signpost.text");
  }

  @Test
  void lineOfAServiceThatLeavesNoRoomForAQuestionIsAWarning() {
    String address = "https://listening.example.org/" + "a".repeat(80);
    prompt("answer.ask_place", "a".repeat(200), "Words.");
    small.change(LISTENING, "\"voice\"", "\"textphone\"");
    small.change(LISTENING, "\"phones\"", "\"url\": \"%s\", \"phones\"".formatted(address));

    assertOne(found(Rule.SEGMENTS), Severity.WARNING, LISTENING + ": alternate_name");
  }

  @Test
  void longSpeechIsAWarningAndEndlessSpeechAnError() {
    prompt("greet.hello", "Hello.", "word ".repeat(60).strip());
    prompt("more.none", "Words.", "word ".repeat(120).strip());

    assertThat(found(Rule.SPOKEN_LENGTH))
        .extracting(Finding::severity, Finding::where)
        .containsExactly(
            tuple(Severity.ERROR, PROMPTS + ": more.none.speech"),
            tuple(Severity.WARNING, PROMPTS + ": greet.hello.speech"));
  }

  @Test
  void longSentencesAreAWarningAndHardWordsAnError() {
    prompt("greet.hello", LONG_SENTENCE, "Words.");
    small.change(GUIDE, "Anybody may ask.", HARD_SENTENCE);

    assertThat(found(Rule.READING_AGE))
        .extracting(Finding::where)
        .contains(PROMPTS + ": greet.hello.text", GUIDE + ": body");
    assertThat(found(Rule.READING_AGE).getFirst().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void fewHardWordsAreJudgedTogetherWithOthers() {
    prompt("greet.hello", "Eligibility necessitates documentation.", "Words.");

    assertThat(found(Rule.READING_AGE)).isEmpty();
  }

  @Test
  void manyShortTextsOfHardWordsAreAnErrorTogether() {
    small.add(
        "prompts/more.yaml",
        """
        reply.a: { text: Eligibility necessitates documentation., speech: Ask. }
        reply.b: { text: Occupational rehabilitation information., speech: Ask. }
        reply.c: { text: Additional supplementary accommodation., speech: Ask. }
        reply.d: { text: Multidisciplinary financial responsibility., speech: Ask. }
        reply.e: { text: Comprehensive individual determination., speech: Ask. }
        reply.f: { text: Considerable administrative complexity., speech: Ask. }
        reply.g: { text: International organisational cooperation., speech: Ask. }
        """);

    assertOne(found(Rule.READING_AGE), Severity.ERROR, "prompts/more.yaml: short texts together");
  }

  @Test
  void oldFactsAreAWarningAndNewOnesAreNot() {
    assertThat(found(Rule.FRESHNESS))
        .extracting(Finding::where)
        .contains(LISTENING + ": assured_date")
        .doesNotContain(RIVERSIDE + ": assured_date");
  }

  @Test
  void whoCheckedAGuideIsKnownOnceItStandsThere() {
    assertThat(found(Rule.ASSURER)).extracting(Finding::where).contains(GUIDE + ": assurer");

    small.change(GUIDE, "sources:", "assured_date: 2026-02-01\nassurer: Carers' team\nsources:");

    assertThat(found(Rule.ASSURER)).extracting(Finding::where).doesNotContain(GUIDE + ": assurer");
    assertThat(found(Rule.FRESHNESS))
        .extracting(Finding::where)
        .doesNotContain(GUIDE + ": assured_date");
  }

  @Test
  void guideIsNotCheckedInTheFuture() {
    small.change(GUIDE, "sources:", "assured_date: 2026-03-03\nsources:");

    assertOne(found(Rule.FAULT), Severity.ERROR, GUIDE + ": assured_date");
  }

  @Test
  void whoeverCheckedSaysWhen() {
    small.change(GUIDE, "sources:", "assurer: Carers' team\nsources:");

    assertOne(found(Rule.FAULT), Severity.ERROR, GUIDE + ": assured_date");
  }

  @Test
  void numberOfTwoOrganisationsIsAWarning() {
    small.change(RIVERSIDE, "+448081570123", "116123").change(GUIDE, "0808 157 0123", "116 123");

    assertThat(found(Rule.TWICE)).isEmpty();
    small.change(LISTENING, "\"name\": \"Riverside\"", "\"name\": \"Listeners\"");

    assertOne(found(Rule.TWICE), Severity.WARNING, LISTENING + ": phones");
  }

  @Test
  void sameNameAndNumberIsAnError() {
    small
        .change(RIVERSIDE, "+448081570123", "116123")
        .change(GUIDE, "0808 157 0123", "116 123")
        .change(
            RIVERSIDE,
            "\"alternate_name\": \"Riverside Carers\"",
            "\"alternate_name\": \"Listening line\"");

    assertThat(found(Rule.TWICE).getFirst().severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void serviceThatOnlyATextphoneReachesIsAWarning() {
    assertThat(found(Rule.REACHED)).isEmpty();

    small.change(LISTENING, "\"voice\"", "\"textphone\"");

    assertOne(found(Rule.REACHED), Severity.WARNING, LISTENING + ": phones");
  }

  @Test
  void hoursThatAreOverAreAWarning() {
    assertThat(found(Rule.OVER)).isEmpty();

    small.change(RIVERSIDE, "\"valid_to\": \"2026-12-31\"", "\"valid_to\": \"2026-01-31\"");

    assertOne(found(Rule.OVER), Severity.WARNING, RIVERSIDE + ": schedules[0].valid_to");
  }

  @Test
  void guideThatLeadsToAServiceThatIsNotOfferedIsAWarning() {
    small.change(LISTENING, "\"active\"", "\"defunct\"");

    assertThat(found(Rule.OVER))
        .extracting(Finding::where)
        .containsExactly(GUIDE + ": services[1]", LISTENING + ": status");
  }

  @Test
  void needThatOnlyANationalServiceMeetsIsAWarning() {
    assertThat(found(Rule.COVERAGE))
        .extracting(Finding::where)
        .contains("taxonomy.yaml: domestic-abuse")
        .doesNotContain("taxonomy.yaml: breaks");
  }

  @Test
  void agesCountWhatIsOffered() {
    Ages ages = PublishGate.check(small.draft(), SmallKnowledgeBase.TODAY).ages();

    assertThat(ages.summary())
        .isEqualTo("fresh: 1, ageing: 0, unassured: 1, low confidence: 0, without a number: 0");
    assertThat(ages.byAge())
        .containsEntry("3 months or newer", 1)
        .containsEntry("no known date", 1);
  }
}
