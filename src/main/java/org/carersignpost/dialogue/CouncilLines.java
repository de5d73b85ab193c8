package org.carersignpost.dialogue;

import java.util.Map;
import java.util.Optional;

/// The councils' lines for adults and children where the carer is, answered now if one is:
/// `{adults}`, `{children}`.
final class CouncilLines {
  private CouncilLines() {}

  static Map<String, String> of(Moment moment) {
    return Map.of(
        "adults", line(moment, ServiceDirectory.Audience.ADULT),
        "children", line(moment, ServiceDirectory.Audience.CHILD));
  }

  /// `Hampshire Adults' Health and Care 0300 555 1386`, or empty when the directory has no way in.
  static String line(Moment moment, ServiceDirectory.Audience audience) {
    return moment
        .directory()
        .wayIn(audience, moment.conversation().slots().place(), moment.circumstances().now())
        .flatMap(CouncilLines::nameAndNumber)
        .orElse("");
  }

  private static Optional<String> nameAndNumber(Signpost signpost) {
    return signpost.numbers().stream()
        .filter(number -> number.kind() == ContactNumber.Kind.RING)
        .findFirst()
        .map(number -> signpost.name() + " " + number.number());
  }
}
