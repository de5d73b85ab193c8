package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Intent;

/// Reads the training utterances that editors write.
///
/// `<intent>.txt` holds one utterance a line; lines that begin with `#` or hold no word are left
/// out. `_several.tsv` holds utterances with several needs: the words, a tab, the intents with
/// commas between. Words that stand in several files mean all of their intents.
final class IntentFiles {
  static final String SEVERAL = "_several.tsv";

  /// Fewer utterances do not show how people say it.
  static final int FEWEST_UTTERANCES = 40;

  private static final String ENDING = ".txt";

  private IntentFiles() {}

  /// All utterances, in the order of file names and lines.
  ///
  /// @param topics the topics that `find_` files may be about; empty if any may
  /// @throws IllegalArgumentException if a file or line cannot be used; the message names it
  static List<Example> read(Path folder, Set<String> topics) {
    SortedMap<String, Path> files = intentFiles(folder, topics);
    Map<String, Example> byWords = new LinkedHashMap<>();
    files.forEach((intent, file) -> addUtterances(intent, file, byWords));
    Path several = folder.resolve(SEVERAL);
    if (Files.exists(several)) {
      addSeveral(several, files.keySet(), byWords);
    }
    return List.copyOf(byWords.values());
  }

  private static SortedMap<String, Path> intentFiles(Path folder, Set<String> topics) {
    SortedMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.getFileName().toString().endsWith(ENDING)).toList()) {
        String name = file.getFileName().toString();
        String intent = name.substring(0, name.length() - ENDING.length());
        if (!isIntent(intent, topics)) {
          throw new IllegalArgumentException(file + " is named after no intent.");
        }
        files.put(intent, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.size() < 2) {
      throw new IllegalArgumentException(folder + " holds fewer than two files of intents.");
    }
    return files;
  }

  private static boolean isIntent(String name, Set<String> topics) {
    try {
      Intent intent = Intent.of(name);
      return intent.id().equals(name)
          && !(intent instanceof Intent.Find find
              && !topics.isEmpty()
              && !topics.contains(find.topic()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void addUtterances(String intent, Path file, Map<String, Example> byWords) {
    List<String> utterances = lines(file);
    if (utterances.size() < FEWEST_UTTERANCES) {
      throw new IllegalArgumentException(
          "%s has %d utterances; %d are the least."
              .formatted(file, utterances.size(), FEWEST_UTTERANCES));
    }
    for (int i = 0; i < utterances.size(); i++) {
      add(utterances.get(i), List.of(intent), Example.fold(i, utterances.size()), byWords);
    }
  }

  private static void addSeveral(Path file, Set<String> intents, Map<String, Example> byWords) {
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length != 2) {
        throw new IllegalArgumentException(file + " needs one tab in: " + lines.get(i));
      }
      List<String> meant = Stream.of(columns[1].split(",")).map(String::strip).toList();
      for (String intent : meant) {
        if (!intents.contains(intent)) {
          throw new IllegalArgumentException(
              file + " names '" + intent + "', which has no file: " + lines.get(i));
        }
      }
      add(columns[0].strip(), meant, Example.fold(i, lines.size()), byWords);
    }
  }

  private static void add(
      String utterance, List<String> intents, int fold, Map<String, Example> byWords) {
    byWords.merge(
        String.join(" ", Normaliser.tokens(utterance)),
        new Example(utterance, intents, fold),
        (known, again) -> {
          TreeSet<String> both = new TreeSet<>(known.intents());
          both.addAll(again.intents());
          return new Example(known.utterance(), List.copyOf(both), known.fold());
        });
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.startsWith("#") && !Normaliser.tokens(line).isEmpty()) {
          lines.add(line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read as UTF-8.", e);
    }
    return lines;
  }
}
