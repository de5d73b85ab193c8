package org.carersignpost.knowledge.gate;

import java.util.ArrayList;
import java.util.List;
import org.carersignpost.knowledge.files.GuideRecord;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Gathers what the checks of one rule find in one file into the list of all.
final class Findings {
  private final List<Finding> all;
  private final Rule rule;
  private final String file;

  private Findings(List<Finding> all, Rule rule, String file) {
    this.all = all;
    this.rule = rule;
    this.file = file;
  }

  /// An empty list; [#of] and [#in] say what it is filled with.
  static Findings none() {
    return new Findings(new ArrayList<>(), Rule.FAULT, "");
  }

  /// The same list, for another rule.
  Findings of(Rule otherRule) {
    return new Findings(all, otherRule, file);
  }

  /// The same list, for another file.
  Findings in(String otherFile) {
    return new Findings(all, rule, otherFile);
  }

  Findings in(ServiceRecord service) {
    return in(fileOf(service));
  }

  Findings in(GuideRecord guide) {
    return in(fileOf(guide));
  }

  static String fileOf(ServiceRecord service) {
    return "services/" + service.slug() + ".json";
  }

  static String fileOf(GuideRecord guide) {
    return "guides/" + guide.id() + ".md";
  }

  void error(String field, String wrong, String right) {
    add(Severity.ERROR, field, wrong, right, 0);
  }

  void warning(String field, String wrong, String right) {
    add(Severity.WARNING, field, wrong, right, 0);
  }

  /// @param excess how bad it is beside others of its rule
  void add(Severity severity, String field, String wrong, String right, double excess) {
    all.add(new Finding(severity, rule, file, field, wrong, right, excess));
  }

  /// The worst first.
  List<Finding> all() {
    return all.stream().sorted(Finding.WORST_FIRST).toList();
  }
}
