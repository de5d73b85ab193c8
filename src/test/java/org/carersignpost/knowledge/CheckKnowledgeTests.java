package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.carersignpost.knowledge.files.SmallKnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckKnowledgeTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return CheckKnowledge.run(
        List.of(arguments),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void warningsAloneDoNotFail() {
    assertThat(run()).isZero();
    assertThat(printed()).startsWith("WARNINGS (").contains("SUMMARY as of", "unassured");
    assertThat(err.size()).isZero();
  }

  @Test
  void longListsAreCutUnlessAllIsAskedFor() {
    run();
    assertThat(printed()).contains("--all names them");
    int cut = printed().length();
    out.reset();

    run("--all");
    assertThat(printed()).doesNotContain("--all names them");
    assertThat(printed().length()).isGreaterThan(cut);
  }

  /// The small one has numbers that are kept for drama, which no carer may be given.
  @Test
  void errorsComeFirstAndFail(@TempDir Path folder) {
    new SmallKnowledgeBase(folder);

    assertThat(run("--folder", folder.toString())).isEqualTo(1);
    assertThat(printed())
        .startsWith("ERRORS (")
        .contains(
            "  services/riverside-carers.json: phones[0].number",
            "    wrong: +441632960101 is kept for drama, nobody answers it");
    assertThat(printed().indexOf("WARNINGS (")).isGreaterThan(printed().indexOf("ERRORS ("));
  }

  @Test
  void folderWithNothingInItIsFullOfErrorsAndStillReported(@TempDir Path folder) {
    assertThat(run("--folder", folder.toString())).isEqualTo(1);
    assertThat(printed()).contains("taxonomy.yaml", "SUMMARY as of");
  }

  @Test
  void programsGetTheSameAsJson() {
    assertThat(run("--json")).isZero();

    JsonNode report = JsonMapper.shared().readTree(printed());
    assertThat(report.path("errors").asInt()).isZero();
    assertThat(report.path("warnings").asInt()).isEqualTo(report.path("findings").size());
    assertThat(report.path("tallies").path(0).path("kind").asString()).isEqualTo("services");
    assertThat(report.path("ages").path("byAge").path("no known date").asInt()).isPositive();
    assertThat(report.path("findings").path(0).properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("severity", "rule", "file", "field", "wrong", "right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--fix", "--folder", "knowledge-base"})
  void whatIsNotUnderstoodIsNotGuessed(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("check-knowledge [--all]");
  }

  @Test
  void folderThatIsNotThereIsNamed(@TempDir Path folder) {
    Path missing = folder.resolve("missing");
    assertThat(Files.exists(missing)).isFalse();

    assertThat(run("--folder", missing.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(missing.toString());
  }
}
