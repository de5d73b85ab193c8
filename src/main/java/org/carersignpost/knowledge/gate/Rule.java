package org.carersignpost.knowledge.gate;

import java.util.Locale;

/// What is looked at; what harms carers most comes first.
public enum Rule {
  /// The reader refuses it, so the service does not start.
  FAULT("What stops the service from starting"),
  /// A prompt is missing, never said, or has braces that nothing fills.
  PROMPTS("Prompts that cannot be said as written"),
  SEGMENTS("Longer than texts may be"),
  REACHED("Services that nobody can reach"),
  TWICE("The same service or number twice"),
  SPOKEN_LENGTH("Too long for the ear"),
  READING_AGE("Too hard to read"),
  FRESHNESS("Facts that are old or of no known date"),
  ASSURER("Facts that nobody has put their name to"),
  OVER("What is over, or can never be reached"),
  COVERAGE("Needs that no local service meets");

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /// As a heading.
  public String title() {
    return title;
  }

  /// For programs: `reading-age`.
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
