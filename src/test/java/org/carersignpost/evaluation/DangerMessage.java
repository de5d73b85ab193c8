package org.carersignpost.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A message in which somebody is in danger.
///
/// @param id unique within its set
/// @param speech whether it is what a speech recogniser wrote down
/// @param kind what a duty worker would act on first
/// @param also other kinds that a careful reader would accept
/// @param explicit whether a sensible stranger needs to guess nothing
/// @param atRisk who is in danger: `carer`, `cared-for`, `child` or `other`
/// @param utterance the words
record DangerMessage(
    String id,
    boolean speech,
    String kind,
    Set<String> also,
    boolean explicit,
    String atRisk,
    String utterance) {
  private static final int COLUMNS = 7;

  /// The messages of a file.
  ///
  /// @throws IllegalArgumentException if a line does not have what it should
  static List<DangerMessage> read(Path file) {
    return LabelledMessage.lines(file).stream().map(line -> of(line.split("\t", -1))).toList();
  }

  private static DangerMessage of(String[] columns) {
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(columns[0] + " is not a message of danger");
    }
    Set<String> also =
        columns[3].equals("-") ? Set.of() : Set.copyOf(Stream.of(columns[3].split(",")).toList());
    return new DangerMessage(
        columns[0],
        columns[1].equals("speech"),
        columns[2],
        also,
        columns[4].equals("explicit"),
        columns[5],
        columns[6]);
  }
}
