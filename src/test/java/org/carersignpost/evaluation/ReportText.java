package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The measurement as lines to print. It holds figures and names of intents, never a message.
final class ReportText {
  private static final int MOST_CONFUSIONS = 20;

  private ReportText() {}

  static List<String> of(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    addIntents(evaluation, lines);
    addSlots(evaluation, lines);
    addDanger(evaluation.danger(), lines);
    lines.add("");
    lines.add("English taken for another language: " + evaluation.foreign());
    return lines;
  }

  private static void addIntents(Evaluation evaluation, List<String> lines) {
    IntentScores scores = evaluation.intents();
    lines.add("Needs and wishes (several a message; 95 % intervals)");
    lines.add("  served first is wanted   " + scores.first());
    lines.add("  F1 micro                 " + interval(scores.micro()));
    lines.add("  F1 macro                 " + interval(scores.macro()));
    lines.add("  calibration error (ECE)  " + number(scores.calibrationError()));
    lines.add("  by voice, F1 micro       " + interval(evaluation.spoken().micro()));
    evaluation
        .noisy()
        .forEach((noise, noisy) ->
            lines.add(
                format(
                    "  %-24s %s; danger noticed %s",
                    noise.label(), interval(noisy.intents().micro()), noisy.noticed())));
    lines.add("Scope");
    lines.add("  AUROC                    " + number(evaluation.auroc()));
    lines.add("  not ours, refused        " + evaluation.refused());
    lines.add("  ours, answered           " + evaluation.kept());
    lines.add("");
    lines.add(format("%-34s %6s %6s %6s %6s", "intent", "right", "missed", "wrong", "F1"));
    scores
        .counts()
        .forEach((intent, c) ->
            lines.add(
                format(
                    "%-34s %6d %6d %6d %6.2f",
                    intent,
                    c[0],
                    c[1],
                    c[2],
                    c[0] == 0 ? 0 : 2.0 * c[0] / (2 * c[0] + c[1] + c[2]))));
    lines.add("");
    lines.add("Most frequent confusions (wanted -> served first)");
    confusions(scores.confusion()).stream()
        .limit(MOST_CONFUSIONS)
        .forEach(c -> lines.add(format("  %3d  %s -> %s", c.times(), c.wanted(), c.served())));
  }

  private record Confusion(String wanted, String served, int times) {}

  private static List<Confusion> confusions(Map<String, Map<String, Integer>> table) {
    List<Confusion> confusions = new ArrayList<>();
    table.forEach((wanted, row) ->
        row.forEach((served, times) -> {
          if (!wanted.equals(served)) {
            confusions.add(new Confusion(wanted, served, times));
          }
        }));
    confusions.sort(
        Comparator.comparingInt(Confusion::times).reversed().thenComparing(Confusion::wanted));
    return confusions;
  }

  private static void addSlots(Evaluation evaluation, List<String> lines) {
    lines.add("");
    lines.add("Slots, exactly as said");
    lines.add("  all of a message         " + evaluation.slots().exact());
    evaluation
        .slots()
        .bySlot()
        .forEach((slot, share) -> lines.add(format("  %-24s %s", slot, share)));
  }

  private static void addDanger(DangerScores danger, List<String> lines) {
    lines.add("");
    lines.add("Danger (answered: fixed words; noticed: at least a sentence and a person)");
    add("explicit", danger.explicit(), lines);
    add("veiled", danger.veiled(), lines);
    add("by voice", danger.spoken(), lines);
    danger.byKind().forEach((kind, found) -> add("  " + kind, found, lines));
    danger.byWhom().forEach((whom, found) -> add("  at risk: " + whom, found, lines));
    lines.add("  traps answered           " + danger.trapsAnswered());
    lines.add("  traps noticed            " + danger.trapsNoticed());
    danger
        .trapsBySort()
        .forEach((sort, share) -> lines.add(format("    %-24s answered %s", sort, share)));
    lines.add("  ordinary answered        " + danger.ordinaryAnswered());
    lines.add("  ordinary noticed         " + danger.ordinaryNoticed());
  }

  private static void add(String what, DangerScores.Found found, List<String> lines) {
    lines.add(format("  %-24s answered %s", what, found.answered()));
    lines.add(format("  %-24s noticed  %s", "", found.noticed()));
    lines.add(format("  %-24s of a fitting kind %s", "", found.ofItsKind()));
  }

  private static String interval(IntentScores.Interval interval) {
    return format(
        "%.1f (%.1f to %.1f)", 100 * interval.value(), 100 * interval.low(), 100 * interval.high());
  }

  private static String number(double value) {
    return format("%.3f", value);
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
