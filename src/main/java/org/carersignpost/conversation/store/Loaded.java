package org.carersignpost.conversation.store;

import java.util.Optional;
import org.carersignpost.dialogue.Conversation;

/// A conversation as it stands in the store, ready to be decided upon.
///
/// @param conversation what is remembered, or a conversation just begun
/// @param number the carer's number in E.164 form, if it is known
/// @param version what the next save must find unchanged; `0` when nothing is stored
/// @param sequence the number of the last message, 0 when there is none
/// @param heard the number of the carer's last message, 0 when there is none
/// @param answer what was answered to this message if it was answered already; empty words once the
///   answer's time is up
public record Loaded(
    Conversation conversation,
    Optional<String> number,
    String version,
    long sequence,
    long heard,
    Optional<Given> answer) {
  static final String NOTHING_STORED = "0";

  /// Whether anything of this carer is stored.
  public boolean isStored() {
    return !version.equals(NOTHING_STORED);
  }
}
