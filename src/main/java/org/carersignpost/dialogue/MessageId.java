package org.carersignpost.dialogue;

/// Names one message as the channel names it; the same id is answered once.
///
/// @param value Twilio's `MessageSid` or a call's step, at most 64 characters
public record MessageId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
