package org.carersignpost.conversation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a staff member looks for. Whatever is left open does not narrow the search.
///
/// @param words what was said, by whomever; in quotes a phrase. A misspelt longer word is
///   understood. No character has a meaning besides the quotes
/// @param topic the id of a topic
/// @param place a town, a postcode or a council area
/// @param states any of `bot`, `waiting`, `staff` and `closed`; empty for all
/// @param priorities any of `normal`, `urgent` and `crisis`; empty for all
/// @param from the first day on which the carer wrote last
/// @param to the last such day
public record ConversationQuery(
    String words,
    Optional<String> topic,
    Optional<String> place,
    Set<String> states,
    Set<String> priorities,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  private static final int MOST_VALUES = 10;

  public ConversationQuery {
    states = limited(states);
    priorities = limited(priorities);
  }

  /// Looks for words only.
  public static ConversationQuery of(String words) {
    return of(words, Optional.empty(), Optional.empty(), Set.of());
  }

  /// Looks for words, a topic and a place, in some states.
  public static ConversationQuery of(
      String words, Optional<String> topic, Optional<String> place, Set<String> states) {
    return new ConversationQuery(
        words, topic, place, states, Set.of(), Optional.empty(), Optional.empty());
  }

  private static Set<String> limited(Set<String> values) {
    if (values.size() > MOST_VALUES) {
      throw new IllegalArgumentException("more than " + MOST_VALUES + " values to choose from");
    }
    return Set.copyOf(values);
  }
}
