package org.carersignpost.knowledge.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Numbers for terms, so that texts take little room. It grows while an index is made, by one
/// thread, and is only read afterwards.
final class Vocabulary {
  static final int UNKNOWN = -1;

  private final Map<String, Integer> ids = new HashMap<>();

  /// The number of a term, which is given one if it has none.
  int idOf(String term) {
    return ids.computeIfAbsent(term, _ -> ids.size());
  }

  /// The numbers of some terms, in order.
  int[] idsOf(List<String> terms) {
    return terms.stream().mapToInt(this::idOf).toArray();
  }

  /// The number of a term, or [#UNKNOWN].
  int known(String term) {
    return ids.getOrDefault(term, UNKNOWN);
  }

  int size() {
    return ids.size();
  }

  /// Every term by its number.
  String[] terms() {
    String[] terms = new String[ids.size()];
    ids.forEach((term, id) -> terms[id] = term);
    return terms;
  }

  Set<String> all() {
    return Set.copyOf(ids.keySet());
  }
}
