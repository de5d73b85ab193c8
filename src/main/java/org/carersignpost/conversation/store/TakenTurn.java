package org.carersignpost.conversation.store;

import java.util.Optional;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Turn;

/// One turn that was decided: what the carer said, what it means and what we do about it.
///
/// @param message what the carer said
/// @param number the carer's number in E.164 form; empty when it was withheld
/// @param meaning what the message means
/// @param turn the next conversation, the words and the effects
public record TakenTurn(
    InboundMessage message, Optional<String> number, Interpretation meaning, Turn turn) {

  /// The conversation it belongs to.
  public ConversationId conversation() {
    return turn.next().id();
  }
}
