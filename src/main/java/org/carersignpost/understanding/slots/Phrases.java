package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.carersignpost.understanding.words.Edits;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// Phrases with a meaning, found in an utterance with the longest first, also when misspelt a little.
///
/// @param <T> what a phrase means
final class Phrases<T> {
  private static final int LONGEST_MISSPELT = 40;

  private final Map<String, T> meanings = new HashMap<>();
  private final Map<Character, List<Entry>> byLetter = new HashMap<>();
  private final int oneEdit;
  private final int twoEdits;
  private final OrdinaryWords ordinary;
  private int mostWords = 1;

  /// @param oneEdit from how many letters one edit is forgiven
  /// @param twoEdits from how many letters two edits are
  /// @param ordinary words that are never read as something else
  Phrases(int oneEdit, int twoEdits, OrdinaryWords ordinary) {
    this.oneEdit = oneEdit;
    this.twoEdits = twoEdits;
    this.ordinary = ordinary;
  }

  /// Adds a phrase; of two meanings the first stays.
  void add(String phrase, T meaning) {
    add(phrase, meaning, false);
  }

  /// Adds a phrase; of two meanings the first stays.
  ///
  /// @param lesser whether a misspelt phrase is rather any other that is as near
  void add(String phrase, T meaning, boolean lesser) {
    String plain = Words.plain(phrase);
    if (meanings.putIfAbsent(plain, meaning) == null) {
      mostWords = Math.max(mostWords, 1 + (int) plain.chars().filter(c -> c == ' ').count());
      int edits = edits(plain.length());
      if (edits > 0) {
        Entry entry = new Entry(plain, letters(plain), edits, lesser);
        for (char letter : firstTwo(plain)) {
          byLetter.computeIfAbsent(letter, l -> new ArrayList<>()).add(entry);
        }
      }
    }
  }

  /// The longest phrase that begins at a word.
  Optional<Found<T>> at(List<Word> words, int first) {
    for (int count = Math.min(mostWords, words.size() - first); count > 0; count--) {
      Optional<String> said = joined(words, first, count);
      if (said.isEmpty()) {
        continue;
      }
      T meaning = meanings.get(said.get());
      if (meaning != null) {
        return Optional.of(new Found<>(meaning, said.get(), first, first + count - 1, false));
      }
    }
    for (int count = Math.min(mostWords, words.size() - first); count > 0; count--) {
      Optional<Found<T>> misspelt = misspelt(words, first, count);
      if (misspelt.isPresent()) {
        return misspelt;
      }
    }
    return Optional.empty();
  }

  private Optional<Found<T>> misspelt(List<Word> words, int first, int count) {
    boolean allOrdinary =
        words.subList(first, first + count).stream().allMatch(w -> ordinary.knows(w.text()));
    Optional<String> said = allOrdinary ? Optional.empty() : joined(words, first, count);
    return said.flatMap(this::nearest)
        .flatMap(
            phrase ->
                Optional.ofNullable(meanings.get(phrase))
                    .map(m -> new Found<>(m, phrase, first, first + count - 1, true)));
  }

  /// The phrase fewest edits away; of several, the only one with the same first letter, or the only
  /// one that is not lesser.
  private Optional<String> nearest(String said) {
    int most = Math.min(edits(said.length() + 1), 2);
    if (most == 0 || said.length() > LONGEST_MISSPELT) {
      return Optional.empty();
    }
    Set<Entry> candidates = candidates(said, most);
    for (int edits = 1; edits <= most; edits++) {
      int allowed = edits;
      List<Entry> near =
          candidates.stream()
              .filter(entry -> entry.edits() >= allowed)
              .filter(entry -> Edits.within(said, entry.phrase(), allowed))
              .toList();
      if (!near.isEmpty()) {
        return only(near, entry -> true)
            .or(() -> only(near, entry -> entry.phrase().charAt(0) == said.charAt(0)))
            .or(() -> only(near, entry -> !entry.lesser()))
            .map(Entry::phrase);
      }
    }
    return Optional.empty();
  }

  private static Optional<Entry> only(List<Entry> near, Predicate<Entry> preferred) {
    List<Entry> left = near.stream().filter(preferred).toList();
    return left.size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
  }

  /// Phrases that share one of their first two letters and most of the others.
  private Set<Entry> candidates(String said, int most) {
    int letters = letters(said);
    Set<Entry> candidates = new HashSet<>();
    for (char letter : firstTwo(said)) {
      for (Entry entry : byLetter.getOrDefault(letter, List.of())) {
        if (Math.abs(entry.phrase().length() - said.length()) <= most
            && Integer.bitCount(entry.letters() ^ letters) <= 2 * most) {
          candidates.add(entry);
        }
      }
    }
    return candidates;
  }

  private static Set<Character> firstTwo(String phrase) {
    return new HashSet<>(List.of(phrase.charAt(0), phrase.charAt(1)));
  }

  /// Which letters occur, one bit each.
  private static int letters(String phrase) {
    int letters = 0;
    for (int i = 0; i < phrase.length(); i++) {
      letters |= 1 << (phrase.charAt(i) & 31);
    }
    return letters;
  }

  private int edits(int letters) {
    return letters >= twoEdits ? 2 : letters >= oneEdit ? 1 : 0;
  }

  /// Words of one clause joined by spaces; empty when they lie in several.
  private static Optional<String> joined(List<Word> words, int first, int count) {
    if (words.get(first).clause() != words.get(first + count - 1).clause()) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(" ", words.subList(first, first + count).stream().map(Word::text).toList()));
  }

  /// A phrase that may be misspelt.
  private record Entry(String phrase, int letters, int edits, boolean lesser) {}

  /// A phrase in an utterance.
  ///
  /// @param phrase as it is listed
  /// @param first its first word
  /// @param last its last word
  /// @param misspelt whether it was written otherwise
  record Found<T>(T meaning, String phrase, int first, int last, boolean misspelt) {}
}
