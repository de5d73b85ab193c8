package org.carersignpost.understanding.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts an utterance into words.
///
/// A word is a run of letters and digits; apostrophes within it are left out. Only the first 4,000
/// characters are read, which is more than two of the longest messages that can be sent.
public final class Words {
  private static final int MOST_CHARACTERS = 4_000;
  private static final String SENTENCE_ENDERS = ".!?;";
  private static final String CLAUSE_ENDERS = ",:()\n\r";

  private Words() {}

  /// The words in order; none for a blank utterance or one of signs only.
  public static List<Word> of(String utterance) {
    String read = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    List<Word> words = new ArrayList<>();
    int sentence = 0;
    int clause = 0;
    int at = 0;
    while (at < read.length()) {
      int c = read.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        int end = endOfWord(read, at);
        words.add(word(read, at, end, sentence, clause));
        at = end;
        continue;
      }
      if (SENTENCE_ENDERS.indexOf(c) >= 0) {
        sentence++;
        clause++;
      } else if (CLAUSE_ENDERS.indexOf(c) >= 0) {
        clause++;
      }
      at += Character.charCount(c);
    }
    return List.copyOf(words);
  }

  /// The words of a phrase, joined by single spaces.
  public static String plain(String phrase) {
    return String.join(" ", of(phrase).stream().map(Word::text).toList());
  }

  private static int endOfWord(String read, int from) {
    int end = from;
    int at = from;
    while (at < read.length()) {
      int c = read.codePointAt(at);
      boolean apostrophe = isApostrophe(c);
      if (!Character.isLetterOrDigit(c) && !apostrophe) {
        break;
      }
      at += Character.charCount(c);
      if (!apostrophe) {
        end = at;
      }
    }
    return end;
  }

  private static Word word(String read, int start, int end, int sentence, int clause) {
    String said = read.substring(start, end);
    StringBuilder text = new StringBuilder(said.length());
    Normalizer.normalize(said, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(text::appendCodePoint);
    boolean capital =
        said.length() > 1
            && Character.isUpperCase(said.charAt(0))
            && said.chars().skip(1).anyMatch(Character::isLowerCase);
    return new Word(text.toString(), start, end, sentence, clause, capital);
  }

  private static boolean isApostrophe(int c) {
    return c == '\'' || c == '\u2019' || c == '\u2018' || c == '`' || c == '\u00b4';
  }
}
