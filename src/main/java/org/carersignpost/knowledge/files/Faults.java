package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.List;

/// Gathers the faults of one file into the list of all.
final class Faults {
  private final List<Problem> all;
  private final String file;

  private Faults(List<Problem> all, String file) {
    this.all = all;
    this.file = file;
  }

  /// An empty list; [#in] begins a file.
  static Faults none() {
    return new Faults(new ArrayList<>(), "");
  }

  /// The same list, for another file.
  Faults in(String otherFile) {
    return new Faults(all, otherFile);
  }

  /// @param field where in the file; empty for the file as a whole
  void add(String field, String reason) {
    all.add(new Problem(file, field, reason));
  }

  /// How many there are so far, in all files.
  int count() {
    return all.size();
  }

  List<Problem> all() {
    return List.copyOf(all);
  }
}
