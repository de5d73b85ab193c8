package org.carersignpost.dialogue;

import java.time.Instant;

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
  record Staff(String name, Instant since) implements Ownership {
    @Override
    public String state() {
      return "staff";
    }
  }

  /// Ended by staff; the next message starts with the dialogue again.
  ///
  /// @param at when
  record Closed(Instant at) implements Ownership {
    @Override
    public String state() {
      return "closed";
    }
  }
}
