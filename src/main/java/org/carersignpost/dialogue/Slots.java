package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// What the carer told us of their situation, as far as it was found.
///
/// @param place where the carer or the person cared for is
/// @param relation who is cared for: an id of the taxonomy's relations, such as `mother`
/// @param youngCarer true when the carer is under 18; empty when nothing was said
/// @param conditions what the person lives with: ids of the taxonomy's conditions, at most five
public record Slots(
    Optional<Place> place,
    Optional<String> relation,
    Optional<Boolean> youngCarer,
    List<String> conditions) {

  /// Nothing known yet.
  public static final Slots NONE =
      new Slots(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private static final int MOST_CONDITIONS = 5;

  public Slots {
    conditions = List.copyOf(conditions.subList(0, Math.min(conditions.size(), MOST_CONDITIONS)));
  }

  /// These slots with everything that `newer` says; what it does not say is kept.
  public Slots updatedBy(Slots newer) {
    return new Slots(
        newer.place.or(() -> place),
        newer.relation.or(() -> relation),
        newer.youngCarer.or(() -> youngCarer),
        newer.conditions.isEmpty() ? conditions : newer.conditions);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
