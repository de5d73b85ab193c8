package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.OutgoingText;

/// All that one save writes, whoever caused it.
///
/// @param id the message or the staff member's request; the same one is saved once
/// @param at when it happened
/// @param next the conversation after it
/// @param number the carer's number in E.164 form; empty for what is stored already
/// @param isFromCarer whether the carer wrote
/// @param answer what to give again when the same id comes again
/// @param lines what is appended, in order; at least one
/// @param waiting what happens to the waiting queue
/// @param optOut what happens to the opt-out register
/// @param outgoing what must be sent
/// @param counted what is counted for the day and the team, without a word of anybody
/// @param alarm what happens to the alarm of a crisis that nobody takes
record Change(
    MessageId id,
    Instant at,
    Conversation next,
    Optional<String> number,
    boolean isFromCarer,
    Given answer,
    List<Line> lines,
    Waiting waiting,
    OptOut optOut,
    List<OutgoingText> outgoing,
    List<String> counted,
    Alarm alarm) {

  /// What happens to the opt-out register.
  enum OptOut {
    LEAVE(""),
    OUT("out"),
    IN("in");

    final String code;

    OptOut(String code) {
      this.code = code;
    }
  }

  /// What happens to the alarm of a crisis that nobody takes.
  sealed interface Alarm {
    /// Nothing.
    record Leave() implements Alarm {}

    /// Somebody has it now.
    record Attended() implements Alarm {}

    /// A text to the duty phone, unless one was begun a short while ago.
    record Raise(OutgoingText text) implements Alarm {}
  }
}
