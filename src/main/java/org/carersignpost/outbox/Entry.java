package org.carersignpost.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A text that is `sending`, held by one copy of the service.
///
/// @param id names it
/// @param conversation the pseudonym of the carer it belongs to
/// @param purpose why it is sent
/// @param body the sealed words and number
/// @param attempts how often it has been handed over, this time included
/// @param first when it was first taken
/// @param began when the first hand-over began that may have reached the carrier
/// @param doubt why it must be looked up before it is handed over again
/// @param looks how often it was looked up and not found
/// @param token proves who holds it; whoever has another has lost it
record Entry(
    OutgoingId id,
    String conversation,
    Purpose purpose,
    byte[] body,
    int attempts,
    Instant first,
    Instant began,
    Optional<Doubt> doubt,
    int looks,
    String token) {

  /// The same as it is handed over once more.
  Entry again() {
    return new Entry(
        id, conversation, purpose, body, attempts + 1, first, began, Optional.empty(), 0, token);
  }

  /// Why nobody knows whether a text was sent. Whoever simply vanished leaves none of these.
  enum Doubt {
    /// The carrier's answer was lost.
    LOST,
    /// The carrier answered that something went wrong there.
    FAULT,
    /// Nobody could find out, and staff want it sent again.
    AGAIN;

    String stored() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Doubt> ofStored(String stored) {
      return Arrays.stream(values()).filter(doubt -> doubt.stored().equals(stored)).findFirst();
    }
  }
}
