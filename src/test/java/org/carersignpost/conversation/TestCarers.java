package org.carersignpost.conversation;

import java.util.Optional;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.MessageId;

/// The carers of tests, who text from mobiles.
public final class TestCarers {
  private TestCarers() {}

  /// A text message.
  public static Received text(String id, String number, String words) {
    return new Received(
        new MessageId(id),
        Channel.SMS,
        InboundMessage.Sender.MOBILE,
        Optional.of(number),
        words,
        0,
        Optional.empty());
  }

  /// Texts the service.
  ///
  /// @return the id of the carer's conversation
  public static String says(Conversations conversations, String id, String number, String words) {
    conversations.take(text(id, number, words));
    return conversations.byNumber(number).orElseThrow().id();
  }
}
