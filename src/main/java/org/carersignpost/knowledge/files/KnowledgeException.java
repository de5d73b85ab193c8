package org.carersignpost.knowledge.files;

import java.util.List;
import java.util.stream.Collectors;

/// The knowledge base is not fit to answer carers. It names every fault found, so that an editor
/// can mend all at once.
public final class KnowledgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  KnowledgeException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n  ", "the knowledge base has " + problems.size() + " faults:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /// Every fault found, in the order of the files.
  public List<Problem> problems() {
    return problems;
  }
}
