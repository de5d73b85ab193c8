package org.carersignpost.conversation;

import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.privacy.Pseudonyms;

/// Under which names a carer may be stored.
final class CarerNames {
  private static final String WITHHELD = "withheld ";

  private final Pseudonyms pseudonyms;

  CarerNames(Pseudonyms pseudonyms) {
    this.pseudonyms = pseudonyms;
  }

  /// The pseudonyms of a number, the current first.
  ///
  /// A withheld number has one made for the message or the call alone, so that nothing else is
  /// remembered of it; it is made from the id, so that the same message finds the same answer when
  /// it is sent twice.
  List<String> of(Optional<String> e164, InboundMessage message) {
    String alone = message.call().map(CallStep::call).orElseGet(() -> message.id().value());
    return of(e164.orElseGet(() -> WITHHELD + alone));
  }

  /// The pseudonyms of a number that was not withheld.
  List<String> of(String e164) {
    return pseudonyms.allOf(e164);
  }

  /// The pseudonyms of whoever said this.
  List<String> of(TakenTurn taken) {
    return of(taken.number(), taken.message());
  }
}
