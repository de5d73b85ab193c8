package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.classifier.KindLine;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RiskModelTests {
  private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");
  private static final RiskRules RULES =
      RiskRules.load(KNOWLEDGE_BASE.resolve("risk"), OrdinaryWords.listed());
  private static final RiskModel MODEL =
      RiskModel.load(RULES, KNOWLEDGE_BASE, Path.of("target/models"));

  @TempDir Path folder;

  @ParameterizedTest
  @CsvFileSource(resources = "/risk/figures-of-speech.tsv", delimiter = '\t')
  void figureOfSpeechAlarmsNobody(String message) {
    assertThat(answered(message)).isEmpty();
  }

  /// The dangers that get a fixed reply.
  private static List<Risk> answered(String message) {
    return MODEL.judge(message, List.of()).stream().filter(risk -> !risk.isOnlyPossible()).toList();
  }

  @Test
  void figuresOfSpeechAndTrapsAreSeldomNoticedAtAll() throws IOException {
    List<String> quiet = new ArrayList<>();
    RULES.all().forEach(rule -> quiet.addAll(rule.traps()));
    Files.readAllLines(Path.of("src/test/resources/risk/figures-of-speech.tsv"))
        .forEach(line -> quiet.add(line.split("\t")[0]));
    long noticed = quiet.stream().filter(line -> !MODEL.judge(line, List.of()).isEmpty()).count();

    assertThat(quiet).hasSizeGreaterThan(700);
    assertThat((double) noticed / quiet.size()).isLessThan(0.1);
  }

  @Test
  void noTrapAndNoHarmlessLineAlarms() throws IOException {
    List<String> quiet = new ArrayList<>();
    RULES.all().forEach(rule -> quiet.addAll(rule.traps()));
    quiet.addAll(Files.readAllLines(KNOWLEDGE_BASE.resolve("risk/harmless.txt")));

    assertThat(quiet).hasSizeGreaterThan(1_000);
    assertThat(quiet.stream().filter(line -> !answered(line).isEmpty())).isEmpty();
  }

  @Test
  void mostDangerousLinesAreLearnt() throws IOException {
    for (String kind : RiskRules.KINDS) {
      List<String> lines =
          Files.readAllLines(KNOWLEDGE_BASE.resolve("risk/" + kind + ".txt")).stream()
              .filter(line -> !line.startsWith("#"))
              .toList();
      long found = lines.stream().filter(line -> !answered(line).isEmpty()).count();
      assertThat((double) found / lines.size()).as(kind).isGreaterThan(0.5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "die", "kill myself", "more", "1", "alton", "yes please"})
  void fewerThanThreeWordsAreForTheRulesAlone(String message) {
    assertThat(MODEL.find(message)).isEmpty();
    assertThat(MODEL.judge(message, List.of())).isEmpty();
  }

  @Test
  void addedDangerHasTheLevelOfItsKindAndIsSortedIn() {
    Risk breakdown = new Risk(Risk.Level.URGENT, "breakdown", "cannot_go_on");

    assertThat(MODEL.judge("i want to end my life", List.of(breakdown)))
        .startsWith(new Risk(Risk.Level.CRISIS, "suicide", RiskModel.LIKENESS))
        .endsWith(breakdown);
  }

  @Test
  void harmlessLinesCloseToDangerAreAPossibleDangerAndNoOther() throws IOException {
    List<List<Risk>> noticed =
        Files.readAllLines(KNOWLEDGE_BASE.resolve("risk/harmless.txt")).stream()
            .map(line -> MODEL.judge(line, List.of()))
            .filter(risks -> !risks.isEmpty())
            .toList();

    assertThat(noticed)
        .isNotEmpty()
        .allSatisfy(risks -> assertThat(risks).hasSize(1).allMatch(Risk::isOnlyPossible));
  }

  @Test
  void kindThatARuleNamedIsNotNamedAgain() {
    Risk suicide = new Risk(Risk.Level.CRISIS, "suicide", "wants_to_die");

    assertThat(MODEL.judge("i want to end my life", List.of(suicide)))
        .filteredOn(risk -> risk.kind().equals("suicide"))
        .containsExactly(suicide);
  }

  @ParameterizedTest
  @CsvSource({
    "i want to kill myself tonight, suicide",
    "my husband says he wants to kill himself tonight, suicide_other"
  })
  void likelierSuicideIsAnsweredFirst(String message, String first) {
    List<Risk> named =
        List.of(
            new Risk(Risk.Level.CRISIS, "suicide", "a"),
            new Risk(Risk.Level.CRISIS, "suicide_other", "b"));

    assertThat(MODEL.judge(message, named)).containsAll(named);
    assertThat(MODEL.judge(message, named).getFirst().kind()).isEqualTo(first);
  }

  @Test
  void dangerInOneSentenceOfALongMessageIsFound() {
    String calm = "We had a lovely walk by the sea with the grandchildren. ".repeat(3);

    assertThat(MODEL.judge(calm, List.of())).isEmpty();
    assertThat(MODEL.judge(calm + "I want to end my life. Thank you for reading.", List.of()))
        .extracting(Risk::kind)
        .contains("suicide");
  }

  @Test
  void harmlessLinesAreNeitherDangerousNorFiredOnNorTooShort() {
    List<KindLine> lines = RiskLines.read(RULES, KNOWLEDGE_BASE);

    assertThat(lines).extracting(KindLine::utterance).doesNotHaveDuplicates();
    assertThat(lines)
        .filteredOn(line -> line.kinds().isEmpty())
        .extracting(KindLine::utterance)
        .contains("Could murder a cup of tea")
        .doesNotContain("kms tonight lol not even joking", "thanks");
    assertThat(lines)
        .filteredOn(line -> line.kinds().contains("suicide"))
        .extracting(KindLine::utterance)
        .contains("kms tonight lol not even joking");
  }

  @Test
  void modelIsTrainedOnceAndThenRead() throws IOException {
    Path models = Path.of("target/models");
    List<Path> before = riskModels(models);

    RiskModel again = RiskModel.load(RULES, KNOWLEDGE_BASE, models);

    assertThat(riskModels(models)).isEqualTo(before).isNotEmpty();
    assertThat(again.find("he locks me in the house"))
        .isEqualTo(MODEL.find("he locks me in the house"));
  }

  @Test
  void kindWithTooFewLinesIsRefusedWithItsFile() throws IOException {
    Path risk = Files.createDirectories(folder.resolve("risk"));
    Files.createDirectories(folder.resolve("intents"));
    for (String kind : RiskRules.KINDS) {
      Files.writeString(risk.resolve(kind + ".txt"), "one line only\n");
    }

    assertThatThrownBy(() -> RiskModel.load(RULES, folder, folder.resolve("models")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("emergency.txt has 1 lines");
  }

  private static List<Path> riskModels(Path models) throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("risk-"))
          .sorted()
          .toList();
    }
  }
}
