package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.Optional;

/// One thing the carer said.
///
/// @param id the channel's id, answered once
/// @param channel text or voice
/// @param from what kind of number it came from
/// @param at when we received it
/// @param utterance the carer's words, at most 1,600 characters, perhaps blank
/// @param mediaCount pictures or sounds that came along, which nobody here looks at
/// @param optOut what the network has already done about it, if it was an opt-out word
/// @param call which step of a call it is; empty for a text
public record InboundMessage(
    MessageId id,
    Channel channel,
    Sender from,
    Instant at,
    String utterance,
    int mediaCount,
    Optional<OptOut> optOut,
    Optional<CallStep> call) {

  /// A text.
  public InboundMessage(
      MessageId id,
      Channel channel,
      Sender from,
      Instant at,
      String utterance,
      int mediaCount,
      Optional<OptOut> optOut) {
    this(id, channel, from, at, utterance, mediaCount, optOut, Optional.empty());
  }

  /// What kind of number a message came from; it decides where an answer may go.
  public enum Sender {
    MOBILE,
    /// A text to a landline is read aloud to whoever picks up, so nothing private is sent there.
    LANDLINE,
    /// A withheld or unknown number: it cannot be answered later and is never remembered.
    WITHHELD
  }

  /// An opt-out word that Twilio recognised, and answered, itself (`OptOutType`).
  public enum OptOut {
    STOP,
    START,
    HELP
  }
}
