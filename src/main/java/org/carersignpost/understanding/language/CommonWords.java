package org.carersignpost.understanding.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.carersignpost.understanding.words.WordFiles;

/// The common words of the languages that are written in Latin letters.
final class CommonWords {
  private static final List<String> LANGUAGES = List.of("pl", "ro", "pt", "hu", "ne-Latn");

  /// Shorter words occur in every language, and in every noise.
  private static final int SHORTEST = 3;

  private final Map<String, Set<String>> words;

  private CommonWords(Map<String, Set<String>> words) {
    this.words = Map.copyOf(words);
  }

  static CommonWords read() {
    Map<String, Set<String>> words = new HashMap<>();
    for (String language : LANGUAGES) {
      Set<String> folded = new HashSet<>();
      WordFiles.read(CommonWords.class, language + ".txt")
          .forEach(word -> folded.addAll(Folding.words(word)));
      words.put(language, Set.copyOf(folded));
    }
    return new CommonWords(words);
  }

  /// The words of all languages.
  Set<String> all() {
    Set<String> all = new HashSet<>();
    words.values().forEach(all::addAll);
    return all;
  }

  /// The language with the most different words in a message.
  ///
  /// @param language its code
  /// @param hits how many of its words there are
  /// @param others how many there are of the language that comes second
  /// @param looked how many different words were looked up
  record Most(String language, int hits, int others, int looked) {}

  /// The language of which a message holds the most words; empty where it holds none.
  ///
  /// @param folded the words of the message
  /// @param tells whether a word may count at all
  Optional<Most> most(List<String> folded, Predicate<String> tells) {
    Set<String> looked = new HashSet<>();
    for (String word : folded) {
      if (word.length() >= SHORTEST && tells.test(word)) {
        looked.add(word);
      }
    }
    String best = "";
    int hits = 0;
    int others = 0;
    for (String language : LANGUAGES) {
      Set<String> listed = words.getOrDefault(language, Set.of());
      int count = (int) looked.stream().filter(listed::contains).count();
      if (count > hits) {
        others = hits;
        hits = count;
        best = language;
      } else {
        others = Math.max(others, count);
      }
    }
    return hits == 0 ? Optional.empty() : Optional.of(new Most(best, hits, others, looked.size()));
  }
}
