package org.carersignpost.knowledge.openreferral;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// What is published now.
///
/// The knowledge base may be another at any time, so it is asked for with every request; it is
/// rendered once in each state.
final class Feed {
  private final Supplier<KnowledgeBase> knowledge;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile Snapshot current = Snapshot.NONE;

  /// @param clock the machine's own, also where the service runs on another: other programs compare
  ///   its moments with theirs
  Feed(Supplier<KnowledgeBase> knowledge, InstantSource clock, ZoneId zone) {
    this.knowledge = knowledge;
    this.clock = clock;
    this.zone = zone;
  }

  Snapshot now() {
    KnowledgeBase base = knowledge.get();
    Snapshot known = current;
    return known.version().equals(base.version()) ? known : publish(base);
  }

  private synchronized Snapshot publish(KnowledgeBase base) {
    if (!current.version().equals(base.version())) {
      current = new Publishing(base, current, clock.instant(), zone).snapshot();
    }
    return current;
  }

  ZoneId zone() {
    return zone;
  }
}
