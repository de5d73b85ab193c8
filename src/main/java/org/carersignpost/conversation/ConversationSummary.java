package org.carersignpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallBack;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Place;

/// A conversation in a list, as staff see it.
///
/// @param id the pseudonym that names it
/// @param state `bot`, `waiting`, `staff` or `closed`
/// @param owner the account name of the staff member who has it
/// @param team the id of the team it belongs to; empty while it has needed none
/// @param priority `normal`, `urgent` or `crisis`
/// @param topics what it has been about, newest first
/// @param place where the carer or the person cared for is
/// @param lastMessageAt when the carer last wrote
/// @param owedSince since when the carer has waited for a person's answer
/// @param distressed whether a caller who is on the line sounds upset
/// @param callBack when the carer wants to be rung back, in their words or ours, if they do
public record ConversationSummary(
    String id,
    String state,
    Optional<String> owner,
    Optional<String> team,
    String priority,
    List<String> topics,
    Optional<String> place,
    Instant lastMessageAt,
    Optional<Instant> owedSince,
    boolean distressed,
    Optional<String> callBack) {

  static ConversationSummary of(Stored stored) {
    Conversation conversation = stored.conversation();
    return new ConversationSummary(
        conversation.id().value(),
        conversation.ownership().state(),
        owner(conversation.ownership()),
        conversation.routing().map(Conversation.Routing::team),
        conversation.priority().id(),
        conversation.topics(),
        conversation.slots().place().map(Place::name),
        stored.lastMessageAt(),
        owedSince(conversation.ownership()),
        conversation.calling().call().filter(Call::isUpset).isPresent(),
        conversation.calling().callBack().map(CallBack::when));
  }

  private static Optional<String> owner(Ownership ownership) {
    return ownership instanceof Ownership.Staff staff
        ? Optional.of(staff.name())
        : Optional.empty();
  }

  private static Optional<Instant> owedSince(Ownership ownership) {
    return switch (ownership) {
      case Ownership.Waiting(var since) -> Optional.of(since);
      case Ownership.Staff(_, _, var owedSince) -> owedSince;
      case Ownership.Bot _, Ownership.Closed _ -> Optional.empty();
    };
  }
}
