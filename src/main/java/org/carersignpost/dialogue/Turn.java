package org.carersignpost.dialogue;

import java.util.List;

/// One decision: the next conversation, the words and the effects.
///
/// @param next the conversation after this turn
/// @param texts what to say, each one text message; empty is an intended silence
/// @param effects what must be done besides, saved together with the conversation
/// @param decidedBy the policy that answered, for staff and editors
public record Turn(Conversation next, List<String> texts, List<Effect> effects, String decidedBy) {

  public Turn {
    texts = List.copyOf(texts);
    effects = List.copyOf(effects);
  }
}
