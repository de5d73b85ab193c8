package org.carersignpost.dialogue;

/// Names one conversation, and with it one carer's number, without saying which.
///
/// @param value the pseudonym of the number, 22 characters safe in a URL; for a withheld number one
///   made for that message
public record ConversationId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
