package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One fault in the files that all others refer to, and how it is named.
class CommonFilesTests {
  private static final String TAXONOMY = "taxonomy.yaml";
  private static final String AREAS = "areas.csv";
  private static final String PLACES = "places.csv";
  private static final String SYNONYMS = "synonyms.txt";
  private static final String PROMPTS = "prompts/en.yaml";

  private final Path folder;

  CommonFilesTests(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Problem> broken(String file, String old, String changed) {
    return new SmallKnowledgeBase(folder).change(file, old, changed).problems();
  }

  @Test
  void soundKnowledgeBaseHasNoFault() {
    assertThat(new SmallKnowledgeBase(folder).problems()).isEmpty();
  }

  @Test
  void conditionPointsToATopic() {
    assertThat(broken(TAXONOMY, "topic: breaks", "topic: brakes"))
        .containsExactly(
            new Problem(TAXONOMY, "conditions[0].topic", "brakes is not one of the topics"));
  }

  @Test
  void topicIsThereOnce() {
    assertThat(broken(TAXONOMY, "id: domestic-abuse", "id: crisis"))
        .containsExactly(new Problem(TAXONOMY, "topics[2].id", "crisis is there twice"));
  }

  @Test
  void idHasNoCapitals() {
    assertThat(broken(TAXONOMY, "id: mother,", "id: Mother,"))
        .containsExactly(
            new Problem(TAXONOMY, "relations[0].id", "Mother is not small letters with hyphens"));
  }

  @Test
  void labelKeepsToTheAlphabetOfTexts() {
    assertThat(broken(TAXONOMY, "label: a break", "label: a “break”"))
        .containsExactly(
            new Problem(TAXONOMY, "topics[0].label", "has characters that texts cannot carry: “”"));
  }

  @Test
  void misspeltKeyOfATopicIsNamed() {
    assertThat(broken(TAXONOMY, "label: a break", "lable: a break"))
        .contains(new Problem(TAXONOMY, "topics[0].lable", "is not a field we know"));
  }

  @Test
  void areaLiesInAKnownArea() {
    assertThat(broken(AREAS, "district,Westshire", "district,Eastshire"))
        .containsExactly(new Problem(AREAS, "Westbury", "lies in an area that is not in the file"));
  }

  @Test
  void areaHasACode() {
    assertThat(broken(AREAS, "E07000099", "E7"))
        .containsExactly(new Problem(AREAS, "line 4", "code: E7 is not a code like E07000094"));
  }

  @Test
  void areaIsThereOnce() {
    assertThat(broken(AREAS, "Westbury,E07000099", "Westbury,E10000099"))
        .containsExactly(new Problem(AREAS, "line 4", "Westbury or its code is there twice"));
  }

  @Test
  void areaDoesNotLieInItself() {
    assertThat(broken(AREAS, "nation,,", "nation,England,"))
        .contains(new Problem(AREAS, "England", "lies in itself"));
  }

  @Test
  void lineOfATableHasAllValues() {
    assertThat(broken(AREAS, "district,Westshire,,", "district,Westshire,"))
        .contains(new Problem(AREAS, "line 4", "has 5 values instead of 6"));
  }

  @Test
  void wayInIsAService() {
    assertThat(broken(AREAS, "listening-line", "listening"))
        .containsExactly(new Problem(AREAS, "England", "listening is not a service"));
  }

  @Test
  void placeLiesInAKnownArea() {
    assertThat(broken(PLACES, "Westbury,place,Westbury", "Westbury,place,Eastbury"))
        .containsExactly(
            new Problem(PLACES, "line 2", "Westbury lies in Eastbury, not in areas.csv"));
  }

  @Test
  void placeAcrossTheBorderLiesInOneKnownArea() {
    assertThat(broken(PLACES, "Westbury;Eastshire", "Eastshire"))
        .containsExactly(
            new Problem(PLACES, "line 3", "XX1 lies in no area of areas.csv, so it is outside"));
  }

  @Test
  void placeIsThereOnce() {
    assertThat(broken(PLACES, "XX1", "westbury"))
        .containsExactly(new Problem(PLACES, "line 3", "westbury is there twice"));
  }

  @Test
  void placeOutsideHasACouncil() {
    assertThat(broken(PLACES, "\"Eastshire, Old Town and Docks Council\"", ""))
        .containsExactly(new Problem(PLACES, "line 4", "Eastbury has no council to ask"));
  }

  @Test
  void quotationMarkHasAPartner() {
    assertThat(broken(PLACES, "Docks Council\"", "Docks Council"))
        .containsExactly(new Problem(PLACES, "line 4", "has a quotation mark without its partner"));
  }

  @Test
  void synonymHasAPartner() {
    assertThat(broken(SYNONYMS, "respite, break\n", "respite\n"))
        .containsExactly(new Problem(SYNONYMS, "respite", "is neither a, b nor a => b"));
  }

  @Test
  void promptHasASpokenForm() {
    assertThat(
            broken(
                PROMPTS,
                "notice.first: { text: Words., speech: Words. }",
                "notice.first: { text: Words. }"))
        .contains(new Problem(PROMPTS, "notice.first.speech", "is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notice.first", "risk.possible"})
  void whatIsSentBesideAnAnswerIsOneTextMessage(String prompt) {
    assertThat(
            broken(
                PROMPTS, prompt + ": { text: Words.", prompt + ": { text: " + "Word ".repeat(33)))
        .containsExactly(
            new Problem(PROMPTS, prompt + ".text", "takes 2 text messages, at most 1 are sent"));
  }

  @Test
  void promptKeepsToTheAlphabetOfTexts() {
    assertThat(broken(PROMPTS, "more.none: { text: Words.", "more.none: { text: Words…"))
        .containsExactly(
            new Problem(PROMPTS, "more.none.text", "has characters that texts cannot carry: …"));
  }

  @Test
  void promptOffersNoOptOutWord() {
    assertThat(broken(PROMPTS, "more.none: { text: Words.", "more.none: { text: Text YES or MORE."))
        .containsExactly(
            new Problem(
                PROMPTS,
                "more.none.text",
                "offers a word that phone networks act on, such as STOP, YES or HELP"));
  }

  @Test
  void numberInAPromptIsOneOfAService() {
    assertThat(
            broken(PROMPTS, "more.none: { text: Words.", "more.none: { text: Ring 0300 555 1386."))
        .containsExactly(
            new Problem(
                PROMPTS, "more.none.text", "0300 555 1386 is not a number of any service here"));
  }

  @Test
  void noticeMayNameTheWordThatStops() {
    assertThat(broken(PROMPTS, "notice.first: { text: Words.", "notice.first: { text: Text STOP."))
        .isEmpty();
  }

  @Test
  void promptThatTheDialogueUsesIsThere() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    small.change(PROMPTS, "notice.first: { text: Words., speech: Words. }", "");

    assertThat(small.problems())
        .containsExactly(new Problem("prompts", "", "no form for the prompts [notice.first]"));
  }

  @Test
  void promptIsInOneFile() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    small.add("prompts/risk.yaml", "notice.first: { text: Words., speech: Words. }");

    assertThat(small.problems())
        .containsExactly(
            new Problem("prompts/risk.yaml", "notice.first", "is in another file too"));
  }

  @Test
  void fileThatWouldBeOverlookedIsRefused() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder).add("services/new.jsn", "{}");

    assertThat(small.problems())
        .containsExactly(new Problem("services/new.jsn", "", "does not end in .json"));
  }

  @Test
  void missingAreasAreOneFaultAndNotAThousand() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    small.delete(AREAS);

    assertThat(small.problems()).containsExactly(new Problem(AREAS, "", "is missing"));
  }

  @Test
  void missingTaxonomyIsOneFaultAndNotAThousand() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    small.delete(TAXONOMY);

    assertThat(small.problems()).containsExactly(new Problem(TAXONOMY, "", "is missing"));
  }
}
