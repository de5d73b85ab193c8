package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.carersignpost.knowledge.feeds.FaultyFeedServer.Fault;
import org.springframework.util.FileSystemUtils;

/// How long a large feed takes from a server on the same machine that makes mistakes, and how much
/// memory; without the polite waits.
public final class FeedBenchmark {
  private static final int USUAL = 50_000;

  private FeedBenchmark() {}

  /// @param args how many records; 50,000 without
  public static void main(String[] args) throws IOException {
    int size = args.length == 0 ? USUAL : Integer.parseInt(args[0]);
    Path data = Files.createTempDirectory("carer-signpost-feeds");
    try (FaultyFeedServer server =
        new FaultyFeedServer(1, size)
            .with(
                Fault.ERRORS,
                Fault.HALF_ANSWERS,
                Fault.SELDOM_SLOW,
                Fault.WRONG_TOTALS,
                Fault.DUPLICATES)) {
      for (int i = 0; i < size; i += 250) {
        server.replace(i, server.feed().whole(i, 0).put("status", "inactive"));
      }
      FeedFolder folder = new FeedFolder(data);
      run("first run", folder, server, 0);
      run("second run, nothing changed", folder, server, 0);
      for (int i = 0; i < size; i += 100) {
        server.change(i);
      }
      run("third run, 1 in 100 changed", folder, server, 25);
      System.out.printf(Locale.ROOT, "file: %.1f MB%n", Files.size(folder.file("made")) / 1e6);
    } finally {
      FileSystemUtils.deleteRecursively(data);
    }
  }

  private static void run(String name, FeedFolder folder, FaultyFeedServer server, int hours)
      throws IOException {
    server.requests();
    long start = System.nanoTime();
    FeedReport report =
        TestFeeds.imports(folder, TestFeeds.NOW.plusSeconds(hours * 3_600L), TestFeeds.QUICK)
            .run(TestFeeds.web(server));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    Runtime machine = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%-30s %7.1f s, %6d requests, %6d records, %5d set aside, %d failures, %3d MB in use, at most %d MB%n",
        name,
        seconds,
        server.requests(),
        report.manifest().records(),
        report.setAside().size(),
        report.failures().size(),
        (machine.totalMemory() - machine.freeMemory()) / 1_000_000,
        machine.maxMemory() / 1_000_000);
  }
}
