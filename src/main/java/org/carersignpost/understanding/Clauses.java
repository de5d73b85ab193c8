package org.carersignpost.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carersignpost.understanding.words.Word;

/// Cuts a message where a new thought is likely to begin, because people name several needs in one
/// breath: at signs, at words that join, and where they begin to ask.
final class Clauses {
  /// Shorter pieces say too little by themselves.
  private static final int FEWEST_WORDS = 2;

  private static final int MOST = 8;

  private static final Set<String> JOINING =
      Set.of("and", "n", "nd", "but", "also", "plus", "so", "anyway", "because", "cos", "then");

  /// Two words with which people begin to ask or to tell of themselves.
  private static final Set<String> BEGINNING =
      Set.of(
          "can i",
          "can you",
          "can we",
          "can someone",
          "can somebody",
          "could i",
          "could you",
          "could someone",
          "could somebody",
          "could we",
          "i need",
          "i want",
          "id like",
          "i would",
          "i cant",
          "i am",
          "im so",
          "im not",
          "is there",
          "are there",
          "do you",
          "does anyone",
          "how do",
          "how can",
          "where can",
          "where do",
          "what can",
          "who can",
          "who do",
          "please can",
          "my mum",
          "my dad",
          "my husband",
          "my wife",
          "my son",
          "my daughter");

  private Clauses() {}

  /// The pieces of two words or more, at most eight, in their order; the whole if there is one.
  static List<String> of(String utterance, List<Word> words) {
    List<String> clauses = new ArrayList<>();
    int first = 0;
    for (int i = 1; i < words.size() && clauses.size() < MOST - 1; i++) {
      boolean isLongEnough = i - first >= FEWEST_WORDS && words.size() - i >= FEWEST_WORDS;
      if (isLongEnough && begins(words, i)) {
        clauses.add(piece(utterance, words, first, i - 1));
        first = i;
      }
    }
    if (first < words.size()) {
      clauses.add(piece(utterance, words, first, words.size() - 1));
    }
    return clauses;
  }

  private static boolean begins(List<Word> words, int i) {
    Word word = words.get(i);
    return word.clause() != words.get(i - 1).clause()
        || JOINING.contains(word.text())
        || (i + 1 < words.size()
            && !JOINING.contains(words.get(i - 1).text())
            && BEGINNING.contains(word.text() + " " + words.get(i + 1).text()));
  }

  private static String piece(String utterance, List<Word> words, int first, int last) {
    return utterance.substring(words.get(first).start(), words.get(last).end());
  }
}
