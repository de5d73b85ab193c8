package org.carersignpost.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Effect;

/// The folder of chats.
final class Transcripts {
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final Path FOLDER = Path.of("src/test/resources/transcripts");

  private Transcripts() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String name(Path file) {
    return file.getFileName().toString().replace(".txt", "").replace('-', ' ');
  }

  static boolean isRecording() {
    return Boolean.getBoolean("transcripts.record");
  }

  static Instant instant(LocalDateTime at) {
    return at.atZone(ZONE).toInstant();
  }

  static String describe(Effect effect) {
    return switch (effect) {
      case Effect.Handoff(var priority, var reason) ->
          "handoff " + priority.name().toLowerCase(Locale.ROOT) + ": " + reason;
      case Effect.SendText(var text) -> "text: " + text.replace("\n", " / ");
      case Effect.OptOut() -> "opt out";
      case Effect.OptIn() -> "opt in";
    };
  }
}
