package org.carersignpost.knowledge.search;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Mends words that the knowledge base does not know into ones it does, gently.
///
/// Only words of five letters or more are touched, the first letter stays, and one slip is allowed,
/// or two in a word of eight letters or more. Two swapped neighbours are one slip.
final class Spelling {
  private static final Pattern WORD = Pattern.compile("[a-z][a-z'\u2019]*");
  private static final int SHORTEST = 5;
  private static final int SHORTEST_FOR_TWO_SLIPS = 8;

  private final Words words;
  private final Set<String> knownTerms;

  /// The words of the texts that need no mending, kept so that most words need no stemming.
  private final Set<String> knownWords = new HashSet<>();

  private final Map<Character, Map<String, Integer>> candidates = new HashMap<>();

  /// @param words makes terms
  /// @param prose texts whose words are spelt right
  /// @param knownTerms the terms of words that need no mending, though they may be misspelt on
  ///   purpose; those of the prose among them
  Spelling(Words words, Stream<String> prose, Set<String> knownTerms) {
    this.words = words;
    this.knownTerms = knownTerms;
    prose.forEach(text -> {
      Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
      while (matcher.find()) {
        count(matcher.group());
      }
    });
    for (Map<String, Integer> ofLetter : candidates.values()) {
      ofLetter.keySet().stream().filter(this::isKnown).forEach(knownWords::add);
    }
  }

  private void count(String word) {
    if (word.length() >= SHORTEST - 1) {
      candidates.computeIfAbsent(word.charAt(0), _ -> new TreeMap<>()).merge(word, 1, Integer::sum);
    }
  }

  /// The text in lower case with its unknown words mended where that is likely right.
  String mended(String text) {
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(nearest(found.group()).orElse(found.group())));
  }

  private Optional<String> nearest(String word) {
    if (word.length() < SHORTEST || knownWords.contains(word) || isKnown(word)) {
      return Optional.empty();
    }
    int slips = word.length() >= SHORTEST_FOR_TWO_SLIPS ? 2 : 1;
    String best = null;
    int bestDistance = slips + 1;
    int bestCount = 0;
    for (Map.Entry<String, Integer> entry :
        candidates.getOrDefault(word.charAt(0), Map.of()).entrySet()) {
      String candidate = entry.getKey();
      if (Math.abs(candidate.length() - word.length()) > slips) {
        continue;
      }
      int distance = distance(word, candidate);
      if (distance < bestDistance
          || (distance == bestDistance && best != null && entry.getValue() > bestCount)) {
        best = candidate;
        bestDistance = distance;
        bestCount = entry.getValue();
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isKnown(String word) {
    return words.terms(word).stream()
        .allMatch(term -> knownTerms.contains(term) || words.isSmall(term));
  }

  /// Slips between two words: a letter too many, missing, wrong, or swapped with its neighbour.
  static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[b.length()];
  }
}
