package org.carersignpost.understanding.slots;

import java.util.List;
import org.carersignpost.dialogue.Slots;

/// What a message says of the situation, and which of its words say so.
///
/// @param slots the situation
/// @param found each slot with its words, for explanations
/// @param topics the topics of all conditions named, also of the carer's own, in their order
/// @param onlyPlace whether the message is nothing but a place
public record SlotFindings(Slots slots, List<Found> found, List<String> topics, boolean onlyPlace) {

  public SlotFindings {
    found = List.copyOf(found);
    topics = List.copyOf(topics);
  }

  /// A slot and the words that fill it.
  ///
  /// @param slot its name
  /// @param value what was read
  /// @param start where the words begin in the utterance, in characters
  /// @param end where they end, exclusive
  public record Found(String slot, String value, int start, int end) {}
}
