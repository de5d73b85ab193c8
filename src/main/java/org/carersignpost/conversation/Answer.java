package org.carersignpost.conversation;

import java.util.List;

/// What to say to the carer.
///
/// @param texts each one text message; empty is an intended silence
/// @param repeated whether this message was answered before; the words are the same, or none after
///   an hour
/// @param stored whether the turn is in the store already; if not, it is kept safe beside it and
///   follows
public record Answer(List<String> texts, boolean repeated, boolean stored) {

  public Answer {
    texts = List.copyOf(texts);
  }
}
