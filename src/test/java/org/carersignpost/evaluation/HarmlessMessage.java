package org.carersignpost.evaluation;

import java.nio.file.Path;
import java.util.List;

/// A message that sounds alarming and is not.
///
/// @param id unique within its set
/// @param sort why it sounds alarming: a figure of speech, grief, a film ...
/// @param utterance the words
record HarmlessMessage(String id, String sort, String utterance) {
  private static final int COLUMNS = 4;

  static List<HarmlessMessage> read(Path file) {
    return LabelledMessage.lines(file).stream()
        .map(line -> line.split("\t", -1))
        .map(columns -> {
          if (columns.length != COLUMNS) {
            throw new IllegalArgumentException(columns[0] + " is not a trap");
          }
          return new HarmlessMessage(columns[0], columns[2], columns[3]);
        })
        .toList();
  }
}
