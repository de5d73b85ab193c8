package org.carersignpost.channel;

import java.util.Optional;
import org.carersignpost.dialogue.MessageId;

/// Takes what a carrier tells of an answer that it was given in its own webhook.
@FunctionalInterface
public interface AnswerReports {
  /// They come in any order, and more than once.
  ///
  /// @param to the number it went to, in E.164 form
  /// @param message the message that it answers
  /// @param part which of the answers to it, from 0
  /// @param status the carrier's word for the state
  /// @param error its code for what went wrong
  void reported(String to, MessageId message, int part, String status, Optional<Integer> error);
}
