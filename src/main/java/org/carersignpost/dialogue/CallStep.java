package org.carersignpost.dialogue;

/// One step of a call: what was heard after the words of the step before.
///
/// @param call the network's id of the call
/// @param number which step it is; the call begins with 0
/// @param heard what it brought
public record CallStep(String call, int number, Heard heard) {

  /// The message id of the step, so that it is answered once.
  ///
  /// @param part what else tells two requests of one step apart; empty for the step itself
  public MessageId id(String part) {
    return new MessageId(call + ":" + number + (part.isEmpty() ? "" : ":" + part));
  }
}
