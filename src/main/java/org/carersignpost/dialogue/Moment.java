package org.carersignpost.dialogue;

/// All that a policy may look at.
///
/// @param conversation as it was before this message, with the new slots already taken in
/// @param message what came
/// @param meaning what it means
/// @param circumstances the outside
/// @param directory the services
/// @param prompts the words
record Moment(
    Conversation conversation,
    InboundMessage message,
    Interpretation meaning,
    Circumstances circumstances,
    ServiceDirectory directory,
    Prompts prompts) {

  boolean is(Intent intent) {
    return meaning.intent().equals(intent);
  }

  boolean teamIsOpen() {
    return circumstances.team().isOpen();
  }
}
