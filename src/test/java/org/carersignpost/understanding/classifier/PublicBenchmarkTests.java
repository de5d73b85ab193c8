package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Public sets are understood as well as before.
///
/// Runs only where the system property `eval.intents` names the folder of the sets.
class PublicBenchmarkTests {
  private static final double CLINC150_FLOOR = 0.935;
  private static final double SCOPE_FLOOR = 0.965;
  private static final double BANKING77_FLOOR = 0.918;

  @Test
  void clinc150IsUnderstoodAsMeasured() {
    PublicSets.Figures figures = PublicSets.clinc150(folder());
    figures.lines().forEach(System.out::println);
    assertThat(figures.accuracy()).isGreaterThan(CLINC150_FLOOR);
    assertThat(figures.auroc()).isGreaterThan(SCOPE_FLOOR);
  }

  @Test
  void banking77IsUnderstoodAsMeasured() {
    PublicSets.Figures figures = PublicSets.banking77(folder());
    figures.lines().forEach(System.out::println);
    assertThat(figures.accuracy()).isGreaterThan(BANKING77_FLOOR);
  }

  private static Path folder() {
    Optional<Path> folder =
        Optional.ofNullable(System.getProperty("eval.intents"))
            .filter(set -> !set.isBlank())
            .map(Path::of);
    assumeTrue(folder.isPresent() && Files.isDirectory(folder.get()), "no eval.intents");
    return folder.get();
  }
}
