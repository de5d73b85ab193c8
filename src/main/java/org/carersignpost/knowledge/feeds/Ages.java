package org.carersignpost.knowledge.feeds;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// For which ages a service is, as far as a feed says it sensibly.
record Ages(Optional<Integer> youngest, Optional<Integer> oldest) {
  static Ages of(JsonNode tree, int most, Notes notes) {
    Optional<Integer> youngest = age(tree, "minimum_age", most, notes);
    Optional<Integer> oldest = age(tree, "maximum_age", most, notes);
    if (youngest.isPresent() && oldest.isPresent() && oldest.get() < youngest.get()) {
      notes.add("maximum_age is below minimum_age");
      return new Ages(Optional.empty(), Optional.empty());
    }
    return new Ages(youngest, oldest);
  }

  private static Optional<Integer> age(JsonNode tree, String field, int most, Notes notes) {
    Optional<Integer> age = Fields.wholeNumber(tree, field);
    if (age.filter(years -> years < 0 || years > most).isPresent()) {
      notes.add(field + " is not an age");
      return Optional.empty();
    }
    return age;
  }
}
