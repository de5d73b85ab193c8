package org.carersignpost.dialogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Says when somewhere is open: in the few words a text has room for, and for the ear.
public final class OpeningWords {
  private static final int LONGEST_WORDS = 30;

  private OpeningWords() {}

  /// `open until 5pm`, `opens Mon 9am`, `24 hours`; empty when nothing is known that is worth the
  /// room.
  static String of(OpeningState state, LocalDateTime now) {
    return switch (state) {
      case OpeningState.Always() -> "24 hours";
      case OpeningState.Open(LocalDateTime closesAt) ->
          "open until " + moment(closesAt, now.toLocalDate());
      case OpeningState.Closed(LocalDateTime opensAt) ->
          "opens " + moment(opensAt, now.toLocalDate());
      case OpeningState.ClosedToday(String words) ->
          words.isEmpty() || words.length() > LONGEST_WORDS
              ? "closed today"
              : "closed today, " + words;
      case OpeningState.Unknown(String words) -> words.length() > LONGEST_WORDS ? "" : words;
    };
  }

  /// A moment as people say it from `today`: `5pm`, `9am tomorrow`, `Mon 9am`, `Mon 4 Jan 9am`.
  static String moment(LocalDateTime at, LocalDate today) {
    LocalDate day = at.toLocalDate();
    String time = time(at.toLocalTime());
    if (day.equals(today)) {
      return time;
    }
    if (at.toLocalTime().equals(LocalTime.MIDNIGHT) && day.equals(today.plusDays(1))) {
      return "midnight";
    }
    if (day.equals(today.plusDays(1))) {
      return time + " tomorrow";
    }
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK);
    if (day.isBefore(today.plusDays(7))) {
      return weekday + " " + time;
    }
    String month = day.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK);
    return weekday + " " + day.getDayOfMonth() + " " + month + " " + time;
  }

  /// When something ends, for the ear: `5pm`, `tomorrow at 9am`.
  static String spokenEnd(LocalDateTime at, LocalDate today) {
    return spoken(at, today).replaceFirst("^at ", "");
  }

  /// When something begins, for the ear: `at 5pm`, `tomorrow at 9am`, `on Monday at 9am`, `on
  /// Monday 4 January at 9am`.
  public static String spoken(LocalDateTime at, LocalDate today) {
    LocalDate day = at.toLocalDate();
    String time = time(at.toLocalTime());
    boolean isMidnight = at.toLocalTime().equals(LocalTime.MIDNIGHT);
    if (day.equals(today) || (isMidnight && day.equals(today.plusDays(1)))) {
      return "at " + time;
    }
    if (day.equals(today.plusDays(1))) {
      return "tomorrow at " + time;
    }
    String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.UK);
    if (day.isBefore(today.plusDays(7))) {
      return "on " + weekday + " at " + time;
    }
    String month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.UK);
    return "on " + weekday + " " + day.getDayOfMonth() + " " + month + " at " + time;
  }

  private static String time(LocalTime time) {
    if (time.equals(LocalTime.NOON)) {
      return "noon";
    }
    if (time.equals(LocalTime.MIDNIGHT)) {
      return "midnight";
    }
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String minutes = time.getMinute() == 0 ? "" : String.format(".%02d", time.getMinute());
    return hour + minutes + (time.getHour() < 12 ? "am" : "pm");
  }
}
