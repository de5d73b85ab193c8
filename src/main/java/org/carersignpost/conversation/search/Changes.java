package org.carersignpost.conversation.search;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// The conversations that have changed and must be read, each once however often it changed.
///
/// Any thread adds, one takes.
final class Changes {
  /// Of more than that it only remembers that there were too many.
  static final int MOST = 20_000;

  private final Set<String> ids = new LinkedHashSet<>();
  private boolean someMissed;

  synchronized void add(String id) {
    if (ids.size() < MOST || ids.contains(id)) {
      ids.add(id);
    } else {
      someMissed = true;
    }
  }

  /// Says that some were not added.
  synchronized void missed() {
    someMissed = true;
  }

  /// Whether some were not added that nobody has heeded yet.
  synchronized boolean hasMissed() {
    return someMissed;
  }

  /// All that were not added so far will be heeded.
  synchronized void heedMissed() {
    someMissed = false;
  }

  /// The one that waits longest, which from now on waits no more.
  synchronized Optional<String> take() {
    Iterator<String> first = ids.iterator();
    if (!first.hasNext()) {
      return Optional.empty();
    }
    String id = first.next();
    first.remove();
    return Optional.of(id);
  }
}
