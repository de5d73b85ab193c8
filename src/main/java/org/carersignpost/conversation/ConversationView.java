package org.carersignpost.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.conversation.store.Stored;
import org.carersignpost.conversation.store.StoredMessage;

/// One conversation with its messages, as staff see it.
///
/// @param id the pseudonym that names it
/// @param state `bot`, `waiting`, `staff` or `closed`
/// @param owner the account name of the staff member who has it
/// @param priority `normal`, `urgent` or `crisis`
/// @param topics what it has been about, newest first
/// @param place where the carer or the person cared for is
/// @param lastMessageAt when the carer last wrote
/// @param messages in their order, at most the last 2,000
public record ConversationView(
    String id,
    String state,
    Optional<String> owner,
    String priority,
    List<String> topics,
    Optional<String> place,
    Instant lastMessageAt,
    List<Message> messages) {

  public ConversationView {
    messages = List.copyOf(messages);
  }

  /// One message.
  ///
  /// @param at when it was received or written
  /// @param from `carer`, `bot` or `staff`
  /// @param text the words, perhaps blank
  /// @param channel `sms` or `voice`
  /// @param delivery what became of it, where that is known
  public record Message(
      Instant at, String from, String text, String channel, Optional<String> delivery) {

    private static Message of(StoredMessage message) {
      return new Message(
          message.at(),
          message.from().name().toLowerCase(Locale.ROOT),
          message.text(),
          message.channel().name().toLowerCase(Locale.ROOT),
          Optional.empty());
    }
  }

  static ConversationView of(Stored stored) {
    ConversationSummary summary = ConversationSummary.of(stored);
    return new ConversationView(
        summary.id(),
        summary.state(),
        summary.owner(),
        summary.priority(),
        summary.topics(),
        summary.place(),
        summary.lastMessageAt(),
        stored.messages().stream().map(Message::of).toList());
  }
}
