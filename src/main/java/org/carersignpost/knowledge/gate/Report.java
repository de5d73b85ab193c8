package org.carersignpost.knowledge.gate;

import java.time.LocalDate;
import java.util.List;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.ServiceRecord;

/// What the gate found.
///
/// @param asOf the day for which it holds
/// @param findings the worst first
/// @param tallies of services, guides, prompts and everything else
/// @param ages of the services that are offered
public record Report(LocalDate asOf, List<Finding> findings, List<Tally> tallies, Ages ages) {

  public Report {
    findings = List.copyOf(findings);
    tallies = List.copyOf(tallies);
  }

  /// @param kind what is counted
  /// @param count how many there are
  /// @param errors found in them
  /// @param warnings found in them
  public record Tally(String kind, int count, int errors, int warnings) {}

  static Report of(Draft draft, List<Finding> findings, LocalDate today) {
    List<ServiceRecord> offered =
        draft.services().stream().filter(ServiceRecord::isActive).toList();
    return new Report(
        today,
        findings,
        List.of(
            tally("services", draft.services().size(), findings),
            tally("guides", draft.guides().size(), findings),
            tally("prompts", draft.prompts().size(), findings)),
        Ages.of(offered, today));
  }

  private static Tally tally(String folder, int count, List<Finding> findings) {
    List<Finding> inFolder =
        findings.stream().filter(finding -> finding.file().startsWith(folder)).toList();
    int errors =
        (int) inFolder.stream().filter(found -> found.severity() == Severity.ERROR).count();
    return new Tally(folder, count, errors, inFolder.size() - errors);
  }

  /// What must be mended before anything is published.
  public List<Finding> errors() {
    return of(Severity.ERROR);
  }

  /// What should be looked at.
  public List<Finding> warnings() {
    return of(Severity.WARNING);
  }

  private List<Finding> of(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  /// For people.
  ///
  /// @param whole whether every warning is named; errors always are
  public String text(boolean whole) {
    return ReportText.of(this, whole);
  }

  /// For people, only how things stand as a whole.
  public String summary() {
    return ReportText.summary(this);
  }

  /// For programs.
  public String json() {
    return ReportJson.of(this);
  }
}
