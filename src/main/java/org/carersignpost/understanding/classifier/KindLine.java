package org.carersignpost.understanding.classifier;

import java.util.List;

/// A line from which a [KindModel] learns.
///
/// @param utterance the words as somebody would text them
/// @param kinds of what kinds it is; none for a line that must raise no alarm
/// @param isWhole whether it is a whole message, and not a sentence of the one before
/// @param part which of five parts of the data it belongs to, 0 to 4: lines worded alike share one,
///   so that no line is judged by a model that saw its like
public record KindLine(String utterance, List<String> kinds, boolean isWhole, int part) {
  public KindLine {
    kinds = List.copyOf(kinds);
  }

  /// The line with the labels that are trained.
  Example example() {
    return new Example(utterance, kinds.isEmpty() ? List.of(KindModel.NONE) : kinds, part);
  }
}
