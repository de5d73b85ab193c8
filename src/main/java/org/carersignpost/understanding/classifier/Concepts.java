package org.carersignpost.understanding.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.stemmer.PorterStemmer;

/// Knows which words belong together: `stairlift` and `grab rail` are both equipment.
///
/// This lends the classifier words that no training utterance holds. The words are in
/// `concepts.txt` beside this class.
final class Concepts {
  static final String FILE = "concepts.txt";

  private static final int LONGEST_PHRASE = 7;

  /// The words of all phrases, as the normaliser writes them.
  private static final Set<String> WORDS = new TreeSet<>();

  /// The concepts of each phrase, written as stems with spaces between; a phrase that only begins
  /// others has none.
  private static final Map<String, Set<String>> BY_PHRASE = read();

  private Concepts() {}

  /// The concepts in these stems, once for each place they are found at.
  static List<String> in(String[] stems) {
    List<String> concepts = new ArrayList<>();
    for (int start = 0; start < stems.length; start++) {
      StringBuilder phrase = new StringBuilder();
      for (int end = start; end < Math.min(stems.length, start + LONGEST_PHRASE); end++) {
        phrase.append(end > start ? " " : "").append(stems[end]);
        Set<String> found = BY_PHRASE.get(phrase.toString());
        if (found == null) {
          break;
        }
        concepts.addAll(found);
      }
    }
    return concepts;
  }

  /// Every word that stands in a phrase.
  static Set<String> words() {
    return Collections.unmodifiableSet(WORDS);
  }

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> byPhrase = new HashMap<>();
    InputStream file =
        Objects.requireNonNull(Concepts.class.getResourceAsStream(FILE), FILE + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          addConcept(line, byPhrase);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return byPhrase;
  }

  private static void addConcept(String line, Map<String, Set<String>> byPhrase) {
    String[] sides = line.split(": ", 2);
    if (sides.length != 2) {
      throw new IllegalStateException(FILE + ": no colon in: " + line);
    }
    PorterStemmer stemmer = new PorterStemmer();
    for (String written : sides[1].split(",")) {
      List<String> tokens = Normaliser.tokens(written);
      List<String> stems = tokens.stream().map(MessageFeatures::masked).map(stemmer::stem).toList();
      if (stems.isEmpty() || stems.size() > LONGEST_PHRASE) {
        throw new IllegalStateException(FILE + ": one to seven words, not: " + written);
      }
      WORDS.addAll(tokens);
      for (int end = 1; end < stems.size(); end++) {
        byPhrase.computeIfAbsent(String.join(" ", stems.subList(0, end)), p -> new TreeSet<>());
      }
      byPhrase.computeIfAbsent(String.join(" ", stems), p -> new TreeSet<>()).add(sides[0]);
    }
  }
}
