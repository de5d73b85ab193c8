package org.carersignpost.understanding.classifier;

import java.util.List;
import java.util.TreeSet;

/// An utterance to learn from.
///
/// @param utterance the words as somebody would text them
/// @param intents what they mean, at least one, in alphabetical order
/// @param fold which part of the data it belongs to, 0 to [#FOLDS] - 1; neighbours in a file share
///   one, because they are often worded alike and would flatter each other's score
record Example(String utterance, List<String> intents, int fold) {
  static final int FOLDS = 5;

  Example {
    intents = List.copyOf(new TreeSet<>(intents));
    if (intents.isEmpty() || fold < 0 || fold >= FOLDS) {
      throw new IllegalArgumentException("an example needs an intent and a fold");
    }
  }

  /// The fold of a place among so many.
  static int fold(int place, int size) {
    return (int) ((long) place * FOLDS / size);
  }
}
