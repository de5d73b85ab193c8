package org.carersignpost.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service is given 256 MB of heap, of which all but the training takes less than 40. The first
/// start after a change of words trains within the rest, or nobody gets an answer.
class ColdStartTests {
  private static final String HEAP = "-Xmx216m";

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void bothModelsAreTrainedInTheMemoryOfTheService(@TempDir Path models) throws Exception {
    Path output = models.resolve("output.txt");
    Process training =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                Training.class.getName(),
                models.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(training.waitFor()).as(() -> read(output)).isZero();
    } finally {
      training.destroyForcibly();
    }
    try (Stream<Path> trained = Files.list(models)) {
      assertThat(trained.filter(file -> file.toString().endsWith(".model"))).hasSize(2);
    }
  }

  private static String read(Path output) {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// What a first start does with the knowledge base.
  static final class Training {
    private Training() {}

    public static void main(String[] arguments) {
      Understanding.load(Path.of("knowledge-base"), Path.of(arguments[0]));
    }
  }
}
