package org.carersignpost.understanding.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Brings words into the form in which spellings no longer differ: small letters, Latin and
/// Cyrillic ones without accents, Arabic ones without vowel signs, and in Indic scripts one letter
/// for those that sound alike.
///
/// Unlike [org.carersignpost.understanding.words.Words] it keeps the vowel signs of Indic scripts
/// within a word.
final class Folding {
  private static final char LAST_PLAIN = '\u007F';
  private static final int MOST_CHARACTERS = 4_000;

  private static final Map<Character, Character> ALIKE =
      Map.ofEntries(
          Map.entry('ł', 'l'),
          Map.entry('ı', 'i'),
          Map.entry('đ', 'd'),
          Map.entry('ґ', 'г'),
          // Devanagari: nasal signs, long and short vowels, the three s.
          Map.entry('\u0901', '\u0902'),
          Map.entry('\u0940', '\u093F'),
          Map.entry('\u0942', '\u0941'),
          Map.entry('\u0936', '\u0938'),
          Map.entry('\u0937', '\u0938'),
          // Bengali: the same.
          Map.entry('\u09C0', '\u09BF'),
          Map.entry('\u09C2', '\u09C1'),
          Map.entry('\u09A3', '\u09A8'),
          Map.entry('\u09B6', '\u09B8'),
          Map.entry('\u09B7', '\u09B8'),
          // Arabic letters as Urdu keyboards have them.
          Map.entry('\u064A', '\u06CC'),
          Map.entry('\u0649', '\u06CC'),
          Map.entry('\u0643', '\u06A9'),
          Map.entry('\u0647', '\u06C1'),
          Map.entry('\u0629', '\u06C1'),
          Map.entry('\u06BE', '\u06C1'),
          Map.entry('\u06D5', '\u06C1'),
          Map.entry('\u06BA', '\u0646'));

  private static final String APOSTROPHES = "'\u2019\u2018\u02BC`\u00B4";

  /// Accents, nuktas, the Bengali chandrabindu and joiners, which are often left out.
  private static final String LEFT_OUT = "\u093C\u09BC\u0981\u200C\u200D\u0640\u0670";

  private static final String VIRAMAS = "\u094D\u09CD";

  private Folding() {}

  /// Whether a word has plain Latin letters only, so that it is folded as it is.
  static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > LAST_PLAIN) {
        return false;
      }
    }
    return true;
  }

  /// The words of an utterance in order.
  static List<String> words(String utterance) {
    String read = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    String apart = Normalizer.normalize(read, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (isLeftOut(c)) {
        continue;
      }
      if (isPart(c)) {
        word.append(ALIKE.getOrDefault(c, c));
      } else {
        add(word, words);
      }
    }
    add(word, words);
    return words;
  }

  private static boolean isLeftOut(char c) {
    boolean isAccent = (c >= '\u0300' && c <= '\u036F') || (c >= '\u064B' && c <= '\u065F');
    return isAccent || LEFT_OUT.indexOf(c) >= 0 || APOSTROPHES.indexOf(c) >= 0;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static void add(StringBuilder word, List<String> words) {
    int end = word.length();
    while (end > 0 && VIRAMAS.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > 0) {
      words.add(word.substring(0, end));
    }
    word.setLength(0);
  }
}
