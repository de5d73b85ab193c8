package org.carersignpost.conversation;

import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.Given;
import org.carersignpost.dialogue.Spoken;

/// What to say to the carer.
///
/// @param texts each one text message; empty is an intended silence
/// @param repeated whether this message was answered before; the words are the same, or none after
///   an hour
/// @param stored whether the turn is in the store already; if not, it is kept safe beside it and
///   follows
/// @param conversation the pseudonym of the carer; only a call has this
/// @param spoken what a caller hears, and what comes after it; only a call has this
public record Answer(
    List<String> texts,
    boolean repeated,
    boolean stored,
    Optional<String> conversation,
    Optional<Spoken> spoken) {

  /// An answer in writing.
  public Answer(List<String> texts, boolean repeated, boolean stored) {
    this(texts, repeated, stored, Optional.empty(), Optional.empty());
  }

  /// @param conversation the pseudonym of the carer
  static Answer of(Given given, String conversation, boolean repeated, boolean stored) {
    return new Answer(
        given.texts(), repeated, stored, given.spoken().map(_ -> conversation), given.spoken());
  }

  public Answer {
    texts = List.copyOf(texts);
  }
}
