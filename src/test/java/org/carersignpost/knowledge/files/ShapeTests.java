package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that do not have the shape of their records.
class ShapeTests {
  private static final String RIVERSIDE = "services/riverside-carers.json";
  private static final String LISTENING = "services/listening-line.json";

  private final Path folder;

  ShapeTests(@TempDir Path folder) {
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
  void misspeltFieldIsNamed() {
    assertThat(broken(RIVERSIDE, "\"email\"", "\"emial\""))
        .containsExactly(new Problem(RIVERSIDE, "emial", "is not a field we know"));
  }

  @Test
  void nearlyRightFieldIsGuessed() {
    assertThat(broken(RIVERSIDE, "\"application_process\"", "\"aplication_process\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "aplication_process",
                "is not a field we know; is it application_process?"));
  }

  @Test
  void misspeltFieldDeepInsideIsNamed() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"opens_at\": \"09:00\"",
                "\"opens\": \"09:00\", \"opens_at\": \"09:00\""))
        .containsExactly(
            new Problem(RIVERSIDE, "phones[0].schedules[0].opens", "is not a field we know"));
  }

  @Test
  void missingFieldIsNamed() {
    assertThat(broken(LISTENING, "\"name\": \"Listening line\",", ""))
        .containsExactly(new Problem(LISTENING, "name", "is missing"));
  }

  @Test
  void missingFieldDeepInsideIsNamed() {
    assertThat(broken(LISTENING, "\"number\": \"116123\",", ""))
        .containsExactly(new Problem(LISTENING, "phones[0].number", "is missing"));
  }

  @Test
  void emptyTextIsNotText() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"A fictional charity for carers. Its line is 01632 960101.\"",
                "\"  \""))
        .containsExactly(new Problem(RIVERSIDE, "description", "is empty"));
  }

  @Test
  void emptyFieldIsLeftOut() {
    assertThat(broken(RIVERSIDE, "\"Interpreters can help.\"", "\"\""))
        .containsExactly(
            new Problem(RIVERSIDE, "interpretation_services", "is empty; leave it out"));
  }

  @Test
  void nullIsLeftOut() {
    assertThat(broken(RIVERSIDE, "\"Interpreters can help.\"", "null"))
        .containsExactly(
            new Problem(RIVERSIDE, "interpretation_services", "is empty; leave it out"));
  }

  @Test
  void emptyListIsLeftOut() {
    assertThat(
            broken(
                LISTENING, "\"status\": \"active\",", "\"status\": \"active\", \"funding\": [],"))
        .containsExactly(new Problem(LISTENING, "funding", "is empty; leave it out"));
  }

  @Test
  void numberIsNotText() {
    assertThat(broken(RIVERSIDE, "\"Riverside Carers\",", "42,"))
        .containsExactly(new Problem(RIVERSIDE, "name", "must be text, in quotation marks"));
  }

  @Test
  void spaceAtTheEndIsFound() {
    assertThat(broken(RIVERSIDE, "\"Riverside Carers\",", "\"Riverside Carers \","))
        .containsExactly(new Problem(RIVERSIDE, "name", "begins or ends with a space"));
  }

  @Test
  void oneThingIsNotAList() {
    assertThat(broken(RIVERSIDE, "[\"break\", \"sitter\"]", "\"break\""))
        .containsExactly(new Problem(RIVERSIDE, "signpost.keywords", "must be a list"));
  }

  @Test
  void textIsNotASetOfFields() {
    assertThat(
            broken(
                RIVERSIDE,
                "{ \"url\": \"https://westshire.example.org/carers\", \"seen\": \"Date not noted\" }",
                "\"https://westshire.example.org\""))
        .containsExactly(new Problem(RIVERSIDE, "signpost.sources[1]", "must be a set of fields"));
  }

  @Test
  void wordIsNotAYesOrNo() {
    assertThat(broken(RIVERSIDE, "\"free\": true", "\"free\": \"yes\""))
        .containsExactly(new Problem(RIVERSIDE, "phones[2].free", "must be true or false"));
  }

  @Test
  void halfAYearIsNotAnAge() {
    assertThat(broken(RIVERSIDE, "\"minimum_age\": 18", "\"minimum_age\": 18.5"))
        .containsExactly(new Problem(RIVERSIDE, "minimum_age", "must be a whole number"));
  }

  @Test
  void wordIsNotAnAmount() {
    assertThat(broken(RIVERSIDE, "\"amount\": 2.5", "\"amount\": \"2.50\""))
        .containsExactly(new Problem(RIVERSIDE, "cost_options[0].amount", "must be a number"));
  }

  @Test
  void dateThatDoesNotExistIsRefused() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"last_modified\": \"2026-02-03\"",
                "\"last_modified\": \"2026-02-30\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "last_modified", "\"2026-02-30\" is not a date like 2026-03-31"));
  }

  @Test
  void dateInBritishOrderIsRefused() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"last_modified\": \"2026-02-03\"",
                "\"last_modified\": \"03/02/2026\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "last_modified", "\"03/02/2026\" is not a date like 2026-03-31"));
  }

  @Test
  void timeThatDoesNotExistIsRefused() {
    assertThat(broken(RIVERSIDE, "\"opens_at\": \"09:00\"", "\"opens_at\": \"24:00\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].schedules[0].opens_at",
                "\"24:00\" is not a time like 08:30"));
  }

  @Test
  void timeWithoutALeadingZeroIsRefused() {
    assertThat(broken(RIVERSIDE, "\"opens_at\": \"09:00\"", "\"opens_at\": \"9:00\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "phones[0].schedules[0].opens_at", "\"9:00\" is not a time like 08:30"));
  }

  @Test
  void unknownStatusIsRefused() {
    assertThat(broken(RIVERSIDE, "\"status\": \"active\"", "\"status\": \"open\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "status",
                "\"open\" is none of active, inactive, defunct, temporarily closed"));
  }

  @Test
  void unknownConfidenceIsRefused() {
    assertThat(broken(RIVERSIDE, "\"confidence\": \"high\"", "\"confidence\": \"sure\""))
        .containsExactly(
            new Problem(RIVERSIDE, "signpost.confidence", "\"sure\" is none of high, medium, low"));
  }

  @Test
  void idThatIsNoUuidIsRefused() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"id\": \"10000000-0000-4000-8000-000000000001\"",
                "\"id\": \"riverside-1\""))
        .containsExactly(
            new Problem(RIVERSIDE, "id", "riverside-1 is not a UUID in small letters"));
  }

  @Test
  void fileThatIsNotJsonIsRefused() {
    assertThat(broken(RIVERSIDE, "\"status\": \"active\",", "\"status\": \"active\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "",
                "is not JSON (line 10, column 3): Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries"));
  }

  @Test
  void fieldThatIsThereTwiceIsRefused() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"status\": \"active\",",
                "\"status\": \"active\",\n  \"status\": \"defunct\","))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "",
                "is not JSON (line 10, column 11): Duplicate Object property \"status\""));
  }

  @Test
  void moreThanOneDifferenceIsToldAtOnce() {
    SmallKnowledgeBase small =
        new SmallKnowledgeBase(folder)
            .change(RIVERSIDE, "\"email\"", "\"emial\"")
            .change(RIVERSIDE, "\"opens_at\": \"09:00\"", "\"opens_at\": 9");

    assertThat(small.problems())
        .extracting(Problem::field)
        .containsExactly("emial", "phones[0].schedules[0].opens_at");
  }

  @Test
  void fileThatIsNotUtf8IsRefused() throws IOException {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    byte[] latin1 =
        small.read("synonyms.txt").concat("caf\u00e9, cafe").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(folder.resolve("synonyms.txt"), latin1);

    assertThat(small.problems())
        .containsExactly(new Problem("synonyms.txt", "", "is not text in UTF-8"));
  }
}
