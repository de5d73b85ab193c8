package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /// Every known word under itself and under each form with one letter left out.
  private final Map<String, List<String>> neighbours = new HashMap<>();

  /// @param counts the known words, and how often each occurs
  Spelling(Map<String, Integer> counts) {
    this.counts = Map.copyOf(counts);
    for (String word : new TreeMap<>(counts).keySet()) {
      if (isCorrectable(word)) {
        for (String form : forms(word)) {
          neighbours.computeIfAbsent(form, f -> new ArrayList<>(1)).add(word);
        }
      }
    }
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
    String best = word;
    int bestCount = 0;
    for (String form : forms(word)) {
      for (String candidate : neighbours.getOrDefault(form, List.of())) {
        int count = counts.getOrDefault(candidate, 0);
        boolean better = count > bestCount || (count == bestCount && candidate.compareTo(best) < 0);
        if (better && isBelievable(word, candidate) && isOneEdit(word, candidate)) {
          best = candidate;
          bestCount = count;
        }
      }
    }
    return best;
  }

  private static boolean isCorrectable(String word) {
    return word.length() >= SHORTEST
        && word.length() <= LONGEST
        && word.chars().allMatch(Character::isLetter);
  }

  private static Set<String> forms(String word) {
    Set<String> forms = new HashSet<>();
    forms.add(word);
    for (int i = 0; i < word.length(); i++) {
      forms.add(word.substring(0, i) + word.substring(i + 1));
    }
    return forms;
  }

  private static boolean isBelievable(String written, String meant) {
    char first = written.charAt(0);
    return first == meant.charAt(0)
        || (first == meant.charAt(1) && written.charAt(1) == meant.charAt(0));
  }

  /// Sharing a form allows two edits, one on each side; only one is wanted.
  static boolean isOneEdit(String a, String b) {
    int prefix = 0;
    int shorter = Math.min(a.length(), b.length());
    while (prefix < shorter && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    String restA = a.substring(prefix);
    String restB = b.substring(prefix);
    if (restA.length() == restB.length()) {
      return !restA.isEmpty()
          && (restA.regionMatches(1, restB, 1, restB.length() - 1) || isSwap(restA, restB));
    }
    String longer = restA.length() > restB.length() ? restA : restB;
    String other = restA.length() > restB.length() ? restB : restA;
    return longer.length() == other.length() + 1 && longer.substring(1).equals(other);
  }

  private static boolean isSwap(String a, String b) {
    return a.length() >= 2
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.regionMatches(2, b, 2, a.length() - 2);
  }
}
