package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published examples, read from the folder that the system property `hsds.schemas` names; they
/// have another licence and are not kept here.
class SampleFeedTests {
  private static final String PROPERTY = "hsds.schemas";

  @TempDir Path data;

  @BeforeAll
  static void skipWithoutSamples() {
    boolean given = !System.getProperty(PROPERTY, "").isBlank();
    if (!given) {
      System.out.println(
          "SKIPPED: SampleFeedTests, because the system property " + PROPERTY + " names no folder");
    }
    assumeTrue(given, "the system property " + PROPERTY + " names no folder with the examples");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example-carers-service.json",
        "oruk-3.0-published/examples/service_full.json",
        "oruk-3.0-published/examples/service_list.json",
        "hsds-3.0/example_service_full.json"
      })
  void publishedExampleIsTaken(String name) throws IOException {
    Path sample = Path.of(System.getProperty(PROPERTY, "")).resolve(name);
    FeedSource source =
        new FeedSource(
            "sample", new FeedSource.From.File(sample), List.of("Hampshire"), Duration.ZERO);

    FeedReport report = TestFeeds.imports(new FeedFolder(data), TestFeeds.NOW).run(source);

    assertThat(report.setAside()).isEmpty();
    assertThat(report.manifest().records()).isEqualTo(1);
  }
}
