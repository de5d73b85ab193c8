package org.carersignpost.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.carersignpost.conversation.ConversationQuery;
import org.carersignpost.conversation.search.ConversationIndex;
import org.carersignpost.conversation.search.Room;
import org.carersignpost.conversation.search.Sample;
import org.carersignpost.conversation.store.Stored;

/// How much memory the search of conversations takes, and how long a question.
///
/// The first argument is how many conversations, the second how many messages each has at most. A
/// conversation says lines that intents are trained with, and is answered with prompts.
public final class SearchBenchmark {
  private static final Instant BEGIN = Instant.parse("2026-03-02T10:15:00Z");
  private static final int AT_ONCE = 100;
  private static final int ROUNDS = 300;
  private static final double MEGABYTE = 1 << 20;
  private static final List<String> PLACES =
      List.of("Alton", "Winchester", "Southampton", "Gosport", "SO23", "Hythe");

  private final SplittableRandom random = new SplittableRandom(20260302);
  private final List<String> said = lines("knowledge-base/intents", ".txt");
  private final List<String> answers = answers();

  private SearchBenchmark() {}

  public static void main(String[] args) {
    int conversations = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int messages = args.length > 1 ? Integer.parseInt(args[1]) : 12;
    new SearchBenchmark().run(conversations, messages);
  }

  private void run(int conversations, int messages) {
    conversation(0, messages);
    double before = heap();
    long start = System.nanoTime();
    try (ConversationIndex index =
        new ConversationIndex(Room.of(conversations), ZoneId.of("Europe/London"))) {
      long bytes = 0;
      double most = 0;
      for (int i = 0; i < conversations; i++) {
        Stored stored = conversation(i, messages);
        bytes += stored.messages().stream().mapToLong(message -> message.text().length()).sum();
        index.put(stored);
        if (i % AT_ONCE == 0) {
          index.refresh();
          most = i % (AT_ONCE * 10) == 0 ? Math.max(most, heap()) : most;
        }
      }
      index.refresh();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      double heap = heap() - before;
      System.out.printf(
          Locale.ROOT,
          "%d conversations, %.0f characters each, indexed in %d ms%n"
              + "heap: %.1f MB, %.0f bytes a conversation, %.2f of its text; at most %.1f MB meanwhile%n",
          conversations,
          (double) bytes / conversations,
          took.toMillis(),
          heap,
          heap * MEGABYTE / conversations,
          heap * MEGABYTE / bytes,
          most - before);
      ask(index);
    }
  }

  private void ask(ConversationIndex index) {
    time(index, "one word", query("dementia"));
    time(index, "three words", query("mum hospital tomorrow"));
    time(index, "misspelt words", query("demntia hopsital alowance"));
    time(index, "a phrase", query("\"attendance allowance\""));
    time(index, "nothing found", query("zebra giraffe elephant crocodile"));
    time(index, "a long text", query(String.join(" ", said.subList(0, 40))));
    time(
        index,
        "a place only",
        new ConversationQuery(
            "",
            Optional.empty(),
            Optional.of("winchester"),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static ConversationQuery query(String words) {
    return ConversationQuery.of(words);
  }

  private static void time(ConversationIndex index, String name, ConversationQuery query) {
    long[] times = new long[ROUNDS];
    long total = 0;
    for (int i = -ROUNDS; i < ROUNDS; i++) {
      long start = System.nanoTime();
      total = index.find(query, team -> !team.equals(Optional.of("apart")), BEGIN, 0, 20).total();
      times[Math.max(i, 0)] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%-16s finds %5d: half within %.2f ms, 99 of 100 within %.2f ms%n",
        name,
        total,
        times[ROUNDS / 2] / 1e6,
        times[ROUNDS * 99 / 100] / 1e6);
  }

  private Stored conversation(int number, int messages) {
    Sample sample =
        Sample.of(String.format(Locale.ROOT, "conversation-%09d", number))
            .at(BEGIN.plusSeconds(number + 1L))
            .topics("breaks-respite", "money")
            .place(one(PLACES), "Winchester");
    if (random.nextInt(3) == 0) {
      sample.team(random.nextInt(5) == 0 ? "apart" : "carers");
    }
    int turns = 1 + random.nextInt(messages / 2);
    for (int i = 0; i < turns; i++) {
      sample.carer(one(said) + " " + number + i).bot(one(answers));
    }
    return sample.stored();
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<String> answers() {
    List<String> services = lines("knowledge-base/services", ".json");
    return services.stream()
        .filter(line -> line.contains("\"text\":") || line.contains("\"description\":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .map(line -> line.substring(0, Math.min(line.length(), 300)))
        .toList();
  }

  private static List<String> lines(String folder, String ending) {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /// Megabytes in use after a collection.
  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }
}
