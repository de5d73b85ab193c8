package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// How good some rankings are.
///
/// - success@1: what stands first is a good answer (grade 2 or 3).
/// - recall@5: of the right doors (grade 3), the part that is among the first five.
/// - nDCG@3: the gain 2^grade - 1 of the first three, each divided by log2 of its place + 1, as
///   part of the best possible (Järvelin and Kekäläinen 2002; gains as in Burges et al. 2005).
/// - wrong area: a service or guide among the first five that is not for the place asked for.
final class SearchScores {
  private static final int GAIN_AT = 3;
  private static final int RECALL_AT = 5;

  private final KnowledgeBase base;
  private final List<Double> gains = new ArrayList<>();
  private final List<Double> recalls = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> wrongAreas = new ArrayList<>();
  private int questions;
  private int first;
  private int best;
  private int placed;

  SearchScores(KnowledgeBase base) {
    this.base = base;
  }

  void add(JudgedQuestion question, List<String> ranked) {
    questions++;
    String at1 = ranked.isEmpty() ? "" : ranked.getFirst();
    if (question.grade(at1) >= JudgedQuestion.GOOD) {
      first++;
    } else {
      missed.add(line(question, ranked));
    }
    best += question.grade(at1) >= JudgedQuestion.RIGHT ? 1 : 0;
    gains.add(gain(question, ranked) / ideal(question));
    List<String> five = ranked.stream().limit(RECALL_AT).toList();
    long found = question.right().stream().filter(five::contains).count();
    recalls.add((double) found / question.right().size());
    if (question.outside() || !question.areas().isEmpty()) {
      placed++;
      if (five.stream().anyMatch(id -> !isFor(question, id))) {
        wrongAreas.add(line(question, ranked));
      }
    }
  }

  private static String line(JudgedQuestion question, List<String> ranked) {
    return "%s [%s] %s -> %s; wanted %s"
        .formatted(
            question.id(),
            question.outside() ? "outside" : String.join(";", question.areas()),
            question.question(),
            ranked.stream().limit(GAIN_AT).toList(),
            question.right());
  }

  private static double gain(JudgedQuestion question, List<String> ranked) {
    double sum = 0;
    for (int i = 0; i < Math.min(GAIN_AT, ranked.size()); i++) {
      sum += gain(question.grade(ranked.get(i)), i);
    }
    return sum;
  }

  private static double ideal(JudgedQuestion question) {
    List<Integer> grades =
        question.grades().values().stream().sorted((a, b) -> b - a).limit(GAIN_AT).toList();
    double sum = 0;
    for (int i = 0; i < grades.size(); i++) {
      sum += gain(grades.get(i), i);
    }
    return sum;
  }

  private static double gain(int grade, int index) {
    return (Math.pow(2, grade) - 1) / (Math.log(index + 2) / Math.log(2));
  }

  private boolean isFor(JudgedQuestion question, String id) {
    List<String> covered =
        id.startsWith(Rankings.GUIDE)
            ? base.guide(id.substring(Rankings.GUIDE.length())).orElseThrow().coverage()
            : base.service(id).orElseThrow().serviceAreas().stream().map(a -> a.name()).toList();
    // A carer outside is in England at least, since all places known are.
    Stream<String> there = question.outside() ? Stream.of("England") : question.areas().stream();
    return covered.isEmpty()
        || there.anyMatch(a -> covered.stream().anyMatch(c -> base.areas().isWithin(a, c)));
  }

  Share first() {
    return Share.of(first, questions);
  }

  Share best() {
    return Share.of(best, questions);
  }

  Share wrongArea() {
    return Share.of(wrongAreas.size(), placed);
  }

  double gain() {
    return mean(gains);
  }

  double recall() {
    return mean(recalls);
  }

  /// The questions whose first answer is not good, with what was found.
  List<String> missed() {
    return List.copyOf(missed);
  }

  /// The questions that got something which is not for their place.
  List<String> wrongAreas() {
    return List.copyOf(wrongAreas);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "success@1 %s; right door first %.1f %%; recall@5 %.3f; nDCG@3 %.3f; wrong area %s",
        first(),
        100 * best().value(),
        recall(),
        gain(),
        wrongArea());
  }
}
