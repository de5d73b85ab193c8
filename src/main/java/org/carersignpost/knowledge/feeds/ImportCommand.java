package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.knowledge.files.KnowledgeException;

/// `./signpost import`: reads one feed, or a file saved from one, and says what came of it.
public final class ImportCommand {
  private static final String USAGE =
      """
      ./signpost import URL|FILE [--feed ID] [--area NAME]... [--all]
      ./signpost import --forget ID
      ./signpost import --list [--all]\
      """;
  private static final int FAILED = 1;
  private static final int WRONG_WORDS = 2;

  private ImportCommand() {}

  /// What was asked for.
  private record Asked(String from, Optional<String> feed, List<String> areas, boolean all) {}

  /// @param words after `import`
  /// @param root of the knowledge base
  /// @param data folder of the service, which may be running
  /// @return the exit code: 0 when the feed could be read, whatever was set aside
  public static int run(
      List<String> words, Path root, Path data, PrintStream out, PrintStream complaints) {
    FeedFolder folder = new FeedFolder(FeedFolder.in(data));
    if (words.size() == 2 && words.getFirst().equals("--forget")) {
      return forget(words.getLast(), folder, out, complaints);
    }
    if (words.contains("--list")) {
      return list(folder, words.contains("--all"), out, complaints);
    }
    Optional<Asked> asked = asked(words);
    if (asked.isEmpty()) {
      complaints.println(USAGE);
      return WRONG_WORDS;
    }
    try {
      Here here = Here.read(root);
      FeedSource source = source(asked.get(), folder);
      Optional<String> unknown =
          source.areas().stream()
              .filter(area -> here.base().areas().named(area).isEmpty())
              .findFirst();
      if (unknown.isPresent()) {
        complaints.println(unknown.get() + " is not an area in areas.csv.");
        return WRONG_WORDS;
      }
      FeedReport report = new FeedImport(here, folder, Clock.systemUTC()).run(source);
      out.print(report.inWords(asked.get().all()));
      return 0;
    } catch (FeedUnreadableException e) {
      complaints.println("The feed could not be read: " + e.getMessage());
    } catch (IllegalArgumentException | KnowledgeException e) {
      complaints.println(e.getMessage());
    } catch (IOException e) {
      complaints.println("The feed could not be read or written: " + e.getMessage());
    }
    return FAILED;
  }

  private static int forget(String id, FeedFolder folder, PrintStream out, PrintStream complaints) {
    try {
      if (folder.forget(id, Clock.systemUTC().instant())) {
        out.println(
            "The services of the feed %s are offered no more, unless others have them. Remove it from signpost.feeds, too, or it is read again."
                .formatted(id));
        return 0;
      }
      complaints.println("There is no feed " + Guard.shown(id) + ".");
      return WRONG_WORDS;
    } catch (IOException e) {
      complaints.println("The feed could not be forgotten: " + e.getMessage());
      return FAILED;
    }
  }

  /// What is known of every feed, and with `all` what was set aside of it.
  private static int list(FeedFolder folder, boolean all, PrintStream out, PrintStream complaints) {
    int code = 0;
    try {
      for (String id : folder.ids()) {
        try {
          folder.read(id).ifPresent(feed -> out.print(FeedReport.inWords(feed, all)));
        } catch (IOException e) {
          complaints.println("%s cannot be used: %s".formatted(id, e.getMessage()));
          code = FAILED;
        }
      }
    } catch (IOException e) {
      complaints.println("The folder of feeds cannot be read: " + e.getMessage());
      code = FAILED;
    }
    return code;
  }

  private static Optional<Asked> asked(List<String> words) {
    List<String> plain = new ArrayList<>();
    List<String> areas = new ArrayList<>();
    Optional<String> feed = Optional.empty();
    boolean all = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean hasNext = i + 1 < words.size();
      if (word.equals("--all")) {
        all = true;
      } else if (word.equals("--feed") && hasNext) {
        feed = Optional.of(words.get(++i));
      } else if (word.equals("--area") && hasNext) {
        areas.add(words.get(++i));
      } else if (word.startsWith("--")) {
        return Optional.empty();
      } else {
        plain.add(word);
      }
    }
    return plain.size() == 1
        ? Optional.of(new Asked(plain.getFirst(), feed, List.copyOf(areas), all))
        : Optional.empty();
  }

  private static FeedSource source(Asked asked, FeedFolder folder) {
    String small = asked.from().toLowerCase(Locale.ROOT);
    boolean web = small.startsWith("http://") || small.startsWith("https://");
    Path path = web ? Path.of("") : Path.of(asked.from());
    if (!web && !Files.isReadable(path)) {
      throw new FeedUnreadableException("there is no such file: " + asked.from());
    }
    FeedSource.From from =
        web ? new FeedSource.From.Web(URI.create(asked.from())) : new FeedSource.From.File(path);
    String id =
        asked
            .feed()
            .orElseGet(() ->
                FeedSource.idOf(
                    web
                        ? Optional.ofNullable(URI.create(asked.from()).getHost()).orElse("feed")
                        : path.getFileName().toString().replaceFirst("\\..*$", "")));
    FeedSource source = new FeedSource(id, from, asked.areas(), FeedSource.POLITE);
    return asked.areas().isEmpty()
        ? new FeedSource(id, from, areasOf(id, folder), FeedSource.POLITE)
        : source;
  }

  /// A feed that was read before covers what it covered then.
  private static List<String> areasOf(String id, FeedFolder folder) {
    try {
      return folder.read(id).map(file -> file.manifest().areas()).orElse(List.of());
    } catch (IOException damaged) {
      return List.of();
    }
  }
}
