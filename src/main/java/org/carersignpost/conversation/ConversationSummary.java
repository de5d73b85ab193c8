package org.carersignpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;

/// A conversation in a list, as staff see it.
///
/// @param id the pseudonym that names it
/// @param state `bot`, `waiting`, `staff` or `closed`
/// @param owner the account name of the staff member who has it
/// @param priority `normal`, `urgent` or `crisis`
/// @param topics what it has been about, newest first
/// @param place where the carer or the person cared for is
/// @param lastMessageAt when the carer last wrote
public record ConversationSummary(
    String id,
    String state,
    Optional<String> owner,
    String priority,
    List<String> topics,
    Optional<String> place,
    Instant lastMessageAt) {

  static ConversationSummary of(Stored stored) {
    Conversation conversation = stored.conversation();
    return new ConversationSummary(
        conversation.id().value(),
        conversation.ownership().state(),
        owner(conversation.ownership()),
        conversation.priority().id(),
        conversation.topics(),
        conversation.slots().place().map(Place::name),
        stored.lastMessageAt());
  }

  static Optional<String> owner(Ownership ownership) {
    return switch (ownership) {
      case Ownership.Staff(var name, _, _) -> Optional.of(name);
      case Ownership.Bot _, Ownership.Waiting _, Ownership.Closed _ -> Optional.empty();
    };
  }
}
