package org.carersignpost.dialogue;

import java.util.List;

/// What one policy decided.
///
/// @param next the conversation, changed
/// @param texts what to say; empty is an intended silence
/// @param effects what must be done besides
record Decision(Conversation.Draft next, List<String> texts, List<Effect> effects) {

  static Decision say(Conversation.Draft next, String text) {
    return new Decision(next, List.of(text), List.of());
  }

  static Decision silence(Conversation.Draft next) {
    return new Decision(next, List.of(), List.of());
  }
}
