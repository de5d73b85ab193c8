package org.carersignpost.knowledge.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A report for people: what is wrong, the worst first, and then how things stand as a whole.
final class ReportText {
  /// An editor who has mended these looks again.
  private static final int MOST_OF_A_RULE = 8;

  private final Report report;
  private final boolean whole;
  private final List<String> lines = new ArrayList<>();

  private ReportText(Report report, boolean whole) {
    this.report = report;
    this.whole = whole;
  }

  /// @param whole whether every warning is named; errors always are
  static String of(Report report, boolean whole) {
    ReportText text = new ReportText(report, whole);
    text.findings("ERRORS", report.errors(), true);
    text.findings("WARNINGS", report.warnings(), whole);
    text.summary();
    return String.join("\n", text.lines);
  }

  /// Only how things stand as a whole.
  static String summary(Report report) {
    ReportText text = new ReportText(report, false);
    text.summary();
    return String.join("\n", text.lines);
  }

  private void findings(String heading, List<Finding> findings, boolean every) {
    if (findings.isEmpty()) {
      return;
    }
    lines.add("%s (%d)".formatted(heading, findings.size()));
    Map<Rule, List<Finding>> byRule =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
    byRule.forEach((rule, found) -> {
      lines.add("");
      lines.add("%s (%d)".formatted(rule.title(), found.size()));
      found.stream().limit(every ? found.size() : MOST_OF_A_RULE).forEach(this::finding);
      if (!every && found.size() > MOST_OF_A_RULE) {
        lines.add("  and %d more; --all names them".formatted(found.size() - MOST_OF_A_RULE));
      }
    });
    lines.add("");
  }

  private void finding(Finding finding) {
    lines.add("  " + finding.where());
    lines.add("    wrong: " + finding.wrong());
    lines.add("    right: " + finding.right());
  }

  private void summary() {
    lines.add("SUMMARY as of " + report.asOf());
    lines.add("");
    lines.add("%-12s %6s %7s %9s".formatted("", "count", "errors", "warnings"));
    for (Report.Tally tally : report.tallies()) {
      lines.add(
          "%-12s %6d %7d %9d"
              .formatted(tally.kind(), tally.count(), tally.errors(), tally.warnings()));
    }
    lines.add(
        "%-12s %6s %7d %9d"
            .formatted("everything", "", report.errors().size(), report.warnings().size()));
    lines.add("");
    lines.add("How fresh the services' facts are");
    Ages ages = report.ages();
    lines.add("  %-34s %5d".formatted("fresh (3 months or newer)", ages.fresh()));
    lines.add("  %-34s %5d".formatted("ageing (3 to 12 months)", ages.ageing()));
    lines.add("  %-34s %5d".formatted("unassured (older, or no date)", ages.unassured()));
    lines.add("  %-34s %5d".formatted("of low confidence", ages.lowConfidence()));
    lines.add("  %-34s %5d".formatted("without a number", ages.withoutNumber()));
    lines.add("By age");
    ages.byAge().forEach((age, count) -> lines.add("  %-34s %5d".formatted(age, count)));
    if (!whole) {
      return;
    }
    lines.add("By rule");
    for (Rule rule : Rule.values()) {
      long count = report.findings().stream().filter(found -> found.rule() == rule).count();
      lines.add("  %-34s %5d".formatted(rule.id(), count));
    }
  }
}
