package org.carersignpost.dialogue;

import java.util.List;

/// Where a carer or the person cared for is.
///
/// @param name as we say it: `Alton` or `SO23`
/// @param areas the council areas it lies in, most people first; more than one for a name that
///   occurs twice or a postcode district that crosses a border
/// @param kind what was given
/// @param council the council to ask when the place is outside the area; empty inside it
public record Place(String name, List<String> areas, Kind kind, String council) {

  public Place {
    areas = List.copyOf(areas);
  }

  /// What kind of place was given.
  public enum Kind {
    TOWN,
    POSTCODE,
    OUTSIDE
  }

  /// Whether it lies outside the area this service covers.
  public boolean isOutside() {
    return kind == Kind.OUTSIDE;
  }

  /// Whether the name alone does not say which council is meant.
  public boolean isAmbiguous() {
    return areas.size() > 1;
  }
}
