package org.carersignpost.knowledge.gate;

import java.time.LocalDate;
import java.util.List;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.Schedule;
import org.carersignpost.knowledge.files.ServiceRecord;

/// What no carer will ever get: hours and prices that are over, services that are not offered, and
/// guides that lead to them.
final class OverChecks {
  private final Draft draft;
  private final LocalDate today;
  private final Findings findings;

  OverChecks(Draft draft, LocalDate today, Findings findings) {
    this.draft = draft;
    this.today = today;
    this.findings = findings.of(Rule.OVER);
  }

  void check() {
    draft.services().forEach(this::service);
    draft.guides().forEach(this::guide);
  }

  private void service(ServiceRecord service) {
    Findings inFile = findings.in(service);
    if (!service.isActive()) {
      inFile.warning("status", "is not active, so it is never offered", "active, or no record");
    }
    schedules("schedules", service.schedules(), inFile);
    for (int i = 0; i < service.phones().size(); i++) {
      schedules("phones[" + i + "].schedules", service.phones().get(i).schedules(), inFile);
    }
    for (int i = 0; i < service.costOptions().size(); i++) {
      String field = "cost_options[" + i + "].valid_to";
      service
          .costOptions()
          .get(i)
          .validTo()
          .filter(today::isAfter)
          .ifPresent(date -> inFile.warning(field, "was " + date, "the price of today"));
    }
  }

  private void schedules(String field, List<Schedule> schedules, Findings inFile) {
    for (int i = 0; i < schedules.size(); i++) {
      String end = field + "[" + i + "].valid_to";
      schedules
          .get(i)
          .validTo()
          .filter(today::isAfter)
          .ifPresent(date -> inFile.warning(end, "was " + date, "the hours of today, or none"));
    }
  }

  private void guide(GuideRecord guide) {
    for (int i = 0; i < guide.services().size(); i++) {
      String slug = guide.services().get(i);
      if (draft.service(slug).filter(service -> !service.isActive()).isPresent()) {
        findings
            .in(guide)
            .warning("services[" + i + "]", slug + " is not active", "a service that is offered");
      }
    }
  }
}
