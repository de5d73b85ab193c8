package org.carersignpost.knowledge.gate;

import java.util.Comparator;

/// One thing that an editor should mend or weigh.
///
/// @param severity what it means for publishing
/// @param rule what was looked at
/// @param file below the root, such as `services/shout.json`
/// @param field where in the file; empty for the file as a whole
/// @param wrong what is wrong
/// @param right what would be right
/// @param excess how bad it is beside others of its rule; more is worse
public record Finding(
    Severity severity,
    Rule rule,
    String file,
    String field,
    String wrong,
    String right,
    double excess) {

  /// Errors before warnings, then what harms most, then by file.
  static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Comparator.comparingDouble(Finding::excess).reversed())
          .thenComparing(Finding::file)
          .thenComparing(Finding::field);

  /// Where it is, for people: `services/shout.json: phones[0].number`.
  public String where() {
    return field.isEmpty() ? file : file + ": " + field;
  }
}
