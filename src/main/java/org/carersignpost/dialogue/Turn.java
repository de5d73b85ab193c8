package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// One decision: the next conversation, the words and the effects.
///
/// @param next the conversation after this turn
/// @param texts what to say, each one text message; empty is an intended silence
/// @param effects what must be done besides, saved together with the conversation
/// @param decidedBy the policy that answered, for staff and editors
/// @param spoken what a caller hears; the texts are then its words as they are kept
public record Turn(
    Conversation next,
    List<String> texts,
    List<Effect> effects,
    String decidedBy,
    Optional<Spoken> spoken) {
  /// What decided on words that were not meant for us, such as talk in the room of a caller who
  /// waits. They are not kept.
  public static final String OVERHEARD = "call.overheard";

  /// A turn that is answered in writing.
  public Turn(Conversation next, List<String> texts, List<Effect> effects, String decidedBy) {
    this(next, texts, effects, decidedBy, Optional.empty());
  }

  public Turn {
    texts = List.copyOf(texts);
    effects = List.copyOf(effects);
  }
}
