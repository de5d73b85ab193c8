package org.carersignpost.knowledge.gate;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A report for programs.
final class ReportJson {
  private ReportJson() {}

  /// Everything, for programs; the rules by their ids.
  static String of(Report report) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("asOf", report.asOf().toString());
    whole.put("errors", report.errors().size());
    whole.put("warnings", report.warnings().size());
    whole.put("tallies", report.tallies());
    whole.put("ages", report.ages());
    whole.put("findings", report.findings().stream().map(ReportJson::tree).toList());
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(whole);
  }

  private static Map<String, String> tree(Finding finding) {
    Map<String, String> tree = new LinkedHashMap<>();
    tree.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    tree.put("rule", finding.rule().id());
    tree.put("file", finding.file());
    tree.put("field", finding.field());
    tree.put("wrong", finding.wrong());
    tree.put("right", finding.right());
    return tree;
  }
}
