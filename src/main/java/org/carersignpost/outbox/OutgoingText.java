package org.carersignpost.outbox;

import java.time.Instant;
import java.util.Optional;

/// One text that must be sent.
///
/// @param id names it
/// @param conversation the pseudonym of the carer it belongs to; an alert belongs to the carer it
///   is about
/// @param to the number it goes to, in E.164 form
/// @param text the words, at most 1,600 characters
/// @param purpose why it is sent
/// @param by the account name of the staff member who wrote it; empty for what the service writes
/// @param notBefore when it may go; a past moment is at once
/// @param onlyIf what must still hold when it goes; else it is cancelled
public record OutgoingText(
    OutgoingId id,
    String conversation,
    String to,
    String text,
    Purpose purpose,
    Optional<String> by,
    Instant notBefore,
    Optional<Condition> onlyIf) {
  /// Twilio refuses a longer text (21617).
  public static final int MOST_CHARACTERS = 1_600;

  /// @throws IllegalArgumentException if the text is blank or too long
  public OutgoingText {
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "An outgoing text has 1 to " + MOST_CHARACTERS + " characters");
    }
  }

  /// A field of the conversation, in clear, and the value it must have.
  public record Condition(String field, String value) {}
}
