package org.carersignpost.conversation.store;

import java.util.List;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.dialogue.StaffTurn;
import org.carersignpost.outbox.OutgoingText;

/// One action of a staff member that was decided.
///
/// @param id the request, so that sending it twice does it once
/// @param action what they did
/// @param done what comes of it
/// @param outgoing the texts for its [StaffTurn.Said] lines, in the same order
public record TakenAction(
    MessageId id, StaffAction action, StaffTurn.Done done, List<OutgoingText> outgoing) {

  public TakenAction {
    outgoing = List.copyOf(outgoing);
  }
}
