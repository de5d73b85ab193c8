package org.carersignpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.carersignpost.understanding.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The service is given 256 MB of heap, of which all but the training takes less than 40. The first
/// start after a change of words trains within the rest, or nobody gets an answer.
///
/// It stands before all tests that need models, and leaves them what was learnt.
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
    List<Path> trained = trained(models);
    assertThat(trained).hasSize(2);
    Path ofTests = Path.of(System.getProperty("signpost.models-dir", "target/models"));
    Files.createDirectories(ofTests);
    for (Path model : trained) {
      Files.copy(model, ofTests.resolve(model.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<Path> trained(Path models) throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      return files.filter(file -> file.toString().endsWith(".model")).toList();
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
