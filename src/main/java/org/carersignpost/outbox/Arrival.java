package org.carersignpost.outbox;

import java.util.Optional;

/// What the carrier tells of a message.
///
/// @param state how far it has come
/// @param error the carrier's code, if it told one
public record Arrival(DeliveryState state, Optional<Integer> error) {
  /// What a carrier's word for the state of a message means; empty for a word that says nothing.
  public static Optional<Arrival> of(String word, Optional<Integer> error) {
    return DeliveryState.reported(word).map(state -> new Arrival(state, error));
  }

  /// What went wrong and what to do about it; empty if nothing is wrong.
  public Optional<DeliveryProblem> problem() {
    return DeliveryProblem.of(state, error, Optional.empty());
  }
}
