package org.carersignpost.conversation;

import java.util.Map;
import org.carersignpost.conversation.store.Arrivals;
import org.carersignpost.outbox.Arrival;
import org.carersignpost.outbox.Delivery;
import org.carersignpost.outbox.OutgoingId;

/// What became of all that was said to one carer.
///
/// @param texts of the outbox
/// @param answers that travelled back in the webhook
record Deliveries(Map<OutgoingId, Delivery> texts, Map<Arrivals.Part, Arrival> answers) {
  Deliveries {
    texts = Map.copyOf(texts);
    answers = Map.copyOf(answers);
  }
}
