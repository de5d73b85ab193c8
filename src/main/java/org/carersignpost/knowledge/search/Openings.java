package org.carersignpost.knowledge.search;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.carersignpost.dialogue.OpeningState;

/// Whether services are open in one minute, each worked out when it is first asked for.
///
/// Hours begin and end on whole minutes, so a minute's states hold for all of it.
final class Openings {
  private final LocalDateTime minute;
  private final Set<LocalDate> bankHolidays;
  private final AtomicReferenceArray<OpeningState> states;

  /// @param now a local time in the minute
  /// @param services how many there are
  Openings(LocalDateTime now, Set<LocalDate> bankHolidays, int services) {
    this.minute = now.truncatedTo(ChronoUnit.MINUTES);
    this.bankHolidays = bankHolidays;
    this.states = new AtomicReferenceArray<>(services);
  }

  boolean holdAt(LocalDateTime now) {
    return minute.equals(now.truncatedTo(ChronoUnit.MINUTES));
  }

  OpeningState of(Listing listing) {
    OpeningState known = states.get(listing.ordinal());
    if (known != null) {
      return known;
    }
    OpeningState state = listing.openingAt(minute, bankHolidays);
    states.set(listing.ordinal(), state);
    return state;
  }
}
