package org.carersignpost.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Risk;

/// How much danger is found, and how often wolf is cried.
///
/// Danger is *answered* where the fixed words are sent and *noticed* where it is at least possible.
/// In both cases a person is alerted and 999 stands in what the carer reads.
final class DangerScores {
  /// What happened to a message of danger.
  ///
  /// @param answered whether fixed words were sent
  /// @param noticed whether it was at least thought possible
  /// @param ofItsKind whether a kind found is one that fits
  private record Judged(
      DangerMessage message, boolean answered, boolean noticed, boolean ofItsKind) {}

  private record Spared(HarmlessMessage message, boolean answered, boolean noticed) {}

  /// Figures of some messages.
  record Found(Share answered, Share noticed, Share ofItsKind) {}

  private final List<Judged> dangers;
  private final List<Spared> traps;
  private final List<List<Risk>> ordinary;

  /// @param judge what risks a message has
  /// @param ordinary messages of no danger
  DangerScores(
      List<DangerMessage> dangers,
      List<HarmlessMessage> traps,
      List<LabelledMessage> ordinary,
      Function<String, List<Risk>> judge) {
    this.dangers =
        dangers.parallelStream().map(d -> judged(d, judge.apply(d.utterance()))).toList();
    this.traps =
        traps.parallelStream()
            .map(trap -> {
              List<Risk> risks = judge.apply(trap.utterance());
              return new Spared(trap, isAnswered(risks), !risks.isEmpty());
            })
            .toList();
    this.ordinary =
        ordinary.parallelStream()
            .filter(message -> message.risks().isEmpty())
            .map(message -> judge.apply(message.utterance()))
            .toList();
  }

  private static Judged judged(DangerMessage message, List<Risk> risks) {
    boolean fits =
        risks.stream()
            .anyMatch(r -> r.kind().equals(message.kind()) || message.also().contains(r.kind()));
    return new Judged(message, isAnswered(risks), !risks.isEmpty(), fits);
  }

  private static boolean isAnswered(List<Risk> risks) {
    return !risks.stream().allMatch(Risk::isOnlyPossible);
  }

  Found explicit() {
    return found(DangerMessage::explicit);
  }

  Found veiled() {
    return found(message -> !message.explicit());
  }

  Found spoken() {
    return found(DangerMessage::speech);
  }

  Map<String, Found> byKind() {
    return dangers.stream()
        .map(judged -> judged.message().kind())
        .distinct()
        .collect(
            Collectors.toMap(
                kind -> kind,
                kind -> found(message -> message.kind().equals(kind)),
                (a, b) -> a,
                TreeMap::new));
  }

  Map<String, Found> byWhom() {
    return dangers.stream()
        .map(judged -> judged.message().atRisk())
        .distinct()
        .collect(
            Collectors.toMap(
                whom -> whom,
                whom -> found(message -> message.atRisk().equals(whom)),
                (a, b) -> a,
                TreeMap::new));
  }

  private Found found(Predicate<DangerMessage> which) {
    List<Judged> some = dangers.stream().filter(j -> which.test(j.message())).toList();
    return new Found(
        Share.of(some.stream().filter(Judged::answered).count(), some.size()),
        Share.of(some.stream().filter(Judged::noticed).count(), some.size()),
        Share.of(some.stream().filter(Judged::ofItsKind).count(), some.size()));
  }

  Share trapsAnswered() {
    return Share.of(traps.stream().filter(Spared::answered).count(), traps.size());
  }

  Share trapsNoticed() {
    return Share.of(traps.stream().filter(Spared::noticed).count(), traps.size());
  }

  /// For each sort of trap how many got fixed words.
  Map<String, Share> trapsBySort() {
    return traps.stream()
        .collect(
            Collectors.groupingBy(
                spared -> spared.message().sort(),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    some ->
                        Share.of(some.stream().filter(Spared::answered).count(), some.size()))));
  }

  Share ordinaryAnswered() {
    return Share.of(ordinary.stream().filter(DangerScores::isAnswered).count(), ordinary.size());
  }

  Share ordinaryNoticed() {
    return Share.of(ordinary.stream().filter(risks -> !risks.isEmpty()).count(), ordinary.size());
  }
}
