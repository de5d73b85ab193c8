package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// What the carer told us of their situation, as far as it was found.
///
/// @param place where the person cared for is, or the carer where nothing else is said
/// @param relation who is cared for: an id of the taxonomy's relations, such as `mother`
/// @param youngCarer true when the carer is under 18; empty when nothing was said
/// @param conditions what the person lives with: ids of the taxonomy's conditions, at most five
/// @param carersPlace where the carer is, when they said that it is elsewhere
/// @param otherPlace a second place, where two were named and it is not clear whose is which
/// @param postcode a full postcode, in capitals with its space
/// @param carersAge in years
/// @param caredForAge in years
/// @param phone the number on which the carer wants to be rung, its digits as dialled in the UK
/// @param ringTime when they want to be rung, in their own words, at most 60 characters
public record Slots(
    Optional<Place> place,
    Optional<String> relation,
    Optional<Boolean> youngCarer,
    List<String> conditions,
    Optional<Place> carersPlace,
    Optional<Place> otherPlace,
    Optional<String> postcode,
    Optional<Integer> carersAge,
    Optional<Integer> caredForAge,
    Optional<String> phone,
    Optional<String> ringTime) {

  /// Nothing known yet.
  public static final Slots NONE =
      new Slots(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private static final int MOST_CONDITIONS = 5;
  private static final int LONGEST_TIME = 60;

  public Slots {
    conditions = List.copyOf(conditions.subList(0, Math.min(conditions.size(), MOST_CONDITIONS)));
    ringTime = ringTime.map(time -> time.substring(0, Math.min(time.length(), LONGEST_TIME)));
  }

  /// Those by which services are chosen, and nothing else.
  public Slots(
      Optional<Place> place,
      Optional<String> relation,
      Optional<Boolean> youngCarer,
      List<String> conditions) {
    this(
        place,
        relation,
        youngCarer,
        conditions,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// These slots with everything that `newer` says; what it does not say is kept.
  public Slots updatedBy(Slots newer) {
    return new Slots(
        newer.place.or(() -> place),
        newer.relation.or(() -> relation),
        newer.youngCarer.or(() -> youngCarer),
        newer.conditions.isEmpty() ? conditions : newer.conditions,
        newer.carersPlace.or(() -> carersPlace),
        newer.otherPlace.or(() -> newer.place.isPresent() ? Optional.empty() : otherPlace),
        newer.postcode.or(() -> newer.place.isPresent() ? Optional.empty() : postcode),
        newer.carersAge.or(() -> carersAge),
        newer.caredForAge.or(() -> caredForAge),
        newer.phone.or(() -> phone),
        newer.ringTime.or(() -> ringTime));
  }

  /// The same once it is settled where the person cared for is, and the carer if that is elsewhere.
  public Slots at(Place settled, Optional<Place> carers) {
    return new Slots(
        Optional.of(settled),
        relation,
        youngCarer,
        conditions,
        carers,
        Optional.empty(),
        place.filter(settled::equals).flatMap(_ -> postcode),
        carersAge,
        caredForAge,
        phone,
        ringTime);
  }

  /// The same without where anybody is.
  public Slots withoutPlace() {
    return new Slots(
        Optional.empty(),
        relation,
        youngCarer,
        conditions,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        carersAge,
        caredForAge,
        phone,
        ringTime);
  }

  public boolean isEmpty() {
    return equals(NONE);
  }
}
