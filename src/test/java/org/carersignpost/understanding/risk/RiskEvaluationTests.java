package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.api.Test;

/// How much danger the rules find, and how much they cry wolf: measured on lines written by somebody who had not seen them.
///
/// A dangerous line counts as found when any rule fires, because a person is alerted then; whether the kind fits, and so
/// the words of the reply, is counted apart. Only figures are printed, never a line.
class RiskEvaluationTests {
  private static final Path LINES = Path.of("src/test/resources/evaluation/risk.tsv");
  private static final double RECALL_FLOOR = 0.50;
  private static final double FALSE_ALARM_CEILING = 0.20;

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

  @Test
  void dangerIsFoundAndFiguresOfSpeechAreNot() throws IOException {
    RiskRules rules = RiskRules.load(Path.of("knowledge-base/risk"), OrdinaryWords.listed());
    Map<String, Tally> tallies = new TreeMap<>();
    for (String line : Files.readAllLines(LINES)) {
      if (!line.startsWith("#")) {
        String[] columns = line.split("\t", 2);
        List<Risk> risks = RiskRules.risks(rules.find(Words.of(columns[1])));
        tallies.computeIfAbsent(columns[0], kind -> new Tally()).add(columns[0], risks);
      }
    }
    Tally none = Objects.requireNonNull(tallies.remove("none"), "harmless lines");
    tallies.forEach(
        (kind, tally) ->
            System.out.printf(
                "risk %-16s found %2d of %2d, of its kind %2d%n",
                kind, tally.found, tally.lines, tally.ofItsKind));
    int lines = tallies.values().stream().mapToInt(tally -> tally.lines).sum();
    int found = tallies.values().stream().mapToInt(tally -> tally.found).sum();
    double recall = (double) found / lines;
    double falseAlarms = (double) none.found / none.lines;
    System.out.printf("risk recall %.3f, false alarms %.3f%n", recall, falseAlarms);
    assertThat(recall).isGreaterThan(RECALL_FLOOR);
    assertThat(falseAlarms).isLessThan(FALSE_ALARM_CEILING);
  }
}
