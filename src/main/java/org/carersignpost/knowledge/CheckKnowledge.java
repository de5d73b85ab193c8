package org.carersignpost.knowledge;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.carersignpost.knowledge.gate.PublishGate;
import org.carersignpost.knowledge.gate.Report;

/// The command `check-knowledge`: shows editors what the gate found in a folder.
public final class CheckKnowledge {
  /// Nothing is wrong, or nothing that must be mended.
  public static final int SOUND = 0;

  /// Something must be mended.
  public static final int ERRORS = 1;

  /// The command itself was not understood, or there is no such folder.
  public static final int MISUSED = 2;

  private static final ZoneId HERE = ZoneId.of("Europe/London");
  private static final String USAGE = "check-knowledge [--all] [--json] [--folder FOLDER]";

  /// Kept, because a logger that nobody holds forgets its level.
  private static final Logger SEARCH_LOG = Logger.getLogger("org.apache.lucene");

  private CheckKnowledge() {}

  /// @param arguments those after the command's name
  /// @return the exit code
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    Path folder = Path.of("knowledge-base");
    boolean all = false;
    boolean json = false;
    for (Iterator<String> next = arguments.iterator(); next.hasNext(); ) {
      String argument = next.next();
      switch (argument) {
        case "--all" -> all = true;
        case "--json" -> json = true;
        case "--folder" -> {
          if (!next.hasNext()) {
            err.println(USAGE);
            return MISUSED;
          }
          folder = Path.of(next.next());
        }
        default -> {
          err.println(USAGE);
          return MISUSED;
        }
      }
    }
    return check(folder, all, json, out, err);
  }

  private static int check(
      Path folder, boolean all, boolean json, PrintStream out, PrintStream err) {
    if (!Files.isDirectory(folder)) {
      err.println("There is no folder " + folder.toAbsolutePath());
      return MISUSED;
    }
    // What would make searching faster is nothing to an editor.
    SEARCH_LOG.setLevel(Level.SEVERE);
    Report report;
    try {
      report = PublishGate.check(folder, LocalDate.now(HERE));
    } catch (UncheckedIOException e) {
      err.println(e.getMessage());
      return MISUSED;
    }
    out.println(json ? report.json() : report.text(all));
    return report.errors().isEmpty() ? SOUND : ERRORS;
  }
}
