package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.MessageId;

/// One message of a conversation. Messages are only ever appended, and their sequence is their
/// order.
///
/// @param sequence counts from 1 without gaps
/// @param at when it was received or written
/// @param from who said it
/// @param text the words, perhaps blank
/// @param channel how it travelled
/// @param heard what we made of it; only what a carer said has this
public record StoredMessage(
    long sequence, Instant at, Author from, String text, Channel channel, Optional<Heard> heard) {

  /// Who said it.
  public enum Author {
    CARER,
    BOT,
    STAFF
  }

  /// What we made of a carer's message.
  ///
  /// @param id the channel's id of the message
  /// @param mediaCount pictures or sounds that came along
  /// @param optOut the opt-out word the network recognised
  /// @param meaning what it meant
  /// @param decidedBy the policy that answered
  public record Heard(
      MessageId id,
      int mediaCount,
      Optional<InboundMessage.OptOut> optOut,
      Interpretation meaning,
      String decidedBy) {}
}
