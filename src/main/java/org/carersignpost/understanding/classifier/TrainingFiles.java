package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that a model is trained from, as they lie there. While none of them changes, neither
/// does the model, and nobody needs to read what is in them.
public final class TrainingFiles {
  private TrainingFiles() {}

  /// The name and the content of every file of a folder, by name; not of folders within.
  public static List<byte[]> of(Path folder) {
    List<byte[]> source = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        source.add(String.valueOf(file.getFileName()).getBytes(StandardCharsets.UTF_8));
        source.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read.", e);
    }
    return source;
  }
}
