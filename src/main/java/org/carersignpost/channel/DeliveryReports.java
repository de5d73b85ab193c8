package org.carersignpost.channel;

import java.util.Optional;
import org.carersignpost.outbox.OutgoingId;

/// Takes what a carrier tells of a text that we have sent.
@FunctionalInterface
public interface DeliveryReports {
  /// They come in any order, and more than once.
  ///
  /// @param sid the carrier's id for the message
  /// @param status its word for the state
  /// @param error its code for what went wrong
  void reported(OutgoingId id, String sid, String status, Optional<Integer> error);
}
