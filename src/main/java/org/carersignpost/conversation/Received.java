package org.carersignpost.conversation;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.InboundMessage.OptOut;
import org.carersignpost.dialogue.InboundMessage.Sender;
import org.carersignpost.dialogue.MessageId;

/// One message as a channel hands it over.
///
/// @param id the channel's id, answered once
/// @param channel text or voice
/// @param from what kind of number it came from; without a number it is always [Sender#WITHHELD]
/// @param e164 the whole number, such as `+447700900123`; empty when it was withheld
/// @param utterance the carer's words; whatever exceeds 1,600 characters is dropped
/// @param mediaCount pictures or sounds that came along
/// @param optOut the opt-out word that the network recognised, if it was one
/// @param call which step of a call it is; empty for a text
public record Received(
    MessageId id,
    Channel channel,
    Sender from,
    Optional<String> e164,
    String utterance,
    int mediaCount,
    Optional<OptOut> optOut,
    Optional<CallStep> call) {
  private static final int MOST_CHARACTERS = 1_600;

  /// A text.
  public Received(
      MessageId id,
      Channel channel,
      Sender from,
      Optional<String> e164,
      String utterance,
      int mediaCount,
      Optional<OptOut> optOut) {
    this(id, channel, from, e164, utterance, mediaCount, optOut, Optional.empty());
  }

  public Received {
    if (from == Sender.WITHHELD || e164.isEmpty()) {
      from = Sender.WITHHELD;
      e164 = Optional.empty();
    }
    utterance = cut(utterance);
  }

  /// The message as the dialogue sees it.
  InboundMessage at(Instant instant) {
    return new InboundMessage(id, channel, from, instant, utterance, mediaCount, optOut, call);
  }

  private static String cut(String words) {
    if (words.length() <= MOST_CHARACTERS) {
      return words;
    }
    boolean splitsPair = Character.isHighSurrogate(words.charAt(MOST_CHARACTERS - 1));
    return words.substring(0, splitsPair ? MOST_CHARACTERS - 1 : MOST_CHARACTERS);
  }
}
