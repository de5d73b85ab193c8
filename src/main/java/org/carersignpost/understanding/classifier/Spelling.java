package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.carersignpost.understanding.words.Edits;

/// Corrects unknown words to a known one, if one is a single edit away.
///
/// An edit is a letter left out, added or changed, or two neighbours swapped. The first letter is
/// believed, unless it was swapped with the second: people seldom get it wrong, and most words that
/// differ in it alone are different words (`town`, `down`). Words of fewer than four letters, and
/// words with a digit, stay as they are. Of several candidates the one that occurs oftenest is
/// taken, then the first in the alphabet.
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  private final Map<String, Integer> counts;

  /// The known words that may be meant, by their first letter and their length.
  private final Map<Start, List<Known>> known = new HashMap<>();

  /// How a word begins, and how long it is.
  private record Start(char letter, int length) {}

  /// @param letters as [Edits#letters] has them
  private record Known(String word, int count, int letters) {}

  /// @param counts the known words, and how often each occurs
  Spelling(Map<String, Integer> counts) {
    this.counts = new HashMap<>(counts);
    counts.forEach((word, count) -> {
      if (isCorrectable(word)) {
        known
            .computeIfAbsent(new Start(word.charAt(0), word.length()), _ -> new ArrayList<>())
            .add(new Known(word, count, Edits.letters(word)));
      }
    });
  }

  /// How often each word occurs in these utterances.
  static SortedMap<String, Integer> count(List<List<String>> utterances) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (List<String> tokens : utterances) {
      tokens.forEach(token -> counts.merge(token, 1, Integer::sum));
    }
    return counts;
  }

  boolean knows(String word) {
    return counts.containsKey(word);
  }

  /// The same words, unknown ones corrected where that is possible.
  List<String> correct(List<String> tokens) {
    return tokens.stream().map(this::correct).toList();
  }

  private String correct(String word) {
    if (counts.containsKey(word) || !isCorrectable(word)) {
      return word;
    }
    Known best = new Known(word, 0, Edits.letters(word));
    for (int length = word.length() - 1; length <= word.length() + 1; length++) {
      best = better(word, new Start(word.charAt(0), length), best);
      if (word.charAt(1) != word.charAt(0)) {
        best = better(word, new Start(word.charAt(1), length), best);
      }
    }
    return best.word;
  }

  private Known better(String written, Start start, Known than) {
    int letters = Edits.letters(written);
    Known best = than;
    for (Known meant : known.getOrDefault(start, List.of())) {
      boolean better =
          meant.count > best.count
              || (meant.count == best.count && meant.word.compareTo(best.word) < 0);
      if (better
          && Edits.mayBeWithin(meant.letters, letters, 1)
          && isBelievable(written, meant.word)
          && Edits.within(written, meant.word, 1)) {
        best = meant;
      }
    }
    return best;
  }

  private static boolean isCorrectable(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBelievable(String written, String meant) {
    char first = written.charAt(0);
    return first == meant.charAt(0)
        || (first == meant.charAt(1) && written.charAt(1) == meant.charAt(0));
  }
}
