package org.carersignpost.understanding.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/// Apache OpenNLP's published model of a hundred languages, asked for a second opinion.
///
/// It is trained on whole sentences and flat on short ones, so the common words come first: the
/// fewer of them there are, the more the model must say. It is read when it is first needed, which
/// takes about half a second.
final class LanguageModel {
  private static final String FILE = "/langdetect-183.bin";

  /// From so many common words on the model is asked about near relations only.
  private static final int MANY = 3;

  /// A near relation must be likelier by this factor to be believed against many words.
  private static final double CLEARLY = 1.25;

  /// With one common word alone the language must be ahead of all others by this factor.
  private static final double AHEAD = 1.1;

  /// How the model calls the languages that it knows.
  private static final Map<String, String> NAMES =
      Map.of("pl", "pol", "ro", "ron", "pt", "por", "hu", "hun");

  /// Whose words are much the same.
  private static final Map<String, Set<String>> RELATIONS =
      Map.of(
          "pl", Set.of("ces", "slk", "hrv", "slv", "bos", "srp"),
          "pt", Set.of("spa", "glg", "cat", "ast", "ita"),
          "ro", Set.of("ita", "spa", "cat", "por"),
          "hu", Set.of());

  private volatile @Nullable LanguageDetectorModel model;

  /// Reads the model unless that was done.
  synchronized LanguageDetectorModel read() {
    LanguageDetectorModel known = model;
    if (known != null) {
      return known;
    }
    try (InputStream file =
        Objects.requireNonNull(
            LanguageDetectorModel.class.getResourceAsStream(FILE), FILE + " is missing")) {
      LanguageDetectorModel read = new LanguageDetectorModel(file);
      model = read;
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The language of the common words where it is clear that it is that one.
  Optional<String> agreed(CommonWords.Most words, String utterance) {
    return isClear(words, utterance) ? Optional.of(words.language()) : Optional.empty();
  }

  private boolean isClear(CommonWords.Most words, String utterance) {
    String name = NAMES.get(words.language());
    if (name == null) {
      // Nepali in Latin letters, which the model does not know.
      return words.hits() >= MANY || (words.hits() == 2 && words.looked() <= 2 * words.hits() + 1);
    }
    return words.hits() > words.others() && isLikelier(name, words, utterance);
  }

  private boolean isLikelier(String name, CommonWords.Most words, String utterance) {
    Map<String, Double> likely = likelihoods(utterance);
    double own = likely.getOrDefault(name, 0.0);
    Set<String> relations = RELATIONS.getOrDefault(words.language(), Set.of());
    double related = most(likely, relations::contains);
    if (words.hits() >= MANY) {
      return related <= CLEARLY * own;
    }
    if (words.hits() == 2) {
      double rival = most(likely, other -> !other.equals(name) && isOurs(other));
      return own >= rival && related <= own;
    }
    return own >= AHEAD * most(likely, other -> !other.equals(name));
  }

  private static boolean isOurs(String name) {
    return name.equals("eng") || NAMES.containsValue(name);
  }

  private static double most(Map<String, Double> likely, Predicate<String> among) {
    return likely.entrySet().stream()
        .filter(language -> among.test(language.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  private Map<String, Double> likelihoods(String utterance) {
    LanguageDetectorModel known = model;
    LanguageDetectorME detector = new LanguageDetectorME(known == null ? read() : known);
    Map<String, Double> likely = new HashMap<>();
    for (Language language : detector.predictLanguages(utterance)) {
      likely.put(language.getLang(), language.getConfidence());
    }
    return likely;
  }
}
