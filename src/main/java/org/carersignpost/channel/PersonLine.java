package org.carersignpost.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.conversation.Answer;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Spoken;

/// People for callers: their phones rung, the caller kept waiting no longer than must be, both put
/// through.
///
/// Nothing here may keep a caller from an answer: while Redis or the network is away it does what
/// it can, and throws nothing.
public interface PersonLine {

  /// A step of a call has been answered.
  void stepped(CallStep step, Answer answer);

  /// The last step of a call that is known to have been answered.
  OptionalInt lastStep(String call);

  /// What a caller hears who has waited so long. The same moment gives the same words.
  ///
  /// @param instead what they may choose instead
  Spoken waiting(String call, Duration waited, Spoken.Instead instead);

  /// The call is over.
  void ended(String call);

  /// What a staff member's phone hears that was rung for a call; empty when there is nobody to put
  /// through any more, with the sentence that says so.
  Whisper whisper(String call, String ring);

  /// A staff member's phone that was rung for a call rings no more.
  void rangOut(String call, String ring);

  /// A staff member takes the call.
  Whisper taken(String call, String ring);

  /// What a staff member's phone hears of a carer whom they ring themselves.
  Whisper outgoing(String conversation, String ring);

  /// The staff member wants the carer rung.
  Whisper wanted(String conversation, String ring);

  /// A sentence, and what may be done then.
  ///
  /// @param words what is said
  /// @param number the carer's number, if they are to be rung now
  /// @param isOpen whether the call can be taken, or is taken
  record Whisper(String words, Optional<String> number, boolean isOpen) {
    /// Never the number.
    @Override
    public String toString() {
      return words;
    }
  }
}
