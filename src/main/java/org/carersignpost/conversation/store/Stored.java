package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Conversation;

/// A conversation as it is read for people.
///
/// @param conversation what is remembered
/// @param number the carer's number in E.164 form, if it is known
/// @param lastMessageAt when the carer last wrote
/// @param sequence the number of the last line
/// @param heard the number of the carer's last message
/// @param messages in their order; empty where only the conversation was asked for
public record Stored(
    Conversation conversation,
    Optional<String> number,
    Instant lastMessageAt,
    long sequence,
    long heard,
    List<StoredMessage> messages) {

  public Stored {
    messages = List.copyOf(messages);
  }
}
