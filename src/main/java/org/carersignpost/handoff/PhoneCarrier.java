package org.carersignpost.handoff;

import java.time.Duration;
import java.util.Optional;

/// Rings phones, and keeps the messages that callers leave until they are fetched.
public interface PhoneCarrier {
  /// Rings a phone once.
  ///
  /// @param to the number, in E.164
  /// @param whenAnswered path and query on our own address whose document the phone gets when it
  ///   answers
  /// @param onChange path and query where is told, when it is over, what became of the ringing, as
  ///   `CallStatus`: completed, busy, no-answer, failed or canceled
  /// @param atMost how long it rings
  Rung ring(String to, String whenAnswered, String onChange, Duration atMost);

  /// Stops a ringing or ends a call; one that has ended already is left alone.
  void hangUp(String callSid);

  /// The sound of a recording; empty when it is not (or no longer) there.
  Optional<Recording> recording(String recordingSid);

  /// Erases the carrier's copy.
  ///
  /// @return whether it is gone
  boolean erase(String recordingSid);

  /// What a caller said to us.
  ///
  /// @param mediaType such as `audio/x-wav`
  record Recording(byte[] sound, String mediaType) {}

  /// What became of the wish to ring a phone.
  sealed interface Rung {
    /// It rings, or soon will.
    record Ringing(String callSid) implements Rung {}

    /// It will never ring.
    ///
    /// @param code the carrier's, such as 21211 for a number that is none
    record Refused(int code) implements Rung {}

    /// Nobody knows: it may ring or not.
    record Unknown() implements Rung {}
  }
}
