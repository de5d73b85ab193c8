package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;

/// How well needs and wishes are found.
///
/// Found are the intent and all topics of a message. One that must be found and is counts for it,
/// one that must be and is not counts against it, and so does one that neither must nor may be. F1
/// is the harmonic mean of precision and recall over all of them together (micro), or averaged over
/// the intents (macro).
final class IntentScores {
  private static final int RESAMPLES = 1_000;
  private static final int BINS = 10;
  private static final double TAIL = 0.025;

  /// One message.
  ///
  /// @param right found, and rightly so
  /// @param missed not found
  /// @param wrong found, and wrongly so
  /// @param first the intent that is served first
  /// @param firstIsRight whether that must or may be
  private record Judged(
      Set<String> right,
      Set<String> missed,
      Set<String> wrong,
      String expected,
      String first,
      boolean firstIsRight,
      double confidence) {}

  private final List<Judged> judged = new ArrayList<>();

  /// A figure and its 95 % interval, by drawing messages anew a thousand times.
  record Interval(double value, double low, double high) {}

  void add(LabelledMessage message, Interpretation meaning) {
    Set<String> found = found(meaning);
    Set<String> right = new HashSet<>(message.must());
    right.retainAll(found);
    Set<String> missed = new HashSet<>(message.must());
    missed.removeAll(found);
    Set<String> wrong = new HashSet<>(found);
    wrong.removeAll(message.must());
    wrong.removeAll(message.may());
    String first = meaning.intent().id();
    judged.add(
        new Judged(
            right,
            missed,
            wrong,
            message.must().contains(first) ? first : message.must().getFirst(),
            first,
            message.must().contains(first) || message.may().contains(first),
            meaning.confidence()));
  }

  /// All that an answer would serve.
  static Set<String> found(Interpretation meaning) {
    Set<String> found = new HashSet<>(Set.of(meaning.intent().id()));
    meaning.topics().forEach(topic -> found.add(new Intent.Find(topic.topic()).id()));
    meaning.wishes().forEach(wish -> found.add(wish.id()));
    return found;
  }

  /// Whether what is served first is wanted.
  Share first() {
    return Share.of(judged.stream().filter(Judged::firstIsRight).count(), judged.size());
  }

  Interval micro() {
    return interval(IntentScores::micro);
  }

  Interval macro() {
    return interval(IntentScores::macro);
  }

  private Interval interval(java.util.function.ToDoubleFunction<List<Judged>> figure) {
    SplittableRandom random = new SplittableRandom(judged.size());
    double[] drawn =
        IntStream.range(0, RESAMPLES)
            .mapToDouble(_ -> {
              List<Judged> sample = new ArrayList<>();
              for (int i = 0; i < judged.size(); i++) {
                sample.add(judged.get(random.nextInt(judged.size())));
              }
              return figure.applyAsDouble(sample);
            })
            .sorted()
            .toArray();
    return new Interval(
        figure.applyAsDouble(judged),
        drawn[(int) (TAIL * RESAMPLES)],
        drawn[(int) ((1 - TAIL) * RESAMPLES) - 1]);
  }

  private static double micro(List<Judged> messages) {
    int right = messages.stream().mapToInt(m -> m.right().size()).sum();
    int missed = messages.stream().mapToInt(m -> m.missed().size()).sum();
    int wrong = messages.stream().mapToInt(m -> m.wrong().size()).sum();
    return f1(right, missed, wrong);
  }

  private static double macro(List<Judged> messages) {
    return counts(messages).values().stream()
        .filter(count -> count[0] + count[1] > 0)
        .mapToDouble(count -> f1(count[0], count[1], count[2]))
        .average()
        .orElse(0);
  }

  private static double f1(int right, int missed, int wrong) {
    return right == 0 ? 0 : 2.0 * right / (2.0 * right + missed + wrong);
  }

  /// For each intent how often it was rightly found, missed and wrongly found.
  Map<String, int[]> counts() {
    return counts(judged);
  }

  private static Map<String, int[]> counts(List<Judged> messages) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Judged message : messages) {
      count(message.right(), 0, counts);
      count(message.missed(), 1, counts);
      count(message.wrong(), 2, counts);
    }
    return counts;
  }

  private static void count(Set<String> intents, int what, Map<String, int[]> counts) {
    intents.forEach(intent -> counts.computeIfAbsent(intent, _ -> new int[3])[what]++);
  }

  /// How often an intent was served first where another was wanted: wanted, served, times.
  Map<String, Map<String, Integer>> confusion() {
    Map<String, Map<String, Integer>> confusion = new TreeMap<>();
    for (Judged message : judged) {
      String expected = message.firstIsRight() ? message.first() : message.expected();
      confusion
          .computeIfAbsent(expected, _ -> new TreeMap<>())
          .merge(message.first(), 1, Integer::sum);
    }
    return confusion;
  }

  /// A band of confidence.
  ///
  /// @param said the mean confidence of its messages
  /// @param right how many of them were right
  record Band(double said, Share right) {}

  /// The messages by tenths of confidence.
  List<Band> reliability() {
    List<Band> bands = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      int band = bin;
      List<Judged> in =
          judged.stream()
              .filter(m -> Math.min(BINS - 1, (int) (m.confidence() * BINS)) == band)
              .toList();
      if (!in.isEmpty()) {
        bands.add(
            new Band(
                in.stream().mapToDouble(Judged::confidence).average().orElse(0),
                Share.of(in.stream().filter(Judged::firstIsRight).count(), in.size())));
      }
    }
    return bands;
  }

  /// The expected calibration error (Guo et al. 2017): how far confidence and being right lie apart
  /// on average.
  double calibrationError() {
    return reliability().stream()
            .mapToDouble(band -> Math.abs(band.said() - band.right().value()) * band.right().all())
            .sum()
        / judged.size();
  }
}
