package org.carersignpost.dialogue;

/// A number a carer can ring or text.
///
/// @param number as people read it: `0300 555 1386`, `116 123`
/// @param kind ring or text
/// @param label what answers, such as `evenings and weekends`; may be empty
/// @param free whether it is known to cost nothing
/// @param charged whether it costs more than an ordinary call (084, 087, 09, 118, 070)
/// @param opening whether somebody answers now
public record ContactNumber(
    String number, Kind kind, String label, boolean free, boolean charged, OpeningState opening) {

  /// What the number is for.
  public enum Kind {
    RING,
    TEXT
  }
}
