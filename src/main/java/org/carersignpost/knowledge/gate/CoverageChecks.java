package org.carersignpost.knowledge.gate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.carersignpost.knowledge.files.Areas.Area;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.ServiceArea;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;

/// In which areas a need has no service of their own or their county's, but only national ones.
final class CoverageChecks {
  /// Of these kinds is what is not local.
  private static final Set<String> WIDE = Set.of("nation", "country");

  private final Draft draft;
  private final List<ServiceRecord> services;
  private final List<Area> local;
  private final Findings findings;

  CoverageChecks(Draft draft, Findings findings) {
    this.draft = draft;
    this.services = draft.services().stream().filter(ServiceRecord::isActive).toList();
    Set<String> parents =
        draft.areas().all().stream()
            .flatMap(area -> area.parent().stream())
            .collect(Collectors.toSet());
    this.local =
        draft.areas().all().stream()
            .filter(area -> !isWide(area) && !parents.contains(area.name()))
            .toList();
    this.findings = findings.of(Rule.COVERAGE).in("taxonomy.yaml");
  }

  void check() {
    for (Taxonomy.Topic topic : draft.taxonomy().topics()) {
      Set<String> served =
          services.stream()
              .filter(service -> service.topics().contains(topic.id()))
              .flatMap(service -> service.serviceAreas().stream())
              .map(ServiceArea::name)
              .collect(Collectors.toSet());
      List<String> unserved =
          local.stream().filter(area -> !isServed(area, served)).map(Area::name).toList();
      if (!unserved.isEmpty()) {
        findings.add(
            Severity.WARNING,
            topic.id(),
            unserved.size() == local.size()
                ? "has no local service anywhere"
                : "has no local service in " + String.join(", ", unserved),
            "a local service, if there is one",
            unserved.size());
      }
    }
  }

  private boolean isServed(Area area, Set<String> served) {
    return draft.areas().withParents(area.name()).stream()
        .filter(around -> !isWide(around))
        .anyMatch(around -> served.contains(around.name()));
  }

  private static boolean isWide(Area area) {
    return WIDE.contains(area.kind());
  }
}
