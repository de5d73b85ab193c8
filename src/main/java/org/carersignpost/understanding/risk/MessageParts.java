package org.carersignpost.understanding.risk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Words;

/// Cuts a message into what is judged by itself, because one sentence of a long message can be the
/// dangerous one.
final class MessageParts {
  /// Shorter parts say too little.
  static final int FEWEST_WORDS = 4;

  /// As much as the rules read.
  private static final int MOST_CHARACTERS = 4_000;

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?\\n\\r]+");

  private MessageParts() {}

  /// The whole message first, then its sentences of four words or more, each once.
  static List<String> of(String utterance) {
    String read = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS)).strip();
    Set<String> parts = new LinkedHashSet<>();
    parts.add(read);
    addSentences(read, parts);
    return List.copyOf(parts);
  }

  private static void addSentences(String read, Set<String> parts) {
    String[] pieces = SENTENCE_END.split(read);
    if (pieces.length < 2) {
      return;
    }
    for (String piece : pieces) {
      if (Words.of(piece).size() >= FEWEST_WORDS) {
        parts.add(piece.strip());
      }
    }
  }
}
