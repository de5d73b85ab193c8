package org.carersignpost.knowledge.files;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

/// When something is open: one block of hours on certain days, local time. See [Schedules] for what
/// it means.
///
/// @param id stable
/// @param validFrom first day it holds
/// @param validTo last day it is known to hold; after it nothing is known
/// @param dtstart first day of a pattern that leaves weeks out
/// @param freq weekly or monthly; absent for days of exception and for bank holidays
/// @param interval every so many weeks or months; absent means 1
/// @param byday days such as `MO,TU`, with a number in monthly patterns: `2MO`, `-1FR`
/// @param bymonthday days of the month such as `2,-1`, in monthly patterns
/// @param opensAt first minute
/// @param closesAt first minute after; 23:59 means the end of the day, before `opensAt` the next
///   day
/// @param description what is known in words
/// @param scheduleLink page with the times
/// @param attendingType how to attend
/// @param notes anything else
/// @param bankHolidays what it does on a bank holiday; absent when unknown. Ours, not in the
///   specification
public record Schedule(
    UUID id,
    Optional<LocalDate> validFrom,
    Optional<LocalDate> validTo,
    Optional<LocalDate> dtstart,
    Optional<Freq> freq,
    Optional<Integer> interval,
    Optional<String> byday,
    Optional<String> bymonthday,
    @JsonFormat(pattern = "HH:mm") Optional<LocalTime> opensAt,
    @JsonFormat(pattern = "HH:mm") Optional<LocalTime> closesAt,
    Optional<String> description,
    Optional<String> scheduleLink,
    Optional<String> attendingType,
    Optional<String> notes,
    Optional<OnBankHolidays> bankHolidays)
    implements OpenReferral {

  /// How often it recurs.
  public enum Freq {
    WEEKLY,
    MONTHLY
  }

  /// What it does on a bank holiday.
  public enum OnBankHolidays {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    /// It holds on bank holidays only, whatever the day of the week.
    @JsonProperty("only")
    ONLY
  }
}
