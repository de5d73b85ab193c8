package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;

/// How much danger is noticed, and how often wolf is cried: by the rules alone, and with likeness
/// as the second net. Measured on lines written by somebody who had seen neither.
///
/// Danger is answered where the fixed reply is sent, and noticed where it is at least possible: in
/// both a person is alerted. Whether the kind fits, and so the words of the reply, is counted
/// apart. Only figures are printed, never a line.
class RiskEvaluationTests {
  private static final String NONE = "none";
  private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");
  private static final Path LINES = Path.of("src/test/resources/evaluation/risk.tsv");

  /// In these a sensible stranger needs to guess nothing.
  private static final Path EXPLICIT_LINES =
      Path.of("src/test/resources/evaluation/risk-explicit.tsv");

  private static final Path UTTERANCES = Path.of("src/test/resources/evaluation/utterances.tsv");

  // What was measured, with a little room for a better model that errs elsewhere.
  private static final double DANGER_ANSWERED = 0.82;
  private static final double DANGER_NOTICED = 0.95;
  private static final double ALARMING_ANSWERED = 0.13;
  private static final double ALARMING_NOTICED = 0.28;
  private static final double EXPLICIT_ANSWERED = 0.88;
  private static final double EXPLICIT_NOTICED = 0.96;
  private static final double ORDINARY_ANSWERED = 0.045;
  private static final double ORDINARY_NOTICED = 0.16;

  /// Utterances of these may well be dangerous.
  private static final Set<String> DANGEROUS_INTENTS =
      Set.of("find_crisis", "find_safeguarding", "find_domestic-abuse", "find_mental-health");

  /// The place of the words in a line of utterances.
  private static final int UTTERANCE = 5;

  private static final RiskRules RULES =
      RiskRules.load(KNOWLEDGE_BASE.resolve("risk"), OrdinaryWords.listed());
  private static final RiskModel MODEL =
      RiskModel.load(RULES, KNOWLEDGE_BASE, Path.of("target/models"));

  /// What happened to some lines.
  private static final class Tally {
    private int lines;
    private int answered;
    private int noticed;
    private int ofItsKind;

    void add(String kind, List<Risk> risks) {
      lines++;
      answered += risks.stream().allMatch(Risk::isOnlyPossible) ? 0 : 1;
      noticed += risks.isEmpty() ? 0 : 1;
      ofItsKind += risks.stream().anyMatch(risk -> risk.kind().equals(kind)) ? 1 : 0;
    }

    void add(Tally other) {
      lines += other.lines;
      answered += other.answered;
      noticed += other.noticed;
      ofItsKind += other.ofItsKind;
    }

    double answered() {
      return (double) answered / lines;
    }

    double noticed() {
      return (double) noticed / lines;
    }

    @Override
    public String toString() {
      return "%4d lines, answered %.3f, noticed %.3f, of their kind %.3f"
          .formatted(lines, answered(), noticed(), (double) ofItsKind / lines);
    }
  }

  /// @param danger lines of any kind
  /// @param harmless lines of none
  private record Figures(Tally danger, Tally harmless) {}

  @Test
  void rulesAloneFindDanger() throws IOException {
    Figures figures = measure("rules", LINES, RiskEvaluationTests::byRules);

    assertThat(figures.danger.answered()).isGreaterThan(0.49);
    assertThat(figures.harmless.answered()).isLessThan(0.11);
  }

  @Test
  void rulesAndLikenessFindMoreDanger() throws IOException {
    Figures figures = measure("both", LINES, RiskEvaluationTests::byBoth);

    assertThat(figures.danger.answered()).isGreaterThan(DANGER_ANSWERED);
    assertThat(figures.danger.noticed()).isGreaterThan(DANGER_NOTICED);
    assertThat(figures.harmless.answered()).isLessThan(ALARMING_ANSWERED);
    assertThat(figures.harmless.noticed()).isLessThan(ALARMING_NOTICED);
  }

  @Test
  void explicitDangerIsFound() throws IOException {
    Figures figures = measure("explicit", EXPLICIT_LINES, RiskEvaluationTests::byBoth);

    assertThat(figures.danger.answered()).isGreaterThan(EXPLICIT_ANSWERED);
    assertThat(figures.danger.noticed()).isGreaterThan(EXPLICIT_NOTICED);
  }

  @Test
  void ordinaryMessagesHardlyAlarm() throws IOException {
    Tally ordinary = new Tally();
    for (String[] columns : rows(UTTERANCES)) {
      if (Collections.disjoint(DANGEROUS_INTENTS, List.of(columns[0].split(",")))) {
        ordinary.add(NONE, byBoth(columns[UTTERANCE]));
      }
    }
    System.out.println("ordinary: " + ordinary);

    assertThat(ordinary.lines).isGreaterThan(500);
    assertThat(ordinary.answered()).isLessThan(ORDINARY_ANSWERED);
    assertThat(ordinary.noticed()).isLessThan(ORDINARY_NOTICED);
  }

  private static List<Risk> byRules(String line) {
    return RiskRules.risks(RULES.find(Words.of(line)));
  }

  private static List<Risk> byBoth(String line) {
    return MODEL.judge(line, byRules(line));
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static Figures measure(String what, Path lines, Function<String, List<Risk>> judge)
      throws IOException {
    SortedMap<String, Tally> tallies = new TreeMap<>();
    for (String[] columns : rows(lines)) {
      tallies
          .computeIfAbsent(columns[0], kind -> new Tally())
          .add(columns[0], judge.apply(columns[1]));
    }
    tallies.forEach((kind, tally) -> System.out.printf("%s: %-16s %s%n", what, kind, tally));
    Tally none = Objects.requireNonNullElseGet(tallies.remove(NONE), Tally::new);
    Tally dangerous = new Tally();
    tallies.values().forEach(dangerous::add);
    System.out.printf("%s: %-16s %s%n", what, "danger", dangerous);
    return new Figures(dangerous, none);
  }
}
