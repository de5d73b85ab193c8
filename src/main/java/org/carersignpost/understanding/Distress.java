package org.carersignpost.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Normaliser;

/// Hears distress, so that the answer begins kindly.
///
/// The rule: a message is distressed if it holds a phrase of `knowledge-base/distress.txt`, or if
/// it is clearly about a crisis or abuse. A phrase right after `not` or `never` does not count.
/// Danger is not judged here; it has rules of its own.
final class Distress {
  private static final Set<String> DISTRESSING_TOPICS = Set.of("crisis", "domestic-abuse");

  /// Short denials, such as that somebody is not crying, are taken for a crisis less surely.
  private static final double CLEARLY = 0.9;

  /// The phrases, with a space at either end, by their first word.
  private final Map<String, List<String>> phrases;

  private Distress(Map<String, List<String>> phrases) {
    this.phrases = phrases;
  }

  /// Reads the phrases: one a line, `#` begins a comment.
  static Distress load(Path file) {
    try {
      return new Distress(
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(Distress::normal)
              .distinct()
              .collect(Collectors.groupingBy(phrase -> wordAt(phrase, 1))));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    }
  }

  boolean isIn(String utterance, List<TopicScore> topics) {
    boolean topic =
        topics.stream()
            .anyMatch(t -> DISTRESSING_TOPICS.contains(t.topic()) && t.probability() >= CLEARLY);
    return topic || holdsPhrase(normal(utterance));
  }

  private boolean holdsPhrase(String words) {
    for (int space = 0; space < words.length() - 1; space = words.indexOf(' ', space + 1)) {
      for (String phrase : phrases.getOrDefault(wordAt(words, space + 1), List.of())) {
        if (words.startsWith(phrase, space) && !isDenied(words.substring(0, space + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String wordAt(String words, int start) {
    int end = words.indexOf(' ', start);
    return words.substring(start, end < 0 ? words.length() : end);
  }

  private static boolean isDenied(String before) {
    return before.endsWith(" not ") || before.endsWith(" never ");
  }

  private static String normal(String words) {
    return " " + String.join(" ", Normaliser.tokens(words)) + " ";
  }
}
