package org.carersignpost.understanding.risk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carersignpost.understanding.classifier.KindLine;
import org.carersignpost.understanding.classifier.Normaliser;
import org.carersignpost.understanding.classifier.TrainingFiles;
import org.carersignpost.understanding.words.Words;

/// Gathers what the model of dangers learns from.
///
/// Dangerous are the lines of `risk/<kind>.txt` and the examples of the rules; harmless are those
/// of `risk/harmless.txt`, the rules' traps, and the utterances of the intents, but for the intents
/// about danger and whatever a rule fires on. Words that stand on both sides are dangerous.
/// Harmless lines too short to be judged are left out.
final class RiskLines {
  static final String HARMLESS = "harmless";
  private static final String ENDING = ".txt";

  /// Fewer lines do not show how people say it.
  private static final int FEWEST_LINES = 20;

  private static final int PARTS = 5;

  /// Lines of one file that stand together are often worded alike.
  private static final int NEIGHBOURS = 4;

  /// Their utterances may be about danger.
  private static final Set<String> DANGEROUS_INTENTS =
      Set.of("find_crisis", "find_safeguarding", "find_domestic_abuse", "find_mental_health");

  private final RiskRules rules;
  private final Path risk;
  private final Path intents;
  private final List<KindLine> lines = new ArrayList<>();

  /// The kinds of all dangerous words, as they are told apart.
  private final TreeMap<String, List<String>> dangerous = new TreeMap<>();

  private final Set<String> harmless = new HashSet<>();

  private RiskLines(RiskRules rules, Path knowledgeBase) {
    this.rules = rules;
    this.risk = knowledgeBase.resolve("risk");
    this.intents = knowledgeBase.resolve("intents");
  }

  /// The lines, in the order of kinds and files.
  ///
  /// @throws IllegalArgumentException if a kind has too few lines; the message names the file
  static List<KindLine> read(RiskRules rules, Path knowledgeBase) {
    RiskLines lines = new RiskLines(rules, knowledgeBase);
    lines.addDangerous();
    lines.addHarmless();
    return List.copyOf(lines.lines);
  }

  /// The words of all lines that are written down as harmless: those of `harmless.txt` and the
  /// rules' traps.
  static Set<String> harmless(RiskRules rules, Path knowledgeBase) {
    Set<String> harmless = new HashSet<>();
    lines(knowledgeBase.resolve("risk").resolve(HARMLESS + ENDING))
        .forEach(line -> harmless.add(same(line)));
    rules.all().forEach(rule -> rule.traps().forEach(trap -> harmless.add(same(trap))));
    return harmless;
  }

  /// All files that the lines are made from.
  static List<byte[]> source(Path knowledgeBase) {
    List<byte[]> source = new ArrayList<>(TrainingFiles.of(knowledgeBase.resolve("risk")));
    source.addAll(TrainingFiles.of(knowledgeBase.resolve("intents")));
    return source;
  }

  private void addDangerous() {
    for (String kind : RiskRules.KINDS) {
      List<String> written = written(risk.resolve(kind + ENDING));
      for (String line : written) {
        addKind(line, kind);
      }
      for (RiskRule rule : rules.all()) {
        if (rule.risk().kind().equals(kind)) {
          rule.examples().forEach(example -> addKind(example, kind));
        }
      }
    }
    Set<String> added = new HashSet<>();
    for (String kind : RiskRules.KINDS) {
      List<String> written = written(risk.resolve(kind + ENDING));
      for (int i = 0; i < written.size(); i++) {
        addDangerous(written.get(i), i / NEIGHBOURS, added);
      }
    }
    int group = 0;
    for (RiskRule rule : rules.all()) {
      group++;
      for (String example : rule.examples()) {
        addDangerous(example, group, added);
      }
    }
  }

  private void addKind(String line, String kind) {
    List<String> kinds = dangerous.computeIfAbsent(same(line), l -> new ArrayList<>());
    if (!kinds.contains(kind)) {
      kinds.add(kind);
    }
  }

  private void addDangerous(String line, int group, Set<String> added) {
    String same = same(line);
    if (added.add(same)) {
      List<String> kinds = dangerous.getOrDefault(same, List.of());
      lines.add(new KindLine(line, kinds, true, group % PARTS));
    }
  }

  private void addHarmless() {
    List<String> written = written(risk.resolve(HARMLESS + ENDING));
    for (int i = 0; i < written.size(); i++) {
      addHarmless(written.get(i), i / NEIGHBOURS);
    }
    int group = 0;
    for (RiskRule rule : rules.all()) {
      group++;
      for (String trap : rule.traps()) {
        addHarmless(trap, group);
      }
    }
    for (Path file : files(intents)) {
      String name = String.valueOf(file.getFileName());
      if (!name.endsWith(ENDING)
          || DANGEROUS_INTENTS.contains(name.substring(0, name.length() - ENDING.length()))) {
        continue;
      }
      List<String> utterances =
          lines(file).parallelStream()
              .filter(line -> rules.find(Words.of(line)).isEmpty())
              .toList();
      for (int i = 0; i < utterances.size(); i++) {
        addHarmless(utterances.get(i), i / NEIGHBOURS);
      }
    }
  }

  /// A harmless message is harmless in every sentence, so that each can be learnt from.
  private void addHarmless(String line, int group) {
    if (dangerous.containsKey(same(line))) {
      return;
    }
    boolean isWhole = true;
    for (String part : MessageParts.of(line)) {
      if (Words.of(part).size() >= RiskModel.FEWEST_WORDS
          && !dangerous.containsKey(same(part))
          && harmless.add(same(part))) {
        lines.add(new KindLine(part, List.of(), isWhole, group % PARTS));
        isWhole = false;
      }
    }
  }

  /// The words by which lines are told apart.
  static String same(String line) {
    return String.join(" ", Normaliser.tokens(line));
  }

  private static List<String> written(Path file) {
    List<String> written = lines(file);
    if (written.size() < FEWEST_LINES) {
      throw new IllegalArgumentException(
          "%s has %d lines; %d are the least.".formatted(file, written.size(), FEWEST_LINES));
    }
    return written;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read.", e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .map(String::strip)
          .filter(line -> !line.startsWith("#") && !Normaliser.tokens(line).isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8.", e);
    }
  }
}
