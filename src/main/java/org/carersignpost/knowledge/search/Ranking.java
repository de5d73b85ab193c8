package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts scored services in order for a place, under the rules that no score may break.
final class Ranking {
  private static final Comparator<Score> BEST_FIRST =
      Comparator.comparingDouble(Score::total).reversed().thenComparing(Score::id);

  private Ranking() {}

  /// The services for a place, best first. One that nobody can reach, because neither number nor
  /// address is known, is not among them.
  ///
  /// @param scores of any place
  /// @param near how near their sites are
  /// @param exclude ids not to show
  static List<Score> ranked(
      List<Score> scores, Reach reach, Nearness near, Asking asking, Set<String> exclude) {
    List<Score> there = new ArrayList<>();
    for (Score score : scores) {
      double place = reach.of(score.listing().covered());
      if (place > 0 && score.listing().isReachable()) {
        there.add(score.at(place, near.of(score.listing())));
      }
    }
    there.sort(BEST_FIRST);
    double least = there.isEmpty() ? 0 : there.getFirst().total() * Weights.LEAST_PART_OF_BEST;
    there.removeIf(score -> score.total() < least || exclude.contains(score.id()));
    putSoundFirst(there, asking);
    putChargedLater(there);
    spreadNumbers(there);
    return there;
  }

  /// A record in doubt is never first when one without doubts is of comparable relevance for the
  /// same topic.
  ///
  /// One for other people, such as a helpline for another illness, takes its place only where
  /// nobody else can: before it come the others of the topic and the carers' own services, which
  /// are right for everybody.
  private static void putSoundFirst(List<Score> ranked, Asking asking) {
    if (ranked.isEmpty() || !ranked.getFirst().listing().isDoubtful()) {
      return;
    }
    Score first = ranked.getFirst();
    List<Score> sound =
        ranked.stream()
            .filter(score -> !score.listing().isDoubtful())
            .filter(score -> score.total() >= first.total() * Weights.COMPARABLE)
            .toList();
    sound.stream()
        .filter(score -> score.audience() >= first.audience() * Weights.COMPARABLE)
        .filter(score -> isForAllCarers(score) || sameTopic(score, first, asking))
        .findFirst()
        .or(() -> sound.stream().filter(score -> sameTopic(score, first, asking)).findFirst())
        .ifPresent(score -> {
          ranked.remove(score);
          ranked.addFirst(score);
        });
  }

  /// A number that costs more than an ordinary call comes after another that can be rung, whatever
  /// else speaks for it.
  private static void putChargedLater(List<Score> ranked) {
    if (!ranked.isEmpty() && ranked.getFirst().listing().isCharged()) {
      ranked.stream()
          .filter(score -> score.listing().isCallable() && !score.listing().isCharged())
          .findFirst()
          .ifPresent(score -> {
            ranked.remove(score);
            ranked.addFirst(score);
          });
    }
  }

  private static boolean isForAllCarers(Score score) {
    return score.listing().general() == 1.0;
  }

  private static boolean sameTopic(Score one, Score other, Asking asking) {
    Set<String> topics = new HashSet<>(asking.topics().keySet());
    topics.removeIf(topic -> !other.listing().carries(topic));
    return topics.isEmpty() || topics.stream().anyMatch(one.listing()::carries);
  }

  private static void spreadNumbers(List<Score> ranked) {
    if (ranked.size() < 3 || !sameNumber(ranked.get(0), ranked.get(1))) {
      return;
    }
    double least = ranked.get(1).total() * Weights.OTHER_NUMBER;
    for (int i = 2; i < ranked.size() && ranked.get(i).total() >= least; i++) {
      if (!sameNumber(ranked.get(0), ranked.get(i))) {
        ranked.add(1, ranked.remove(i));
        return;
      }
    }
  }

  private static boolean sameNumber(Score one, Score other) {
    Optional<String> number = firstNumber(one);
    return number.isPresent() && number.equals(firstNumber(other));
  }

  private static Optional<String> firstNumber(Score score) {
    return score.listing().lines().stream().map(line -> line.number().dialled()).findFirst();
  }
}
