package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.carersignpost.understanding.words.Edits;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// Phrases with a meaning, found in an utterance with the longest first, also when misspelt a
/// little.
///
/// @param <T> what a phrase means
final class Phrases<T> {
  private static final int LONGEST_MISSPELT = 40;

  private final Map<String, T> meanings = new HashMap<>();

  /// How many words the longest phrase has that begins with a word.
  private final Map<String, Integer> mostWordsFrom = new HashMap<>();

  /// The phrases that may be misspelt, by each of their first two letters and by their length.
  private final Map<Integer, List<Entry<T>>> byStart = new HashMap<>();

  /// The lengths of these phrases by each of their first two letters, one bit for each length.
  private final long[] lengths = new long[128];

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
      int words = 1 + (int) plain.chars().filter(c -> c == ' ').count();
      int firstEnd = plain.indexOf(' ');
      mostWordsFrom.merge(firstEnd < 0 ? plain : plain.substring(0, firstEnd), words, Math::max);
      mostWords = Math.max(mostWords, words);
      int edits = edits(plain.length());
      if (edits > 0) {
        Entry<T> entry = new Entry<>(meaning, plain, Edits.countedLetters(plain), edits, lesser);
        char first = plain.charAt(0);
        char second = plain.charAt(1);
        note(first, plain.length());
        note(second, plain.length());
        byStart
            .computeIfAbsent(start(first, plain.length()), start -> new ArrayList<>())
            .add(entry);
        if (second != first) {
          byStart
              .computeIfAbsent(start(second, plain.length()), start -> new ArrayList<>())
              .add(entry);
        }
      }
    }
  }

  private void note(char letter, int length) {
    if (letter < lengths.length && length < Long.SIZE) {
      lengths[letter] |= 1L << length;
    }
  }

  /// What a phrase means.
  Optional<T> meaning(String phrase) {
    return Optional.ofNullable(meanings.get(phrase));
  }

  /// The longest phrase that begins at a word.
  Optional<Found<T>> at(List<Word> words, int first) {
    int most = Math.min(mostWords, words.size() - first);
    int listed = mostWordsFrom.getOrDefault(words.get(first).text(), 0);
    for (int count = Math.min(most, listed); count > 0; count--) {
      if (!isOneClause(words, first, count)) {
        continue;
      }
      String said = joined(words, first, count);
      T meaning = meanings.get(said);
      if (meaning != null) {
        return Optional.of(new Found<>(meaning, said, first, first + count - 1, false));
      }
    }
    int ordinaryWords = ordinaryWords(words, first, most);
    for (int count = most; count > ordinaryWords; count--) {
      Optional<Found<T>> misspelt = misspelt(words, first, count);
      if (misspelt.isPresent()) {
        return misspelt;
      }
    }
    return Optional.empty();
  }

  /// How many words from the first on are ordinary, up to so many. A phrase of ordinary words alone
  /// is not misspelt.
  private int ordinaryWords(List<Word> words, int first, int most) {
    int count = 0;
    while (count < most && ordinary.knows(words.get(first + count).text())) {
      count++;
    }
    return count;
  }

  private Optional<Found<T>> misspelt(List<Word> words, int first, int count) {
    if (!isOneClause(words, first, count) || !mayBeListed(words, first, count)) {
      return Optional.empty();
    }
    return nearest(joined(words, first, count))
        .map(entry -> new Found<>(entry.meaning(), entry.phrase(), first, first + count - 1, true));
  }

  /// Whether any phrase with one of the first two letters is about as long.
  private boolean mayBeListed(List<Word> words, int first, int count) {
    int length = count - 1;
    for (int i = first; i < first + count; i++) {
      length += words.get(i).text().length();
    }
    int most = mostEdits(length);
    String begins = words.get(first).text();
    if (most == 0 || length > LONGEST_MISSPELT || begins.isEmpty()) {
      return false;
    }
    long near = ((1L << (2 * most + 1)) - 1) << (length - most);
    char second = begins.length() > 1 ? begins.charAt(1) : ' ';
    return ((lengths(begins.charAt(0)) | lengths(second)) & near) != 0;
  }

  private long lengths(char letter) {
    return letter < lengths.length ? lengths[letter] : -1;
  }

  private int mostEdits(int length) {
    return Math.min(edits(length + 1), 2);
  }

  /// The phrase fewest edits away; of several meanings, the only one with the same first letter, or
  /// the only one that is not lesser.
  private Optional<Entry<T>> nearest(String said) {
    int most = mostEdits(said.length());
    List<Entry<T>> candidates = candidates(said, most);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    for (int edits = 1; edits <= most; edits++) {
      List<Entry<T>> near = new ArrayList<>();
      for (Entry<T> candidate : candidates) {
        if (candidate.edits() >= edits && Edits.within(said, candidate.phrase(), edits)) {
          near.add(candidate);
        }
      }
      if (!near.isEmpty()) {
        return only(near, entry -> true)
            .or(() -> only(near, entry -> entry.phrase().charAt(0) == said.charAt(0)))
            .or(() -> only(near, entry -> !entry.lesser()));
      }
    }
    return Optional.empty();
  }

  private static <T> Optional<Entry<T>> only(List<Entry<T>> near, Predicate<Entry<T>> preferred) {
    List<Entry<T>> left = near.stream().filter(preferred).toList();
    boolean oneMeaning = left.stream().map(Entry::meaning).distinct().count() == 1;
    return oneMeaning ? Optional.of(left.getFirst()) : Optional.empty();
  }

  /// Phrases that share one of their first two letters and most of the others.
  private List<Entry<T>> candidates(String said, int most) {
    long letters = Edits.countedLetters(said);
    char first = said.charAt(0);
    char second = said.charAt(1);
    List<Entry<T>> candidates = new ArrayList<>();
    for (int length = said.length() - most; length <= said.length() + most; length++) {
      addNear(start(first, length), letters, most, candidates);
      if (second != first) {
        addNear(start(second, length), letters, most, candidates);
      }
    }
    return candidates;
  }

  /// Adds each phrase once, though it is listed by both of its first letters.
  private void addNear(int start, long letters, int most, List<Entry<T>> candidates) {
    List<Entry<T>> listed = byStart.get(start);
    if (listed == null) {
      return;
    }
    for (Entry<T> entry : listed) {
      if (Edits.mayBeWithin(entry.letters(), letters, most) && !has(candidates, entry)) {
        candidates.add(entry);
      }
    }
  }

  // Comparing what the entries mean would take longer than comparing the entries.
  @SuppressWarnings("ReferenceEquality")
  private static <T> boolean has(List<Entry<T>> candidates, Entry<T> entry) {
    for (Entry<T> candidate : candidates) {
      if (candidate == entry) {
        return true;
      }
    }
    return false;
  }

  private int edits(int letters) {
    return letters >= twoEdits ? 2 : letters >= oneEdit ? 1 : 0;
  }

  private static boolean isOneClause(List<Word> words, int first, int count) {
    return words.get(first).clause() == words.get(first + count - 1).clause();
  }

  /// Words joined by spaces.
  private static String joined(List<Word> words, int first, int count) {
    if (count == 1) {
      return words.get(first).text();
    }
    StringBuilder joined = new StringBuilder(words.get(first).text());
    for (int i = first + 1; i < first + count; i++) {
      joined.append(' ').append(words.get(i).text());
    }
    return joined.toString();
  }

  /// A letter near the beginning of a phrase and how many letters and spaces the phrase has, as one
  /// number.
  private static int start(char letter, int length) {
    return letter << Byte.SIZE | (length & 0xff);
  }

  /// A phrase that may be misspelt.
  private record Entry<T>(T meaning, String phrase, long letters, int edits, boolean lesser) {}

  /// A phrase in an utterance.
  ///
  /// @param phrase as it is listed
  /// @param first its first word
  /// @param last its last word
  /// @param misspelt whether it was written otherwise
  record Found<T>(T meaning, String phrase, int first, int last, boolean misspelt) {}
}
