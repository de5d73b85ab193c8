package org.carersignpost.knowledge.gate;

import java.time.LocalDate;
import java.util.Optional;
import org.carersignpost.dialogue.Freshness;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;

/// Whether it is known how old facts are, and who answers for them.
final class ProvenanceChecks {
  private final Draft draft;
  private final LocalDate today;
  private final Findings freshness;
  private final Findings assurer;

  ProvenanceChecks(Draft draft, LocalDate today, Findings findings) {
    this.draft = draft;
    this.today = today;
    this.freshness = findings.of(Rule.FRESHNESS);
    this.assurer = findings.of(Rule.ASSURER);
  }

  void check() {
    draft.services().stream().filter(ServiceRecord::isActive).forEach(this::service);
    draft.guides().forEach(this::guide);
  }

  private void service(ServiceRecord service) {
    Findings inFile = freshness.in(service);
    age(service.assuredDate(), inFile);
    if (service.signpost().confidence() == Signposting.Confidence.LOW) {
      inFile.warning(
          "signpost.confidence",
          "is low, which carers are told",
          service.signpost().check().orElse("somebody finds out what is true"));
    }
    if (service.assurerEmail().isEmpty()) {
      assurer
          .in(service)
          .warning("assurer_email", "is missing", "the address of the person who checked it");
    }
  }

  private void guide(GuideRecord guide) {
    age(guide.assuredDate(), freshness.in(guide));
    if (guide.assurer().isEmpty()) {
      assurer.in(guide).warning("assurer", "is missing", "the name or role of who checked it");
    }
  }

  private void age(Optional<LocalDate> assured, Findings inFile) {
    if (Freshness.of(assured, today) != Freshness.UNASSURED) {
      return;
    }
    double years =
        assured.map(date -> (today.toEpochDay() - date.toEpochDay()) / 365.25).orElse(0.0);
    inFile.add(
        Severity.WARNING,
        "assured_date",
        assured.map(date -> "is " + date + ", more than a year ago").orElse("is missing"),
        "the date of a source or a check of the last twelve months",
        years);
  }
}
