package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A table in a file: lines of values between commas, a line of names first.
///
/// A value that holds a comma or a quotation mark stands in quotation marks, the mark itself
/// doubled; no value runs over a line's end.
///
/// @param rows the values of each line after the first, as many as there are names
record Table(List<Row> rows) {

  /// A line.
  ///
  /// @param number of the line in the file, from 1
  /// @param values in the order of the names
  record Row(int number, List<String> values) {
    String value(int column) {
      return values.get(column);
    }

    /// What faults call it.
    String field() {
      return "line " + number;
    }
  }

  /// Reads a table; lines that do not fit are noted and left out.
  static Table read(String text, List<String> names, Faults faults) {
    List<String> lines = text.lines().toList();
    List<Row> rows = new ArrayList<>();
    if (lines.isEmpty() || !values(lines.getFirst()).equals(Optional.of(names))) {
      faults.add("line 1", "must be " + String.join(",", names));
      return new Table(rows);
    }
    for (int i = 1; i < lines.size(); i++) {
      Optional<List<String>> values = values(lines.get(i));
      if (lines.get(i).isBlank()) {
        continue;
      }
      if (values.isEmpty()) {
        faults.add("line " + (i + 1), "has a quotation mark without its partner");
      } else if (values.get().size() != names.size()) {
        faults.add(
            "line " + (i + 1),
            "has %d values instead of %d".formatted(values.get().size(), names.size()));
      } else {
        rows.add(new Row(i + 1, values.get()));
      }
    }
    return new Table(List.copyOf(rows));
  }

  private static Optional<List<String>> values(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
      if (doubled) {
        value.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString().strip());
    return quoted ? Optional.empty() : Optional.of(List.copyOf(values));
  }
}
