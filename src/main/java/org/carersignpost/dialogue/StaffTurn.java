package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What comes of a staff member's action.
public sealed interface StaffTurn {

  /// It is done.
  ///
  /// @param next the conversation after it
  /// @param lines what is added to the conversation, in order
  record Done(Conversation next, List<Line> lines) implements StaffTurn {
    public Done {
      lines = List.copyOf(lines);
    }
  }

  /// It was done already, so that nothing changes.
  record Unchanged() implements StaffTurn {}

  /// It cannot be done.
  ///
  /// @param why the reason
  /// @param owner who has the conversation, if anybody
  record Refused(Why why, Optional<String> owner) implements StaffTurn {}

  /// Why something cannot be done.
  enum Why {
    /// Somebody else has it.
    TAKEN,
    /// It must be claimed first.
    NOT_CLAIMED,
    /// The carer has written something that was not on the staff member's screen.
    UNSEEN,
    /// The number was withheld, so nothing can be sent.
    NO_NUMBER
  }

  /// What is added to a conversation.
  sealed interface Line {}

  /// Words for the carer. Nothing else is ever sent.
  ///
  /// @param notBefore when they may go; empty for now
  record Said(String text, Optional<Instant> notBefore) implements Line {}

  /// Words for colleagues.
  record Noted(String text) implements Line {}

  /// Something that happened to the conversation.
  ///
  /// @param what `claimed`, `took_call`, `rang_carer`, `released`, `lapsed`,
  ///   `passed_to_person:<name>`, `passed_to_team:<team>`, `handed_back` or `closed:<outcome>`
  record Happened(String what) implements Line {}
}
