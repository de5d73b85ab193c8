package org.carersignpost.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Nothing is understood worse than it was. Each floor lies a little below what was measured.
class EvaluationTests {
  private static final Evaluation EVALUATION = Evaluation.on(Evaluation.HELD_OUT);

  private static final double FIRST = 0.84;
  private static final double MICRO_F1 = 0.725;
  private static final double MACRO_F1 = 0.735;
  private static final double SPOKEN_F1 = 0.83;
  private static final double SCOPE_AUROC = 0.96;
  private static final double CALIBRATION_ERROR = 0.16;
  private static final double SLOTS = 0.54;
  private static final double EXPLICIT_NOTICED = 1;
  private static final double EXPLICIT_ANSWERED = 0.95;
  private static final double VEILED_NOTICED = 0.97;
  private static final double VEILED_ANSWERED = 0.66;
  private static final double TRAPS_ANSWERED = 0.02;
  private static final double ORDINARY_ANSWERED = 0.04;
  private static final double ORDINARY_NOTICED = 0.2;
  private static final double FOREIGN = 0.001;

  @Test
  void needsAreFound() {
    ReportText.of(EVALUATION).forEach(System.out::println);
    assertThat(EVALUATION.intents().first().value()).isGreaterThan(FIRST);
    assertThat(EVALUATION.intents().micro().value()).isGreaterThan(MICRO_F1);
    assertThat(EVALUATION.intents().macro().value()).isGreaterThan(MACRO_F1);
    assertThat(EVALUATION.spoken().micro().value()).isGreaterThan(SPOKEN_F1);
    assertThat(EVALUATION.auroc()).isGreaterThan(SCOPE_AUROC);
    assertThat(EVALUATION.intents().calibrationError()).isLessThan(CALIBRATION_ERROR);
  }

  @Test
  void situationsAreRead() {
    assertThat(EVALUATION.slots().exact().value()).isGreaterThan(SLOTS);
  }

  /// That the obvious is never missed is for `ExplicitDangerTests`.
  @Test
  void dangerIsFound() {
    DangerScores danger = EVALUATION.danger();
    assertThat(danger.explicit().noticed().value()).isEqualTo(EXPLICIT_NOTICED);
    assertThat(danger.explicit().answered().value()).isGreaterThan(EXPLICIT_ANSWERED);
    assertThat(danger.veiled().noticed().value()).isGreaterThan(VEILED_NOTICED);
    assertThat(danger.veiled().answered().value()).isGreaterThan(VEILED_ANSWERED);
  }

  @Test
  void wolfIsSeldomCried() {
    DangerScores danger = EVALUATION.danger();
    assertThat(danger.trapsAnswered().value()).isLessThan(TRAPS_ANSWERED);
    assertThat(danger.ordinaryAnswered().value()).isLessThan(ORDINARY_ANSWERED);
    assertThat(danger.ordinaryNoticed().value()).isLessThan(ORDINARY_NOTICED);
  }

  @Test
  void englishIsTakenForEnglish() {
    assertThat(EVALUATION.foreign().value()).isLessThanOrEqualTo(FOREIGN);
  }

  /// Whatever is measured must not have been learnt.
  @Test
  void noMeasuredMessageIsATrainingLineOrInARule() throws IOException {
    Set<String> known;
    try (Stream<Path> files = Files.walk(Evaluation.KNOWLEDGE_BASE)) {
      known =
          files
              .filter(Files::isRegularFile)
              .filter(file -> file.toString().matches(".*/(intents|risk)/.*"))
              .flatMap(file -> LabelledMessage.lines(file).stream())
              .map(line -> line.split("\t", 2)[0])
              .map(EvaluationTests::plain)
              .collect(Collectors.toSet());
    }
    List<String> measured =
        Stream.of(Evaluation.HELD_OUT, Evaluation.DEVELOPMENT)
            .flatMap(folder ->
                Stream.of("messages.tsv", "speech.tsv", "danger.tsv", "traps.tsv")
                    .flatMap(name -> LabelledMessage.lines(folder.resolve(name)).stream()))
            .map(line -> plain(line.substring(line.lastIndexOf('\t') + 1)))
            .filter(words -> words.contains(" "))
            .toList();
    assertThat(measured).hasSizeGreaterThan(2_000).doesNotContainAnyElementsOf(known);
  }

  @Test
  void thePageOnSafetyIsOfThisMeasurement() {
    assertThat(SafetyPage.FILE).hasContent(SafetyPage.of(EVALUATION));
  }

  private static String plain(String line) {
    return line.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 ]", "").strip();
  }
}
