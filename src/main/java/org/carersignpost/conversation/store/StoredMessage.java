package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.outbox.OutgoingId;

/// One line of a conversation. Lines are only ever appended, and their sequence is their order.
///
/// @param sequence counts from 1 without gaps
/// @param at when it was received or written
/// @param from who said it
/// @param text the words, perhaps blank; of an event its code
/// @param channel how it travelled
/// @param heard what we made of it; only what a carer said has this
/// @param written whose doing it was; only what staff wrote or did has this
public record StoredMessage(
    long sequence,
    Instant at,
    Author from,
    String text,
    Channel channel,
    Optional<Heard> heard,
    Optional<Written> written) {

  /// Who said it.
  public enum Author {
    CARER,
    BOT,
    STAFF,
    /// A staff member to colleagues; the carer never sees it.
    NOTE,
    /// Something that happened to the conversation, as [org.carersignpost.dialogue.StaffTurn] names
    /// it.
    EVENT
  }

  /// What we made of a carer's message.
  ///
  /// @param id the channel's id of the message
  /// @param from what kind of number it came from
  /// @param mediaCount pictures or sounds that came along
  /// @param optOut the opt-out word the network recognised
  /// @param meaning what it meant
  /// @param decidedBy the policy that answered
  public record Heard(
      MessageId id,
      InboundMessage.Sender from,
      int mediaCount,
      Optional<InboundMessage.OptOut> optOut,
      Interpretation meaning,
      String decidedBy) {}

  /// Whose doing it was.
  ///
  /// @param by the account name of a staff member, or the service's own name
  /// @param outgoing the text on its way to the carer, if it is one
  public record Written(String by, Optional<OutgoingId> outgoing) {}
}
