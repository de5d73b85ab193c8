package org.carersignpost.knowledge.gate;

import java.nio.file.Path;
import java.time.LocalDate;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Numbers;
import org.carersignpost.knowledge.files.Problem;

/// The gate through which every service, guide and prompt goes before carers get it.
public final class PublishGate {
  private PublishGate() {}

  /// All that is wrong or doubtful in a folder as of a day.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be read
  public static Report check(Path folder, LocalDate today) {
    return check(KnowledgeBase.draft(folder, today, Numbers.REAL), today);
  }

  static Report check(Draft draft, LocalDate today) {
    Findings findings = Findings.none();
    for (Problem problem : draft.problems()) {
      findings
          .in(problem.file())
          .error(
              problem.field(), problem.reason(), "mended; until then the service does not start");
    }
    Fillings fillings = new Fillings(draft);
    new PromptChecks(draft, fillings, findings).check();
    // The words that are sent come from the directory, which is made of what has no faults.
    draft.base().ifPresent(base -> new LineChecks(base, fillings, today, findings).check());
    new ReachChecks(draft, findings).check();
    new SpeechChecks(draft, fillings, findings).check();
    new ReadingAgeChecks(draft, findings).check();
    new ProvenanceChecks(draft, today, findings).check();
    new OverChecks(draft, today, findings).check();
    new CoverageChecks(draft, findings).check();
    return Report.of(draft, findings.all(), today);
  }
}
