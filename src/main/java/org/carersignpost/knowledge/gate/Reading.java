package org.carersignpost.knowledge.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How hard a text is to read, by the grade of Flesch and Kincaid (1975): long sentences and long
/// words are hard.
///
/// A colon and a semicolon end a sentence as a full stop does, as Flesch counted them, and so does
/// the end of a line. Add texts up to judge short ones together: of a few words alone the measure
/// says nothing.
///
/// @param words how many
/// @param sentences how many, at least 1
/// @param syllables how many
record Reading(int words, int sentences, int syllables) {
  /// Nothing read yet.
  static final Reading NOTHING = new Reading(0, 0, 0);

  /// Nobody publishes more in one piece; what exceeds it is not read.
  private static final int MOST_CHARACTERS = 50_000;

  /// A pupil in the first grade of the United States is six, in the United Kingdom's year 2.
  private static final int AGE_BEFORE_SCHOOL = 5;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*");

  private static final Pattern END = Pattern.compile("[.!?:;]+[\"')\\]]*(?=\\s|$)|\\R");

  /// Markdown that is not read: marks of headings, lists and stress, and where links lead.
  private static final Pattern MARKS =
      Pattern.compile("(?m)^\\s*(?:#+|[-*+]|\\d+\\.)\\s+|[*_`]{1,3}|(?<=])\\([^)]*\\)|[\\[\\]]");

  /// @param names what is not counted as hard
  static Reading of(String text, Names names) {
    String bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    String plain = names.shortened(MARKS.matcher(bounded).replaceAll(""));
    int words = 0;
    int sentences = 0;
    int syllables = 0;
    for (String sentence : END.split(plain)) {
      int before = words;
      Matcher matcher = WORD.matcher(sentence);
      while (matcher.find()) {
        words++;
        syllables += Syllables.count(matcher.group().replace('’', '\''));
      }
      sentences += words > before ? 1 : 0;
    }
    return new Reading(words, sentences, syllables);
  }

  Reading plus(Reading other) {
    return new Reading(
        words + other.words, sentences + other.sentences, syllables + other.syllables);
  }

  /// The grade of Flesch and Kincaid; 0 for a text without words.
  double grade() {
    return words == 0 ? 0 : 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
  }

  /// The age at which a pupil in the United Kingdom can read it.
  double age() {
    return grade() + AGE_BEFORE_SCHOOL;
  }
}
