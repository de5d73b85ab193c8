package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One fault in a sound guide, and how it is named.
class GuideChecksTests {
  private static final String GUIDE = "guides/time-off.md";

  private final Path folder;

  GuideChecksTests(@TempDir Path folder) {
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
  void idIsTheNameOfTheFile() {
    assertThat(broken(GUIDE, "id: time-off", "id: timeoff"))
        .containsExactly(new Problem(GUIDE, "id", "timeoff is not the file's name, time-off"));
  }

  @Test
  void guideNeedsAHead() {
    assertThat(broken(GUIDE, "---\nid", "id"))
        .containsExactly(new Problem(GUIDE, "", "must begin with a head between two lines of ---"));
  }

  @Test
  void guideNeedsABody() {
    assertThat(
            broken(
                GUIDE,
                "Anybody may ask. The night line is 0808 157 0123.\n\n- Say what would help.\n",
                ""))
        .containsExactly(new Problem(GUIDE, "body", "is empty"));
  }

  @Test
  void bodyStandsBelowTheHead() {
    assertThat(broken(GUIDE, "check: \"The price.\"", "body: \"Ask.\""))
        .containsExactly(new Problem(GUIDE, "body", "belongs below the head"));
  }

  @Test
  void misspeltKeyIsNamed() {
    assertThat(broken(GUIDE, "keywords:", "keyword:"))
        .containsExactly(new Problem(GUIDE, "keyword", "is not a field we know; is it keywords?"));
  }

  @Test
  void missingAnswerIsNamed() {
    assertThat(broken(GUIDE, "spoken: \"Ask Riverside for time off.\"\n", ""))
        .containsExactly(new Problem(GUIDE, "spoken", "is missing"));
  }

  @Test
  void serviceOfAGuideExists() {
    assertThat(broken(GUIDE, "listening-line]", "listening]"))
        .containsExactly(new Problem(GUIDE, "services[1]", "listening is not a service"));
  }

  @Test
  void serviceOfAGuideIsThereOnce() {
    assertThat(broken(GUIDE, "listening-line]", "riverside-carers]"))
        .containsExactly(new Problem(GUIDE, "services[1]", "riverside-carers is there twice"));
  }

  @Test
  void topicOfAGuideIsKnown() {
    assertThat(broken(GUIDE, "topics: [breaks]", "topics: [brakes]"))
        .containsExactly(new Problem(GUIDE, "topics[0]", "brakes is not a topic in taxonomy.yaml"));
  }

  @Test
  void guideHasATopic() {
    assertThat(broken(GUIDE, "topics: [breaks]\n", ""))
        .containsExactly(new Problem(GUIDE, "topics", "is missing, so nobody would find it"));
  }

  @Test
  void areaOfAGuideIsKnown() {
    assertThat(broken(GUIDE, "[Westshire]", "[Eastshire]"))
        .containsExactly(
            new Problem(GUIDE, "coverage[0]", "Eastshire is not an area in areas.csv"));
  }

  @Test
  void answerFitsIntoAText() {
    assertThat(
            broken(
                GUIDE,
                "To talk:",
                "To talk to somebody about anything at all that is on your mind, at any hour of the day or of the night, and for as long as you like, from wherever you happen to be, with nobody ever telling you that it is too small:"))
        .containsExactly(new Problem(GUIDE, "text", "has 274 characters, at most 230 fit"));
  }

  @Test
  void answerKeepsToTheAlphabetOfTexts() {
    assertThat(broken(GUIDE, "Ask for time off. Ring", "Ask for time off – ring"))
        .containsExactly(new Problem(GUIDE, "text", "has characters that texts cannot carry: –"));
  }

  @Test
  void answerOffersNoOptOutWord() {
    assertThat(broken(GUIDE, "Ask for time off. Ring", "Text INFO. Ring"))
        .containsExactly(
            new Problem(
                GUIDE,
                "text",
                "offers a word that phone networks act on, such as STOP, YES or HELP"));
  }

  @Test
  void numberInAnAnswerIsOneOfAService() {
    assertThat(broken(GUIDE, "01632 960101", "01632 960102"))
        .containsExactly(
            new Problem(GUIDE, "text", "01632 960102 is not a number of any service here"));
  }

  @Test
  void numberBelowTheHeadIsOneOfAService() {
    assertThat(broken(GUIDE, "0808 157 0123", "0808 157 0124"))
        .containsExactly(
            new Problem(GUIDE, "body", "0808 157 0124 is not a number of any service here"));
  }

  @Test
  void shortNumberInAnAnswerIsOneOfAService() {
    assertThat(broken(GUIDE, "116 123", "116 124"))
        .containsExactly(new Problem(GUIDE, "text", "116 124 is not a number of any service here"));
  }

  @Test
  void guideHasASource() {
    assertThat(
            broken(
                GUIDE,
                "sources:\n  - https://riverside.example.org/carers\nsources_not_read:\n  - the council's page\n",
                ""))
        .containsExactly(new Problem(GUIDE, "sources", "is missing: where were its facts read?"));
  }

  @Test
  void sourceOfAGuideIsAPage() {
    assertThat(broken(GUIDE, "  - https://riverside.example.org/carers", "  - a leaflet"))
        .containsExactly(
            new Problem(
                GUIDE,
                "sources[0]",
                "a leaflet is not an address that begins with https:// or http://"));
  }

  @Test
  void yearIsTextToo() {
    assertThat(broken(GUIDE, "valid_as_of: \"2026\"", "valid_as_of: 2026"))
        .containsExactly(new Problem(GUIDE, "valid_as_of", "must be text, in quotation marks"));
  }
}
