package org.carersignpost.knowledge;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.carersignpost.knowledge.feeds.ImportCommand;

/// Other people's directories, for whoever stands outside this module.
public final class Feeds {
  private Feeds() {}

  /// Reads one feed, or a file saved from one, and says what came of it.
  ///
  /// @param words what was asked for: an address or a file, then options
  /// @param root of the knowledge base
  /// @param data folder of the service, which may be running
  /// @return the exit code: 0 when the feed could be read, whatever was set aside
  public static int importOnce(
      List<String> words, Path root, Path data, PrintStream out, PrintStream complaints) {
    return ImportCommand.run(words, root, data, out, complaints);
  }
}
