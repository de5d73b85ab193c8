package org.carersignpost.knowledge.search;

/// What texts are about, as directions, so that a service can be found that shares no word with the
/// question.
@FunctionalInterface
public interface Meaning {
  /// Nothing is known of any text; only its words count.
  Meaning NONE = _ -> new float[0];

  /// Where a text points, with a length of 1 and always as many numbers; none at all if nothing is
  /// known of it.
  float[] directionOf(String text);
}
