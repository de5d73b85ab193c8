package org.carersignpost.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Intent;

/// A message with what a careful reader says it means.
///
/// @param id unique within its set
/// @param speech whether it is what a speech recogniser wrote down
/// @param must the ids of the intents that a good answer serves, the most pressing first
/// @param may further intents that are not wrong
/// @param risks the kinds of danger that a duty worker would act on; empty for none
/// @param slots what it says of the situation, as `key=value`, in its order
/// @param utterance the words
record LabelledMessage(
    String id,
    boolean speech,
    List<String> must,
    Set<String> may,
    Set<String> risks,
    List<String> slots,
    String utterance) {
  private static final int COLUMNS = 7;
  private static final String NOTHING = "-";
  private static final String NO_RISK = "none";

  /// The messages of a file.
  ///
  /// @throws IllegalArgumentException if a line does not have what it should; the message says
  ///   which
  static List<LabelledMessage> read(Path file) {
    List<LabelledMessage> messages = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String line : lines(file)) {
      String[] columns = line.split("\t", -1);
      if (columns.length != COLUMNS || !ids.add(columns[0])) {
        throw new IllegalArgumentException(file + ": " + columns[0] + " is not a message");
      }
      messages.add(
          new LabelledMessage(
              columns[0],
              columns[1].equals("speech"),
              intents(columns[2]),
              Set.copyOf(intents(columns[3])),
              Set.copyOf(values(columns[4], ",").filter(r -> !r.equals(NO_RISK)).toList()),
              values(columns[5], ";").toList(),
              columns[6]));
    }
    return messages;
  }

  /// The lines of a file that hold something.
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> intents(String column) {
    return values(column, ",").map(id -> Intent.of(id).id()).distinct().toList();
  }

  private static Stream<String> values(String column, String separator) {
    return column.equals(NOTHING)
        ? Stream.of()
        : Stream.of(column.split(separator)).map(String::strip).filter(v -> !v.isEmpty());
  }

  LabelledMessage withUtterance(String other) {
    return new LabelledMessage(id, speech, must, may, risks, slots, other);
  }

  /// Whether there is nothing in it that this service should answer.
  boolean isOutOfScope() {
    return must.getFirst().equals(Intent.Talk.OUT_OF_SCOPE.id());
  }

  /// Whether it says too little to act on.
  boolean isUnclear() {
    return must.getFirst().equals(Intent.Talk.UNCLEAR.id());
  }
}
