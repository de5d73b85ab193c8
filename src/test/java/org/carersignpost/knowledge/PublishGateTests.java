package org.carersignpost.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.carersignpost.knowledge.gate.Finding;
import org.carersignpost.knowledge.gate.PublishGate;
import org.carersignpost.knowledge.gate.Report;
import org.junit.jupiter.api.Test;

/// The gate before every build: no error of the real knowledge base gets through, and what an
/// editor should look at is printed. Nothing becomes an error by time alone.
class PublishGateTests {
  @Test
  void everyServiceGuideAndPromptIsFitToBePublished() {
    Report report =
        PublishGate.check(Path.of("knowledge-base"), LocalDate.now(ZoneId.of("Europe/London")));
    System.out.println(report.summary());

    assertThat(report.errors()).extracting(Finding::where, Finding::wrong).isEmpty();
    assertThat(report.tallies()).allMatch(tally -> tally.count() > 50);
  }
}
