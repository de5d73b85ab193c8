package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.Optional;

/// Who may write to the carer: one writer at a time, always.
public sealed interface Ownership {

  /// The name in the JSON contract.
  String state();

  /// The dialogue answers.
  record Bot() implements Ownership {
    @Override
    public String state() {
      return "bot";
    }
  }

  /// A person has been asked for; the dialogue goes on answering and never claims that anybody has
  /// read a word.
  ///
  /// @param since when it was first asked
  record Waiting(Instant since) implements Ownership {
    @Override
    public String state() {
      return "waiting";
    }
  }

  /// A staff member answers; the dialogue is silent but for risk and opt-out.
  ///
  /// @param name the staff member's account name
  /// @param since when they claimed it
  /// @param owedSince since when the carer has waited for an answer; empty when none is owed
  record Staff(String name, Instant since, Optional<Instant> owedSince) implements Ownership {
    /// From when the staff member's time to answer counts; empty when no answer is owed.
    public Optional<Instant> answerCountsFrom() {
      return owedSince.map(owed -> owed.isBefore(since) ? since : owed);
    }

    @Override
    public String state() {
      return "staff";
    }
  }

  /// Ended by staff; the next message starts with the dialogue again, and goes back to the queue if
  /// an answer is owed.
  ///
  /// @param at when
  /// @param replyOwed whether staff still owe the carer an answer
  record Closed(Instant at, boolean replyOwed) implements Ownership {
    @Override
    public String state() {
      return "closed";
    }
  }
}
