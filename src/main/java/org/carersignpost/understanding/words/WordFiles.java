package org.carersignpost.understanding.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads lists of words: words between spaces, lines that begin with `#` are remarks.
public final class WordFiles {
  private WordFiles() {}

  /// The words of a file, in its order.
  ///
  /// @param beside the class beside which the file lies
  public static List<String> read(Class<?> beside, String name) {
    InputStream file =
        Objects.requireNonNull(beside.getResourceAsStream(name), () -> name + " is missing");
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
