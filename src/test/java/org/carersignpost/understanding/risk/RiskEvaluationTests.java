package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");
  private static final Path LINES = Path.of("src/test/resources/evaluation/risk.tsv");
  private static final double RULES_RECALL_FLOOR = 0.49;
  private static final double RULES_FALSE_ALARM_CEILING = 0.11;
  private static final double RECALL_FLOOR = 0.72;
  private static final double FALSE_ALARM_CEILING = 0.15;

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
  }

  private record Figures(double recall, double falseAlarms) {}

  @Test
  void rulesAloneFindDanger() throws IOException {
    Figures figures = measure("rules", RiskEvaluationTests::byRules);

    assertThat(figures.recall()).isGreaterThan(RULES_RECALL_FLOOR);
    assertThat(figures.falseAlarms()).isLessThan(RULES_FALSE_ALARM_CEILING);
  }

  @Test
  void rulesAndLikenessFindMoreDanger() throws IOException {
    Figures figures = measure("rules and likeness", line -> MODEL.judge(line, byRules(line)));

    assertThat(figures.recall()).isGreaterThan(RECALL_FLOOR);
    assertThat(figures.falseAlarms()).isLessThan(FALSE_ALARM_CEILING);
  }

  private static List<Risk> byRules(String line) {
    return RiskRules.risks(RULES.find(Words.of(line)));
  }

  private static Figures measure(String net, Function<String, List<Risk>> judge)
      throws IOException {
    Map<String, Tally> tallies = new TreeMap<>();
    for (String line : Files.readAllLines(LINES)) {
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", 2);
        tallies
            .computeIfAbsent(columns[0], kind -> new Tally())
            .add(columns[0], judge.apply(columns[1]));
      }
    }
    Tally none = Objects.requireNonNull(tallies.remove("none"), "harmless lines");
    List<Tally> dangerous = new ArrayList<>(tallies.values());
    tallies.forEach((kind, tally) ->
        System.out.printf(
            "%s: %-16s found %2d of %2d, of its kind %2d%n",
            net, kind, tally.found, tally.lines, tally.ofItsKind));
    double lines = dangerous.stream().mapToInt(tally -> tally.lines).sum();
    int found = dangerous.stream().mapToInt(tally -> tally.found).sum();
    int ofItsKind = dangerous.stream().mapToInt(tally -> tally.ofItsKind).sum();
    double falseAlarms = (double) none.found / none.lines;
    System.out.printf(
        "%s: recall %.3f, of its kind %.3f, false alarms %.3f%n",
        net, found / lines, ofItsKind / lines, falseAlarms);
    return new Figures(found / lines, falseAlarms);
  }
}
