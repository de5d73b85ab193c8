package org.carersignpost.channel.voice;

import java.util.ArrayList;
import java.util.List;

/// Divides what is said where a voice would breathe.
final class Sentences {
  private Sentences() {}

  /// The words in parts of at most so many characters, divided at the end of a sentence where there
  /// is one, else between words.
  static List<String> within(String words, int most) {
    List<String> parts = new ArrayList<>();
    String rest = words;
    while (rest.length() > most) {
      int end = Math.max(rest.lastIndexOf(". ", most - 1), rest.lastIndexOf("? ", most - 1)) + 1;
      if (end <= 0) {
        end = rest.lastIndexOf(' ', most);
      }
      if (end <= 0) {
        end = most;
      }
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }
}
