package org.carersignpost.knowledge.gate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long a voice takes to say something, in seconds.
///
/// It is an estimate: 150 words a minute, which is the pace of a calm voice, and phone numbers
/// digit by digit with the pause of a second between their groups that callers get.
final class SpeakingTime {
  private static final double SECONDS_A_WORD = 60.0 / 150;
  private static final double SECONDS_A_DIGIT = 0.4;
  private static final double SECONDS_BETWEEN_GROUPS = 1;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.£])(?:(?:\\+44 ?|0)\\d{2,4}(?: ?\\d{2,4}){1,3}|\\d{3} ?\\d{3})(?!\\d)");

  private static final Pattern DIGITS = Pattern.compile("\\d");
  private static final Pattern WORD = Pattern.compile("\\S*[\\p{L}\\p{N}]\\S*");

  private SpeakingTime() {}

  /// @param words as people read them: `Ring 0300 555 1386.`
  static double seconds(String words) {
    double seconds = 0;
    Matcher numbers = NUMBER.matcher(words);
    while (numbers.find()) {
      String number = numbers.group();
      seconds += DIGITS.matcher(number).results().count() * SECONDS_A_DIGIT;
      seconds += (number.split(" ").length - 1) * SECONDS_BETWEEN_GROUPS;
    }
    return seconds + WORD.matcher(numbers.replaceAll(" ")).results().count() * SECONDS_A_WORD;
  }
}
