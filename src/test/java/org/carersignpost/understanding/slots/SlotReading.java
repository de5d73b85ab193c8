package org.carersignpost.understanding.slots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.understanding.classifier.Normaliser;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;

/// Reads slots with the knowledge base and the words that the intents are trained with.
final class SlotReading {
  private static final SlotReader READER =
      SlotReader.load(Path.of("knowledge-base"), OrdinaryWords.with(trainingWords()::contains));

  private SlotReading() {}

  static SlotFindings findings(String message, boolean asked) {
    return READER.read(message, Words.of(message), asked);
  }

  static Slots slots(String message) {
    return findings(message, false).slots();
  }

  private static Set<String> trainingWords() {
    try (Stream<Path> files = Files.list(Path.of("knowledge-base/intents"))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .flatMap(SlotReading::lines)
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Normaliser.tokens(line).stream())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
