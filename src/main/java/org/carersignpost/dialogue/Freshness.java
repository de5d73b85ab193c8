package org.carersignpost.dialogue;

import java.time.LocalDate;
import java.util.Optional;

/// How far facts can be trusted by the date of their newest source: the one measure for what carers
/// are told, what comes first and what editors are asked to look at.
public enum Freshness {
  /// Of the last three months.
  FRESH,
  /// Older than three months, at most twelve.
  AGEING,
  /// Older than twelve months, or of no known date.
  UNASSURED;

  private static final int MONTHS_FRESH = 3;
  private static final int MONTHS_ASSURED = 12;

  /// @param assured the date of the newest source, if it is known; one still to come is fresh
  public static Freshness of(Optional<LocalDate> assured, LocalDate today) {
    if (assured.isEmpty() || assured.get().isBefore(today.minusMonths(MONTHS_ASSURED))) {
      return UNASSURED;
    }
    return assured.get().isBefore(today.minusMonths(MONTHS_FRESH)) ? AGEING : FRESH;
  }
}
