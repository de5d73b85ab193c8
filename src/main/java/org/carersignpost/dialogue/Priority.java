package org.carersignpost.dialogue;

import java.util.Locale;

/// How soon a person should look; the later, the sooner.
public enum Priority {
  NORMAL,
  URGENT,
  CRISIS;

  /// The name in the JSON contract.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a danger of this level asks for.
  public static Priority of(Risk.Level level) {
    return switch (level) {
      case POSSIBLE, URGENT -> URGENT;
      case CRISIS, EMERGENCY -> CRISIS;
    };
  }

  /// The sooner of the two.
  public Priority or(Priority other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
