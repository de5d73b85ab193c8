package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.List;

/// A line from which a [KindModel] learns.
///
/// @param utterance the words as somebody would text them
/// @param kinds of what kinds it is; none for a line that must raise no alarm
/// @param message which message it belongs to: the whole comes first, its sentences after it share
///   its number, and they alarm once
/// @param part which of five parts of the data it belongs to, 0 to 4: lines worded alike share one,
///   so that no line is judged by a model that saw its like
/// @param weighs whether thresholds are lowered to find it; says nothing of a line without a kind
public record KindLine(
    String utterance, List<String> kinds, int message, int part, boolean weighs) {

  public KindLine {
    kinds = List.copyOf(kinds);
  }

  boolean isHarmless() {
    return kinds.isEmpty();
  }

  /// The line with the labels that are trained: its kinds and that it is of any.
  Example example() {
    if (isHarmless()) {
      return new Example(utterance, List.of(KindModel.NONE), part);
    }
    List<String> labels = new ArrayList<>(kinds);
    labels.add(KindModel.ANY);
    return new Example(utterance, labels, part);
  }
}
