package org.carersignpost.dialogue;

import java.util.OptionalDouble;

/// What a step of a call brought.
public sealed interface Heard {

  /// The call begins.
  record Began() implements Heard {}

  /// The caller spoke; the words are the message's utterance.
  ///
  /// @param confidence how sure the network is of the words, 0 to 1, where it says so; no exact
  ///   figure
  record Words(OptionalDouble confidence) implements Heard {}

  /// The caller pressed keys.
  ///
  /// @param digits `0` to `9`, `*` and `#`, at most 20
  record Keys(String digits) implements Heard {
    private static final int MOST = 20;

    public Keys {
      digits = digits.substring(0, Math.min(digits.length(), MOST));
    }
  }

  /// Nothing was said and nothing pressed.
  record Nothing() implements Heard {}

  /// The caller does not wait for a person any more.
  ///
  /// @param how why
  record Left(How how) implements Heard {
    /// Why waiting ended.
    public enum How {
      /// They talked with somebody, who has rung off.
      TALKED,
      /// Nobody came in time, or the caller chose something else.
      UNREACHED
    }
  }

  /// The caller left a message.
  ///
  /// @param recording names it
  /// @param seconds how long it is
  record Recorded(String recording, int seconds) implements Heard {}

  /// The call is over.
  record Ended() implements Heard {}
}
