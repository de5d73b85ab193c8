package org.carersignpost.handoff;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.carersignpost.dialogue.OpeningHours;
import org.carersignpost.dialogue.OpeningState;

/// When a person of one team is at work.
///
/// Nothing is promised that was not configured: without hours the state is always
/// [OpeningState.Unknown].
public final class TeamHours {
  private final OpeningHours hours;
  private final Set<LocalDate> bankHolidays;

  /// The state of the last minute that was asked for: hours begin and end on whole minutes.
  private final AtomicReference<Minute> last = new AtomicReference<>();

  private record Minute(LocalDateTime start, OpeningState state) {}

  /// @param hours the weekly hours and the days of exception
  /// @param bankHolidays every bank holiday that is known
  public TeamHours(OpeningHours hours, Set<LocalDate> bankHolidays) {
    this.hours = hours;
    this.bankHolidays = Set.copyOf(bankHolidays);
  }

  /// Whether somebody is at work at a local time, and else when next.
  public OpeningState at(LocalDateTime now) {
    LocalDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
    Minute known = last.get();
    if (known == null || !known.start.equals(minute)) {
      known = new Minute(minute, hours.at(minute, bankHolidays));
      last.set(known);
    }
    return known.state;
  }
}
