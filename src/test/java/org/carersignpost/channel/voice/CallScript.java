package org.carersignpost.channel.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One call as it stands in its file: what the caller does, and what they hear.
///
/// ```
/// # The sentence that this call proves.
/// call from 07700 900123, Mon 2 Mar 2026 10:15
///
/// caller rings
///   us: Hello ...
///
/// caller says: i need a break (0.92)
///   us: ...
///   ! handoff normal: asked
/// ```
///
/// What stands behind two spaces is recorded. `!!` is said to the end whatever the caller does; `>`
/// is what the phone does next. The head may name who can be rung: `call from withheld, Mon 2 Mar
/// 2026 10:15, phones on duty`, or `duty phone only`, or `nothing can be stored`.
///
/// @param title the sentence
/// @param head the second line
/// @param steps in order
record CallScript(String title, String head, List<Step> steps) {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts/calls");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  /// What the caller does, and the recorded lines of what comes of it.
  record Step(String caller, List<String> heard) {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CallScript read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Step> steps = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      if (line.startsWith("caller ") || line.startsWith("later: ")) {
        steps.add(new Step(line, new ArrayList<>()));
      } else if (line.startsWith("  ")) {
        steps.getLast().heard().add(line);
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(file + ": cannot read the line: " + line);
      }
    }
    return new CallScript(lines.getFirst().substring(2), lines.get(1), steps);
  }

  String write() {
    StringBuilder text = new StringBuilder("# " + title + "\n" + head + "\n");
    for (Step step : steps) {
      text.append('\n').append(step.caller()).append('\n');
      step.heard().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  /// The number that rings, in E.164 form, or `anonymous`.
  String from() {
    String from = head.substring("call from ".length(), head.indexOf(','));
    return from.equals("withheld") ? "anonymous" : "+44" + from.substring(1).replace(" ", "");
  }

  LocalDateTime at() {
    return time(head.split(", ")[1]);
  }

  static LocalDateTime time(String written) {
    return LocalDateTime.parse(written, TIME);
  }

  boolean has(String circumstance) {
    return head.contains(", " + circumstance);
  }
}
