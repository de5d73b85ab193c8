package org.carersignpost.console;

import java.time.Duration;
import java.time.Instant;

/// How long a carer has waited, against how long they should.
///
/// @param since since when
/// @param target how soon a person should be there
/// @param words the time for people: `14 min`
/// @param level `calm`, `soon` from half of the target, `late` beyond it
public record Wait(Instant since, Duration target, String words, String level) {
  private static final int HALF = 2;

  public static Wait of(Instant since, Duration target, Instant now) {
    Duration waited = Duration.between(since, now);
    String level = "calm";
    if (waited.compareTo(target) > 0) {
      level = "late";
    } else if (waited.multipliedBy(HALF).compareTo(target) >= 0) {
      level = "soon";
    }
    return new Wait(since, target, inWords(waited), level);
  }

  public boolean isLate() {
    return level.equals("late");
  }

  /// The target for people: `10 min`.
  public String targetWords() {
    return inWords(target);
  }

  /// A length of time as short as it can be told: `1 min`, `2 h 5 min`, `3 days`.
  public static String inWords(Duration time) {
    long minutes = Math.max(time.toMinutes(), 0);
    if (minutes < 1) {
      return "under 1 min";
    }
    if (minutes < Duration.ofHours(1).toMinutes()) {
      return minutes + " min";
    }
    if (time.toDays() >= 2) {
      return time.toDays() + " days";
    }
    long rest = time.toMinutesPart();
    return time.toHours() + " h" + (rest == 0 ? "" : " " + rest + " min");
  }
}
