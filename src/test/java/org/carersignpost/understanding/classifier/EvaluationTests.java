package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Intent;
import org.junit.jupiter.api.Test;

/// How well the knowledge base's utterances teach: measured on lines written by somebody who knew
/// neither them nor the rules.
///
/// A line counts as right when the intent found is one of those expected. Only figures are printed,
/// never a line, so that nobody tunes on them. Lines that rules answer (a number chosen, a bare
/// place) have no trained intent and are left out. The floors lie three points below what was
/// reached.
class EvaluationTests {
  private static final Path INTENTS = Path.of("knowledge-base", "intents");
  private static final Path LINES = Path.of("src", "test", "resources", "evaluation");

  /// Kept between runs, since training takes seconds; named by content, so it cannot be stale.
  private static final Path CACHE = Path.of("target", "models");

  private static final double MICRO_FLOOR = 0.82;
  private static final double MACRO_FLOOR = 0.84;
  private static final int MOST_CONFUSIONS = 15;

  @Test
  void heldOutLinesAreUnderstoodAsWellAsBefore() throws IOException {
    IntentModel model = IntentModels.load(INTENTS, CACHE);
    Set<String> known = model.intents().stream().map(Intent::id).collect(Collectors.toSet());
    Tally tally = new Tally();
    int leftOut = 0;
    for (String line : Files.readAllLines(LINES.resolve("utterances.tsv"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t", -1);
      Set<String> expected = new TreeSet<>();
      if (!columns[0].equals("-")) {
        Stream.of(columns[0].split(",")).forEach(id -> expected.add(Intent.of(id).id()));
      }
      expected.retainAll(known);
      if (expected.isEmpty()) {
        leftOut++;
      } else {
        tally.add(expected, model.classify(columns[columns.length - 1]));
      }
    }
    tally.print(leftOut);
    assertThat(tally.micro()).isGreaterThanOrEqualTo(MICRO_FLOOR);
    assertThat(tally.macro()).isGreaterThanOrEqualTo(MACRO_FLOOR);
  }

  private static final class Count {
    private int expected;
    private int first;
    private int found;
    private int wronglyFound;
  }

  private static final class Tally {
    private final Map<String, Count> counts = new TreeMap<>();
    private final Map<String, Integer> confusions = new HashMap<>();
    private final List<Double> confidences = new ArrayList<>();
    private final List<Boolean> rights = new ArrayList<>();
    private int inScopeLines;
    private int inScopeKept;
    private int amongThree;

    void add(Set<String> expected, Classification found) {
      String first = found.intent().id();
      boolean right = expected.contains(first);
      rights.add(right);
      confidences.add(found.confidence());
      if (!right) {
        confusions.merge(String.join("+", expected) + " -> " + first, 1, Integer::sum);
      }
      boolean ours = !expected.contains("out_of_scope") && !expected.contains("unclear");
      inScopeLines += ours ? 1 : 0;
      inScopeKept += ours && found.inScope() ? 1 : 0;
      amongThree += anyOfThree(expected, found) ? 1 : 0;
      Set<String> all = new HashSet<>(Set.of(first));
      found.topics().forEach(t -> all.add(new Intent.Find(t.topic()).id()));
      for (String intent : expected) {
        count(intent).expected++;
        count(intent).first += right ? 1 : 0;
        count(intent).found += all.contains(intent) ? 1 : 0;
      }
      all.stream().filter(i -> !expected.contains(i)).forEach(i -> count(i).wronglyFound++);
    }

    private static boolean anyOfThree(Set<String> expected, Classification found) {
      return expected.contains(found.intent().id())
          || found.ranked().stream().limit(3).anyMatch(c -> expected.contains(c.intent().id()));
    }

    private Count count(String intent) {
      return counts.computeIfAbsent(intent, i -> new Count());
    }

    double micro() {
      return rights.stream().filter(r -> r).count() / (double) rights.size();
    }

    double macro() {
      return counts.values().stream()
          .filter(c -> c.expected > 0)
          .mapToDouble(c -> c.first / (double) c.expected)
          .average()
          .orElse(0);
    }

    void print(int leftOut) {
      System.out.printf(
          "%d lines, %d left out%naccuracy: micro %.1f %%, macro %.1f %%; among three %.1f %%%n",
          rights.size(), leftOut, 100 * micro(), 100 * macro(), 100.0 * amongThree / rights.size());
      System.out.printf(
          "in scope kept %.1f %% of %d%n", 100.0 * inScopeKept / inScopeLines, inScopeLines);
      printReliability();
      System.out.printf(
          "%-36s %5s %7s %7s %9s%n", "intent", "lines", "first", "found", "precision");
      counts.forEach((intent, c) ->
          System.out.printf(
              "%-36s %5d %5.0f %% %5.0f %% %7.0f %%%n",
              intent,
              c.expected,
              100.0 * c.first / Math.max(1, c.expected),
              100.0 * c.found / Math.max(1, c.expected),
              100.0 * c.found / Math.max(1, c.found + c.wronglyFound)));
      confusions.entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(MOST_CONFUSIONS)
          .forEach(e -> System.out.printf("%4d  %s%n", e.getValue(), e.getKey()));
    }

    /// Whether lines are right as often as their confidence says.
    private void printReliability() {
      for (int band = 0; band < 5; band++) {
        double said = 0;
        int right = 0;
        int all = 0;
        for (int i = 0; i < rights.size(); i++) {
          if (Math.min(4, (int) (confidences.get(i) * 5)) == band) {
            said += confidences.get(i);
            right += rights.get(i) ? 1 : 0;
            all++;
          }
        }
        if (all > 0) {
          System.out.printf(
              "confidence about %2.0f %%: right in %2.0f %% of %d%n",
              100 * said / all, 100.0 * right / all, all);
        }
      }
    }
  }
}
