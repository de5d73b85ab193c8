package org.carersignpost.conversation.store;

import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;

/// What was answered to one message, to be given again when the message comes again.
///
/// @param texts the words
/// @param spoken what a caller heard, if it was a call
public record Given(List<String> texts, Optional<Spoken> spoken) {
  /// An answer whose time is up, or an intended silence.
  public static final Given NOTHING = new Given(List.of(), Optional.empty());

  public Given {
    texts = List.copyOf(texts);
  }

  /// What a turn gives.
  public static Given of(Turn turn) {
    return new Given(turn.texts(), turn.spoken());
  }
}
