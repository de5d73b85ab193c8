package org.carersignpost.understanding.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads the lists of words beside this class: words between spaces, remarks after `#`.
final class WordFiles {
  private WordFiles() {}

  static List<String> read(String name) {
    InputStream file =
        Objects.requireNonNull(
            WordFiles.class.getResourceAsStream(name), () -> name + " is missing");
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
