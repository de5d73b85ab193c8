package org.carersignpost.knowledge.feeds;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What an editor should look at in one record, gathered while it is mapped.
final class Notes {
  private static final int MOST = 12;

  private final Set<String> notes = new LinkedHashSet<>();

  void add(String note) {
    if (notes.size() < MOST) {
      notes.add(note);
    }
  }

  Optional<String> asOne() {
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of("Left out or changed on import: " + String.join("; ", notes) + ".");
  }
}
