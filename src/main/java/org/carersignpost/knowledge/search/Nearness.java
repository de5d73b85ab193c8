package org.carersignpost.knowledge.search;

import java.util.Optional;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.knowledge.files.Centroid;
import org.carersignpost.knowledge.files.Places;

/// How much it speaks for a service that one of its sites is near the place of a need: between two
/// groups in the same district, the one round the corner.
///
/// Where a service has no site of its own, or nobody knows where the place is, it says nothing.
///
/// @param here the middle of the place; empty when it is not known
record Nearness(Optional<Centroid> here) {
  /// Nothing is near or far.
  static final Nearness NOWHERE = new Nearness(Optional.empty());

  /// How near sites are to where somebody is: by the postcode, else by the place.
  static Nearness to(Slots slots, Places places) {
    return new Nearness(
        slots
            .postcode()
            .flatMap(places::centroidOfPostcode)
            .or(() -> slots.place().flatMap(place -> places.centroid(place.name()))));
  }

  /// A factor of 1 or a little more.
  double of(Listing listing) {
    return here.flatMap(middle ->
            listing.sites().stream().map(site -> site.distanceTo(middle)).min(Double::compare))
        .map(kilometres -> 1 + Weights.NEAR * Math.exp(-kilometres / Weights.NEAR_KILOMETRES))
        .orElse(1.0);
  }
}
