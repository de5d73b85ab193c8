package org.carersignpost.conversation;

import java.util.Optional;
import org.carersignpost.conversation.store.Row;

/// What may be known of a conversation without opening it.
///
/// @param team the id of the team it belongs to; empty while it has needed none
/// @param owner the account name of the staff member who has it
public record ConversationHead(Optional<String> team, Optional<String> owner) {

  static ConversationHead of(Row row) {
    return new ConversationHead(row.team(), row.owner());
  }
}
