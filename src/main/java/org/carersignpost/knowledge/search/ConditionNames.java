package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.knowledge.files.Taxonomy;

/// Finds the conditions that a text names, by any of the words for them.
final class ConditionNames {
  /// By the first term of a name.
  private final Map<String, List<Name>> names = new HashMap<>();

  private record Name(String condition, List<String> terms) {}

  ConditionNames(List<Taxonomy.Condition> conditions, Words words) {
    for (Taxonomy.Condition condition : conditions) {
      Stream.concat(condition.words().stream(), Stream.of(condition.name()))
          .map(words::terms)
          .filter(terms -> !terms.isEmpty())
          .map(terms -> new Name(condition.id(), terms))
          .forEach(name ->
              names.computeIfAbsent(name.terms().getFirst(), _ -> new ArrayList<>()).add(name));
    }
  }

  /// The ids of the conditions that a text names.
  ///
  /// @param terms its terms in order
  Set<String> in(List<String> terms) {
    Set<String> found = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      for (Name name : names.getOrDefault(terms.get(i), List.of())) {
        int end = i + name.terms().size();
        if (end <= terms.size() && name.terms().equals(terms.subList(i, end))) {
          found.add(name.condition());
        }
      }
    }
    return found;
  }
}
