package org.carersignpost.understanding.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Tells languages by their script, where one of ours is written in it.
final class Script {
  /// Letters from here on are not Latin.
  static final char FIRST_OF_OTHERS = '\u0370';

  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.of(
          UnicodeScript.DEVANAGARI, "ne",
          UnicodeScript.BENGALI, "bn",
          UnicodeScript.ARABIC, "ur",
          UnicodeScript.CYRILLIC, "uk");

  private Script() {}

  /// The language of the script in which most letters are; empty for Latin and for scripts of none
  /// of our languages.
  static Optional<String> languageOf(String utterance) {
    return most(utterance).flatMap(script -> Optional.ofNullable(LANGUAGES.get(script)));
  }

  private static Optional<UnicodeScript> most(String utterance) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    int all = 0;
    for (int at = 0; at < utterance.length(); ) {
      int c = utterance.codePointAt(at);
      at += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters.merge(UnicodeScript.of(c), 1, Integer::sum);
        all++;
      }
    }
    int half = all / 2;
    return letters.entrySet().stream()
        .filter(script -> script.getValue() > half)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
