package org.carersignpost.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A carer's question, and what of the directory an experienced adviser would answer it with.
///
/// @param id unique within its set
/// @param when local time of the question
/// @param knownPlace what was known of the place before; empty for nothing
/// @param question the words
/// @param areas the council areas that decide what is available; empty where nothing says where
/// @param outside whether that is outside all that the directory covers
/// @param grades by service, or by guide with `guide:` before its id: 3 the right door (at most
///   three of these), 2 a good answer, 1 not wrong; what is not there is 0
record JudgedQuestion(
    String id,
    LocalDateTime when,
    String knownPlace,
    String question,
    List<String> areas,
    boolean outside,
    Map<String, Integer> grades) {
  static final int RIGHT = 3;
  static final int GOOD = 2;
  private static final String HEADER = "id\twhen\tknown_place\tareas\tgrades\tquestion";
  private static final String NOTHING = "-";
  private static final String OUTSIDE = "outside";
  private static final int MOST_RIGHT = 3;

  /// The questions of a file.
  ///
  /// @throws IllegalArgumentException if a line does not have what it should; the message says
  ///   which
  static List<JudgedQuestion> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
        throw new IllegalArgumentException(file + " must begin with: " + HEADER);
      }
      List<JudgedQuestion> questions = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      for (String line : lines.subList(1, lines.size())) {
        JudgedQuestion question = of(line.split("\t", -1));
        if (!ids.add(question.id) || question.right().size() > MOST_RIGHT) {
          throw new IllegalArgumentException(file + ": " + question.id + " cannot be used");
        }
        questions.add(question);
      }
      return questions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JudgedQuestion of(String[] columns) {
    Map<String, Integer> grades = new LinkedHashMap<>();
    for (String graded : columns[4].split(" ", -1)) {
      int at = graded.indexOf('=');
      grades.put(graded.substring(0, at), Integer.valueOf(graded.substring(at + 1)));
    }
    boolean outside = columns[3].equals(OUTSIDE);
    boolean unknown = columns[3].equals(NOTHING);
    return new JudgedQuestion(
        columns[0],
        LocalDateTime.parse(columns[1]),
        columns[2],
        columns[5],
        outside || unknown ? List.of() : List.of(columns[3].split(";")),
        outside,
        grades);
  }

  int grade(String id) {
    return grades.getOrDefault(id, 0);
  }

  /// Those of the best grade that is given, which is almost always 3.
  List<String> right() {
    int best = grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return grades.entrySet().stream()
        .filter(graded -> graded.getValue() == best)
        .map(Map.Entry::getKey)
        .limit(MOST_RIGHT)
        .toList();
  }
}
