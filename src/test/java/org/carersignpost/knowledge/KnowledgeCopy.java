package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/// The real knowledge base in a folder of its own, to be changed.
final class KnowledgeCopy {
  private static final Path REAL = Path.of("knowledge-base");

  private KnowledgeCopy() {}

  /// Copies all that a directory is made of.
  static void into(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(REAL)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(REAL.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!file.startsWith(REAL.resolve("intents"))) {
          Files.copy(file, copy);
        }
      }
    }
  }

  /// Replaces some words of a file, all at once as good editors do.
  static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Path beside = file.resolveSibling(".beside");
    Files.writeString(beside, text.replace(from, to));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
