package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;

/// How much danger is found, and how often wolf is cried: by the rules alone, and with likeness as
/// the second net. Measured on lines written by somebody who had seen neither.
///
/// A dangerous line counts as found when anything fires, because a person is alerted then; whether
/// the kind fits, and so the words of the reply, is counted apart. Only figures are printed, never
/// a line.
class RiskEvaluationTests {
  private static final String NONE = "none";
  private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");
  private static final Path LINES = Path.of("src/test/resources/evaluation/risk.tsv");

  /// In these a sensible stranger needs to guess nothing.
  private static final Path EXPLICIT_LINES =
      Path.of("src/test/resources/evaluation/risk-explicit.tsv");

  private static final Path UTTERANCES = Path.of("src/test/resources/evaluation/utterances.tsv");
  private static final double RULES_RECALL_FLOOR = 0.49;
  private static final double RULES_FALSE_ALARM_CEILING = 0.11;
  private static final double RECALL_FLOOR = 0.89;
  private static final double FALSE_ALARM_CEILING = 0.15;
  private static final double EXPLICIT_RECALL_FLOOR = 0.95;
  private static final double ORDINARY_ALARM_CEILING = 0.01;

  /// Utterances of these may well be dangerous.
  private static final Set<String> DANGEROUS_INTENTS =
      Set.of("find_crisis", "find_safeguarding", "find_domestic_abuse", "find_mental_health");

  private static final RiskRules RULES =
      RiskRules.load(KNOWLEDGE_BASE.resolve("risk"), OrdinaryWords.listed());
  private static final RiskModel MODEL =
      RiskModel.load(RULES, KNOWLEDGE_BASE, Path.of("target/models"));

  private static final class Tally {
    int lines;
    int found;
    int ofItsKind;

    void add(String kind, List<Risk> risks) {
      lines++;
      found += risks.isEmpty() ? 0 : 1;
      ofItsKind += risks.stream().anyMatch(risk -> risk.kind().equals(kind)) ? 1 : 0;
    }

    void add(Tally other) {
      lines += other.lines;
      found += other.found;
      ofItsKind += other.ofItsKind;
    }
  }

  private record Figures(double recall, double falseAlarms) {}

  @Test
  void rulesAloneFindDanger() throws IOException {
    Figures figures = measure("rules", LINES, RiskEvaluationTests::byRules);

    assertThat(figures.recall()).isGreaterThan(RULES_RECALL_FLOOR);
    assertThat(figures.falseAlarms()).isLessThan(RULES_FALSE_ALARM_CEILING);
  }

  @Test
  void rulesAndLikenessFindMoreDanger() throws IOException {
    Figures figures = measure("rules and likeness", LINES, RiskEvaluationTests::byBoth);

    assertThat(figures.recall()).isGreaterThan(RECALL_FLOOR);
    assertThat(figures.falseAlarms()).isLessThan(FALSE_ALARM_CEILING);
  }

  @Test
  void explicitDangerIsFound() throws IOException {
    Figures figures = measure("explicit danger", EXPLICIT_LINES, RiskEvaluationTests::byBoth);

    assertThat(figures.recall()).isGreaterThan(EXPLICIT_RECALL_FLOOR);
  }

  @Test
  void ordinaryMessagesHardlyAlarm() throws IOException {
    Tally ordinary = new Tally();
    for (String[] columns : rows(UTTERANCES)) {
      if (!DANGEROUS_INTENTS.contains(columns[0])) {
        ordinary.add(NONE, byBoth(columns[1]));
      }
    }
    double alarms = (double) ordinary.found / ordinary.lines;
    System.out.printf("ordinary messages: %d, alarms %.3f%n", ordinary.lines, alarms);

    assertThat(ordinary.lines).isGreaterThan(500);
    assertThat(alarms).isLessThan(ORDINARY_ALARM_CEILING);
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
    Map<String, Tally> tallies = new TreeMap<>();
    for (String[] columns : rows(lines)) {
      tallies
          .computeIfAbsent(columns[0], kind -> new Tally())
          .add(columns[0], judge.apply(columns[1]));
    }
    Tally none = Objects.requireNonNullElseGet(tallies.remove(NONE), Tally::new);
    Tally dangerous = new Tally();
    tallies.forEach((kind, tally) -> {
      System.out.printf(
          "%s: %-16s found %2d of %2d, of its kind %2d%n",
          what, kind, tally.found, tally.lines, tally.ofItsKind);
      dangerous.add(tally);
    });
    Figures figures =
        new Figures(
            (double) dangerous.found / dangerous.lines,
            (double) none.found / Math.max(none.lines, 1));
    System.out.printf(
        "%s: recall %.3f, of its kind %.3f, false alarms %.3f%n",
        what,
        figures.recall(),
        (double) dangerous.ofItsKind / dangerous.lines,
        figures.falseAlarms());
    return figures;
  }
}
