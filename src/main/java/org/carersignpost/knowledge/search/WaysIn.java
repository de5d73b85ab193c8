package org.carersignpost.knowledge.search;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carersignpost.knowledge.files.Areas.Area;
import org.carersignpost.knowledge.files.KnowledgeBase;

/// What the councils' lines are for besides what their records say: the topics of the guides that
/// name them.
///
/// Councils have the same duties, so a guide that sends people to one council's line for adults
/// sends them to all.
final class WaysIn {
  private static final String NATION = "nation";

  private final KnowledgeBase base;
  private final Set<String> forAdults;
  private final Set<String> forChildren;

  WaysIn(KnowledgeBase base) {
    this.base = base;
    this.forAdults = councils(base, Area::adults);
    this.forChildren = councils(base, Area::children);
  }

  private static Set<String> councils(KnowledgeBase base, Function<Area, Optional<String>> line) {
    return base.areas().all().stream()
        .filter(area -> !area.kind().equals(NATION))
        .flatMap(area -> line.apply(area).stream())
        .collect(Collectors.toSet());
  }

  /// The main topics of the guides that send people to a service as a council's line; none for
  /// other services.
  Set<String> topics(String slug) {
    Set<String> topics = new HashSet<>();
    for (Set<String> lines : List.of(forAdults, forChildren)) {
      if (lines.contains(slug)) {
        base.guides().stream()
            .filter(guide -> guide.services().stream().anyMatch(lines::contains))
            .forEach(guide -> topics.add(guide.topics().getFirst()));
      }
    }
    return topics;
  }
}
