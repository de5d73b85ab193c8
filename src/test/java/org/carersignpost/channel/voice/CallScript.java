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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
public record CallScript(String title, String head, List<Step> steps) {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts/calls");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

  private static final Pattern SAYS = Pattern.compile("caller says: (.*?)(?: \\((0\\.\\d+)\\))?");
  private static final String HEARD_WELL = "0.92";

  /// What the caller does, and the recorded lines of what comes of it.
  public record Step(String caller, List<String> heard) {}

  public static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A script that is known to be there.
  public static CallScript readable(Path file) {
    try {
      return read(file);
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

  /// Does what a line of a script says a caller does.
  public static void act(Caller caller, String line) {
    Matcher says = SAYS.matcher(line);
    if (says.matches()) {
      caller.says(says.group(1), says.group(2) == null ? HEARD_WELL : says.group(2));
    } else if (line.startsWith("caller presses while waiting ")) {
      caller.pressesWhileWaiting(line.substring("caller presses while waiting ".length()));
    } else if (line.startsWith("caller says while waiting: ")) {
      caller.saysWhileWaiting(line.substring("caller says while waiting: ".length()));
    } else if (line.startsWith("caller presses ")) {
      caller.presses(line.substring("caller presses ".length()));
    } else {
      switch (line) {
        case "caller says nothing" -> caller.saysNothing();
        case "caller hangs up" -> caller.hangsUp();
        case "caller leaves a message" -> caller.leavesMessage(12);
        case "caller talks with a person who rings off" -> caller.stopsWaiting("bridged");
        case "caller waits until nobody came" -> caller.stopsWaiting("leave");
        case "caller hangs up while waiting" -> caller.stopsWaiting("hangup");
        default -> throw new IllegalArgumentException("nobody can do this: " + line);
      }
    }
  }

  /// Whether some of the words were heard badly.
  boolean isHalfHeard() {
    return steps.stream()
        .map(step -> SAYS.matcher(step.caller()))
        .anyMatch(says -> says.matches() && says.group(2) != null);
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
  public String from() {
    String from = head.substring("call from ".length(), head.indexOf(','));
    return from.equals("withheld") ? "anonymous" : "+44" + from.substring(1).replace(" ", "");
  }

  public LocalDateTime at() {
    return time(head.split(", ")[1]);
  }

  public static LocalDateTime time(String written) {
    return LocalDateTime.parse(written, TIME);
  }

  public boolean has(String circumstance) {
    return head.contains(", " + circumstance);
  }
}
