package org.carersignpost.dialogue;

import java.time.LocalDateTime;

/// Whether somewhere is open, as far as is known; times are local (Europe/London).
public sealed interface OpeningState {

  /// Day and night, every day.
  record Always() implements OpeningState {}

  /// Open now.
  ///
  /// @param closesAt when it next closes
  record Open(LocalDateTime closesAt) implements OpeningState {}

  /// Closed now.
  ///
  /// @param opensAt when it next opens
  record Closed(LocalDateTime opensAt) implements OpeningState {}

  /// Closed today; what is known of the other days is only in words.
  ///
  /// @param words such as `weekdays, daytime`
  record ClosedToday(String words) implements OpeningState {}

  /// Not known.
  ///
  /// @param words what is known in words, or empty
  record Unknown(String words) implements OpeningState {}

  /// Whether somebody answers now for certain.
  default boolean isOpen() {
    return this instanceof Always || this instanceof Open;
  }

  /// Whether nobody answers now for certain.
  default boolean isClosed() {
    return this instanceof Closed || this instanceof ClosedToday;
  }
}
