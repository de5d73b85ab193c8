package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Word;

/// The words around a place in an utterance, within its sentence, to be matched with cues.
final class Context {
  private Context() {}

  /// The word at a position, or nothing outside the utterance.
  static String word(List<Word> words, int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).text();
  }

  /// The word at a position if it is in the same sentence as another, or nothing.
  static String word(List<Word> words, int at, int beside) {
    String text = word(words, at);
    return text.isEmpty() || words.get(at).sentence() != words.get(beside).sentence() ? "" : text;
  }

  /// Up to `most` words before `first`, with a space before each and after the last.
  static String before(List<Word> words, int first, int most) {
    StringBuilder text = new StringBuilder(" ");
    for (int i = Math.max(0, first - most); i < first; i++) {
      if (words.get(i).sentence() == words.get(first).sentence()) {
        text.append(words.get(i).text()).append(' ');
      }
    }
    return text.toString();
  }

  /// Up to `most` words after `last`, with a space before each and after the last.
  static String after(List<Word> words, int last, int most) {
    StringBuilder text = new StringBuilder(" ");
    for (int i = last + 1; i < Math.min(words.size(), last + 1 + most); i++) {
      if (words.get(i).sentence() == words.get(last).sentence()) {
        text.append(words.get(i).text()).append(' ');
      }
    }
    return text.toString();
  }

  /// A cue that ends where the words before end: `a (b|c)`.
  static Pattern ending(String cue) {
    return Pattern.compile(".* (?:" + cue + ") ");
  }

  /// A cue that begins where the words after begin.
  static Pattern beginning(String cue) {
    return Pattern.compile(" (?:" + cue + ") .*");
  }

  /// A cue anywhere in the words, to be found in them.
  static Pattern anywhere(String cue) {
    return Pattern.compile(" (?:" + cue + ") ");
  }
}
