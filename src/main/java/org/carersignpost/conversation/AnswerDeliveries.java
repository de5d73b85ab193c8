package org.carersignpost.conversation;

import java.util.Optional;
import org.carersignpost.conversation.store.Arrivals;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.handoff.Changes;
import org.carersignpost.outbox.Arrival;

/// What became of the service's own answers, which travel back in the webhook that brought the
/// carer's message and not through the outbox.
public final class AnswerDeliveries {
  /// No message has more answers than this; one digit says which.
  public static final int MOST_PARTS = 10;

  private final Arrivals arrivals;
  private final CarerNames names;
  private final StoredConversations stored;
  private final Changes changes;

  AnswerDeliveries(
      Arrivals arrivals, CarerNames names, StoredConversations stored, Changes changes) {
    this.arrivals = arrivals;
    this.names = names;
    this.stored = stored;
    this.changes = changes;
  }

  /// What the carrier tells of an answer, in any order and any number of times. A word that says
  /// nothing, and an answer that is not known or long ago, is ignored.
  ///
  /// @param e164 whom it went to
  /// @param message the carer's message that it answers
  /// @param part which of its answers, from 0
  /// @param status the carrier's word for the state
  /// @param error its code for what went wrong
  /// @throws org.springframework.dao.DataAccessException while the store is away
  public void reported(
      String e164, MessageId message, int part, String status, Optional<Integer> error) {
    Optional<Arrival> arrival = Arrival.of(status, error);
    if (arrival.isEmpty() || part < 0 || part >= MOST_PARTS) {
      return;
    }
    for (String conversation : names.of(e164)) {
      if (arrivals.keep(conversation, new Arrivals.Part(message, part), arrival.get())) {
        Announcements.ofText(conversation, stored, changes);
        return;
      }
    }
  }
}
