package org.carersignpost.understanding.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.carersignpost.understanding.words.WordFiles;

/// Knows English words from others, and those that are words of both.
final class EnglishWords {
  private static final String FILE = "english-words.txt";

  private final Map<String, Judgement> listed = new HashMap<>();
  private final Predicate<String> alsoKnown;

  /// What a word says of the language of its message.
  enum Judgement {
    /// English and nothing else.
    KNOWN,
    /// English and a common word elsewhere, a number, or a single letter.
    NEITHER,
    /// Not known to be English; perhaps a name or misspelt.
    UNKNOWN
  }

  /// @param elsewhere common words of the other languages
  /// @param alsoKnown further English words
  EnglishWords(Set<String> elsewhere, Predicate<String> alsoKnown) {
    this.alsoKnown = alsoKnown;
    Set<String> english = new HashSet<>(WordFiles.read(EnglishWords.class, FILE));
    english.forEach(
        word -> listed.put(word, elsewhere.contains(word) ? Judgement.NEITHER : Judgement.KNOWN));
  }

  /// @param word in lower case, without apostrophes
  Judgement judge(String word) {
    Judgement judgement = listed.get(word);
    if (judgement != null) {
      return judgement;
    }
    boolean isSingle =
        word.isEmpty() || (word.length() == 1 && word.charAt(0) < Script.FIRST_OF_OTHERS);
    if (isSingle || hasDigit(word)) {
      return Judgement.NEITHER;
    }
    return alsoKnown.test(word) ? Judgement.KNOWN : Judgement.UNKNOWN;
  }

  boolean isWord(String word) {
    return judge(word) != Judgement.UNKNOWN;
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
