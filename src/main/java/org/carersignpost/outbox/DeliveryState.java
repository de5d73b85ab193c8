package org.carersignpost.outbox;

import java.util.Locale;
import java.util.Optional;

/// How far a text has come.
///
/// A text goes from queued to sending, accepted, sent, and then delivered or undelivered. What the
/// carrier tells comes in any order: a text never falls back, and delivered wins over everything.
public enum DeliveryState {
  /// It waits for its time, or for its turn.
  QUEUED,
  /// It is being handed to the carrier, or may have been and is being looked up there.
  SENDING,
  /// The carrier has it.
  ACCEPTED,
  /// The carrier has handed it to the phone company.
  SENT,
  /// It has reached the phone.
  DELIVERED,
  /// The phone company could not deliver it.
  UNDELIVERED,
  /// It was refused, or we have given up.
  FAILED,
  /// Nobody can say whether it was sent. Staff decide.
  UNKNOWN,
  /// It was not sent, because it must not be any more.
  CANCELLED;

  /// Whether staff should look at it.
  public boolean isTrouble() {
    return this == UNDELIVERED || this == FAILED || this == UNKNOWN;
  }

  /// What a carrier's word for the state of a message means here; empty for a word that says
  /// nothing.
  static Optional<DeliveryState> reported(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(ACCEPTED);
      case "sent" -> Optional.of(SENT);
      case "delivered", "read" -> Optional.of(DELIVERED);
      case "undelivered" -> Optional.of(UNDELIVERED);
      case "failed", "canceled" -> Optional.of(FAILED);
      default -> Optional.empty();
    };
  }

  /// As it is stored.
  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeliveryState ofStored(String stored) {
    return valueOf(stored.toUpperCase(Locale.ROOT));
  }
}
