package org.carersignpost.understanding;

import org.carersignpost.understanding.classifier.Normaliser;
import org.carersignpost.understanding.classifier.WordVectors;

/// What texts are about, as directions: texts of like meaning point much the same way, even where
/// they share no word.
public final class Meanings {
  private Meanings() {}

  /// Where a text points, with a length of 1; an array of no length if none of its words is known.
  public static float[] directionOf(String text) {
    return WordVectors.standard().direction(Normaliser.tokens(text));
  }
}
