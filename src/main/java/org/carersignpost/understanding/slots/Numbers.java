package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.understanding.words.Word;

/// Numbers below a thousand, in digits and in words.
final class Numbers {
  private static final int MOST_DIGITS = 3;

  private static final Map<String, Integer> UNITS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9));

  private static final Map<String, Integer> TEENS =
      Map.ofEntries(
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("forteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));

  private static final Map<String, Integer> TENS =
      Map.ofEntries(
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fourty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90),
          Map.entry("ninty", 90));

  private Numbers() {}

  /// A number and its last word.
  record Amount(int value, int last) {}

  /// The number that begins at a word: `82`, `eighty two`, `a hundred and one`.
  static Optional<Amount> at(List<Word> words, int first) {
    String said = Context.word(words, first);
    if (isDigits(said)) {
      return said.length() <= MOST_DIGITS
          ? Optional.of(new Amount(Integer.parseInt(said), first))
          : Optional.empty();
    }
    if (said.equals("a") || said.equals("one")) {
      Optional<Amount> hundred = hundred(words, first);
      if (hundred.isPresent()) {
        return hundred;
      }
    }
    return belowHundred(words, first);
  }

  /// Whether a word is one of the ten digits or a run of them.
  static boolean isDigits(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /// The digit that a word names, `seven`; none for any other word.
  static Optional<String> digit(String word) {
    return Optional.ofNullable(UNITS.get(word)).map(String::valueOf);
  }

  private static Optional<Amount> hundred(List<Word> words, int first) {
    if (!Context.word(words, first + 1).equals("hundred")) {
      return Optional.empty();
    }
    boolean and = Context.word(words, first + 2).equals("and");
    return belowHundred(words, first + (and ? 3 : 2))
        .map(more -> new Amount(100 + more.value(), more.last()))
        .or(() -> Optional.of(new Amount(100, first + 1)));
  }

  private static Optional<Amount> belowHundred(List<Word> words, int first) {
    String said = Context.word(words, first);
    Integer tens = TENS.get(said);
    if (tens != null) {
      Integer unit = UNITS.get(Context.word(words, first + 1));
      return Optional.of(
          unit == null ? new Amount(tens, first) : new Amount(tens + unit, first + 1));
    }
    Integer small = TEENS.getOrDefault(said, UNITS.get(said));
    return small == null ? Optional.empty() : Optional.of(new Amount(small, first));
  }
}
