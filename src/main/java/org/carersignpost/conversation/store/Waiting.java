package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;

/// What a turn does to the waiting queue.
///
/// Whatever the effects say, a conversation whose state is `waiting` stands in the queue, and
/// leaving that state takes it out again.
sealed interface Waiting {
  String UNNAMED_REASON = "waiting";

  /// Puts it in, or raises it.
  ///
  /// @param since when the carer began to wait
  record Open(Priority priority, String reason, Instant since) implements Waiting {}

  /// Takes it out.
  record Close() implements Waiting {}

  /// Changes nothing.
  record Leave() implements Waiting {}

  /// What this turn does.
  ///
  /// @param before who owned the conversation
  static Waiting of(TakenTurn taken, Ownership before) {
    Optional<Effect.Handoff> asked =
        taken.turn().effects().stream()
            .filter(Effect.Handoff.class::isInstance)
            .map(Effect.Handoff.class::cast)
            .max(Comparator.comparing(Effect.Handoff::priority));
    if (asked.isPresent()) {
      return new Open(asked.get().priority(), asked.get().reason(), taken.message().at());
    }
    boolean waited = before instanceof Ownership.Waiting;
    boolean waits = taken.turn().next().ownership() instanceof Ownership.Waiting;
    if (waits && !waited) {
      return new Open(taken.turn().next().priority(), UNNAMED_REASON, taken.message().at());
    }
    return waited && !waits ? new Close() : new Leave();
  }
}
