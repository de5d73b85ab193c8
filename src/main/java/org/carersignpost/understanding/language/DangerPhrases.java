package org.carersignpost.understanding.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Risk;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The plainest words for danger in other languages, as `knowledge-base/risk/languages` gives them.
///
/// A phrase is words between spaces, compared as [Folding] writes them. `a|b` is one word or the
/// other, `word*` every word that begins so, and `...` lets up to three words stand between.
final class DangerPhrases {
  private static final String ENDING = ".yaml";
  private static final YAMLMapper YAML = new YAMLMapper();

  /// Phrases are looked up by the beginning of their first word.
  private static final int BEGINNING = 3;

  private static final int MOST_BETWEEN = 3;

  private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final List<String> written = new ArrayList<>();

  private DangerPhrases() {}

  private record Phrase(String language, Risk risk, List<Step> steps) {}

  /// One word of a phrase.
  ///
  /// @param choices each is enough
  /// @param between how many words may stand before it
  private record Step(List<Choice> choices, int between) {
    boolean takes(String word) {
      return choices.stream().anyMatch(choice -> choice.takes(word));
    }
  }

  /// A word, or how it begins.
  private record Choice(String word, boolean isBeginning) {
    boolean takes(String other) {
      return isBeginning ? other.startsWith(word) : other.equals(word);
    }
  }

  /// The dangers that were found.
  ///
  /// @param language that of the most serious
  /// @param risks most serious first, each once
  record Found(Optional<String> language, List<Risk> risks) {}

  /// @throws IllegalArgumentException naming the file that cannot be used
  static DangerPhrases load(Path folder, Map<String, Risk.Level> levels) {
    DangerPhrases phrases = new DangerPhrases();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(file -> file.toString().endsWith(ENDING))
          .sorted()
          .forEach(file -> phrases.addAll(file, levels));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read.", e);
    }
    return phrases;
  }

  private void addAll(Path file, Map<String, Risk.Level> levels) {
    JsonNode root;
    try {
      root = YAML.readTree(file.toFile());
    } catch (JacksonException e) {
      throw new IllegalArgumentException(file + " is not YAML: " + e.getOriginalMessage(), e);
    }
    String language = root.path("language").asString("");
    if (!(language + ENDING).equals(String.valueOf(file.getFileName()))) {
      throw new IllegalArgumentException(file + ": the language must be that of the file's name");
    }
    for (Map.Entry<String, JsonNode> kind : root.path("dangers").properties()) {
      Risk.Level level = levels.get(kind.getKey());
      if (level == null) {
        throw new IllegalArgumentException(file + ": unknown kind '" + kind.getKey() + "'");
      }
      Risk risk = new Risk(level, kind.getKey(), "language." + language);
      for (JsonNode phrase : kind.getValue().values()) {
        add(phrase.asString(""), language, risk, file);
      }
    }
  }

  private void add(String phrase, String language, Risk risk, Path file) {
    List<Step> steps = new ArrayList<>();
    int between = 0;
    for (String word : phrase.strip().split("\\s+")) {
      if (word.equals("...")) {
        between = MOST_BETWEEN;
        continue;
      }
      steps.add(new Step(Stream.of(word.split("\\|")).map(w -> choice(w, file)).toList(), between));
      between = 0;
    }
    if (steps.isEmpty() || between > 0) {
      throw new IllegalArgumentException(file + ": unreadable: '" + phrase + "'");
    }
    written.add(phrase);
    Phrase added = new Phrase(language, risk, List.copyOf(steps));
    steps.stream()
        .flatMap(step -> step.choices().stream())
        .forEach(choice -> beginnings.add(beginning(choice.word())));
    steps.getFirst().choices().stream()
        .map(choice -> beginning(choice.word()))
        .distinct()
        .forEach(key -> byBeginning.computeIfAbsent(key, _ -> new ArrayList<>()).add(added));
  }

  private static Choice choice(String written, Path file) {
    boolean isBeginning = written.endsWith("*");
    List<String> words = Folding.words(written.replace("*", ""));
    if (words.size() != 1 || (isBeginning && words.getFirst().length() < BEGINNING)) {
      throw new IllegalArgumentException(file + ": unreadable: '" + written + "'");
    }
    return new Choice(words.getFirst(), isBeginning);
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(word.length(), BEGINNING));
  }

  /// Whether a word may be one of a phrase; quick, and wrong on the safe side.
  boolean mayHold(String word) {
    return !Folding.isPlain(word) || beginnings.contains(beginning(word));
  }

  /// All dangers in a message.
  ///
  /// @param folded its words
  Found find(List<String> folded) {
    List<Phrase> found = List.of();
    for (int at = 0; at < folded.size(); at++) {
      for (Phrase phrase : byBeginning.getOrDefault(beginning(folded.get(at)), List.of())) {
        if (stands(phrase.steps(), 0, folded, at)) {
          found = found.isEmpty() ? new ArrayList<>() : found;
          found.add(phrase);
        }
      }
    }
    if (found.isEmpty()) {
      return new Found(Optional.empty(), List.of());
    }
    found.sort(Comparator.comparing((Phrase phrase) -> phrase.risk().level()).reversed());
    return new Found(
        Optional.of(found.getFirst().language()),
        found.stream().map(Phrase::risk).distinct().toList());
  }

  private static boolean stands(List<Step> steps, int step, List<String> words, int at) {
    if (step == steps.size()) {
      return true;
    }
    Step next = steps.get(step);
    for (int skipped = 0; skipped <= next.between() && at + skipped < words.size(); skipped++) {
      if (next.takes(words.get(at + skipped)) && stands(steps, step + 1, words, at + skipped + 1)) {
        return true;
      }
    }
    return false;
  }

  /// The phrases as they are written, one way each: the first of every choice.
  List<String> phrases() {
    return written.stream()
        .map(phrase -> phrase.replaceAll("\\|\\S+", "").replace("*", "").replace("...", " "))
        .toList();
  }
}
