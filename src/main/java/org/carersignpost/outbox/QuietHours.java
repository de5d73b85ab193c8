package org.carersignpost.outbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The hours at night in which we start nothing.
///
/// They are read from a clock on the wall, so a night in which the clocks change is an hour longer
/// or shorter.
///
/// @param from when they begin
/// @param to when they end; the same as `from` if there are none
/// @param zone where the wall is
record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  /// @param written `21:00-08:00`, or nothing for none
  /// @throws IllegalArgumentException if it is something else
  static QuietHours parse(String written, ZoneId zone) {
    if (written.isBlank()) {
      return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
    }
    try {
      String[] times = written.strip().split("\\s*-\\s*", -1);
      if (times.length == 2) {
        return new QuietHours(LocalTime.parse(times[0]), LocalTime.parse(times[1]), zone);
      }
    } catch (DateTimeException e) {
      throw refused(e);
    }
    throw refused(null);
  }

  /// When they end, if it is quiet now.
  Optional<Instant> end(Instant now) {
    ZonedDateTime here = now.atZone(zone);
    if (!isQuiet(here.toLocalTime())) {
      return Optional.empty();
    }
    ZonedDateTime end = here.with(to);
    if (!end.toInstant().isAfter(now)) {
      // An hour that comes twice may end twice; else it is tomorrow's.
      end = end.withLaterOffsetAtOverlap();
      end = end.toInstant().isAfter(now) ? end : here.plusDays(1).with(to);
    }
    return Optional.of(end.toInstant());
  }

  private boolean isQuiet(LocalTime time) {
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to)
        : !time.isBefore(from) && time.isBefore(to);
  }

  private static IllegalArgumentException refused(@Nullable Exception cause) {
    return new IllegalArgumentException(
        "signpost.outbox.quiet must be two times such as 21:00-08:00", cause);
  }
}
