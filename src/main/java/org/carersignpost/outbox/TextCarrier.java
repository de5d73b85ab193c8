package org.carersignpost.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings texts to phones. The channel provides one.
///
/// It does what it is told once: it never tries again by itself, and it waits for an answer only so
/// long that the lease of the sender (`signpost.outbox.lease`) does not run out.
public interface TextCarrier {
  /// Hands over one text.
  ///
  /// @param to the number in E.164 form
  Posted post(OutgoingId id, String to, String text);

  /// Looks for messages to that number with these words which we have handed over, oldest first.
  ///
  /// @param notBefore those made before are left out
  Found find(OutgoingId id, String to, String text, Instant notBefore);

  /// What the carrier answered.
  sealed interface Posted {
    /// It has the text.
    ///
    /// @param sid its id for the message
    /// @param status its word for the state
    record Accepted(String sid, String status) implements Posted {}

    /// It does not want it, and has not sent it.
    ///
    /// @param code its number for the reason
    /// @param isPermanent whether trying again is useless
    record Refused(int code, boolean isPermanent) implements Posted {}

    /// It is too busy, and has not sent it.
    ///
    /// @param after how long to wait, if it said so
    record TryLater(Optional<Duration> after) implements Posted {}

    /// It was never reached.
    record Unsent() implements Posted {}

    /// It may have sent it: its answer was lost, or said that something went wrong there.
    ///
    /// @param isAnswered whether there was a whole answer, so that the carrier is done with it
    record Unknown(boolean isAnswered) implements Posted {}
  }

  /// What was found.
  sealed interface Found {
    /// Those, perhaps none.
    record Messages(List<FoundMessage> messages) implements Found {}

    /// It cannot be asked now.
    record CannotSay() implements Found {}
  }

  /// A message that the carrier has.
  record FoundMessage(
      String sid, String status, Optional<Integer> error, String body, Instant created) {}
}
