package org.carersignpost.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.knowledge.files.GeneratedDirectory;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.search.LuceneDirectory;
import org.carersignpost.understanding.Meanings;
import org.carersignpost.understanding.Understanding;

/// `./signpost benchmark scale`: how the directory grows with 1,000, 10,000 and 100,000 services:
/// time of a query, time to build, memory.
///
/// Queries are the development messages, each with the meaning that the service finds in it, at a
/// random place of the generated country, one after the other on one thread. All times are those of
/// the processor.
public final class ScaleBenchmark {
  private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
  private static final long SEED = 20_261_123;
  private static final int WARM_UP = 6_000;
  private static final int COUNTED = 10_000;
  private static final int PARTS_WITH_PLACE = 4;
  private static final double MEGABYTE = 1 << 20;
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 2, 10, 15);
  private static final Path MESSAGES =
      Path.of("src", "test", "resources", "development", "messages.tsv");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final KnowledgeBase real = KnowledgeBase.read(Path.of("knowledge-base"));
  private final List<String> utterances = new ArrayList<>();
  private final List<Interpretation> meanings = new ArrayList<>();

  private ScaleBenchmark() throws IOException {
    Understanding understanding =
        Understanding.load(Path.of("knowledge-base"), Path.of("target", "models"));
    for (String line : Files.readAllLines(MESSAGES)) {
      String utterance = line.substring(line.lastIndexOf('\t') + 1);
      utterances.add(utterance);
      meanings.add(
          understanding.interpret(utterance, Conversation.begin(new ConversationId("carer"))));
    }
  }

  /// What one size costs.
  private record Figures(int services, double build, double heap, double median, double p99) {
    @Override
    public String toString() {
      return "%,9d services: built in %6.2f s, %6.1f MB; query median %6.0f us, p99 %6.0f us"
          .formatted(services, build, heap, median, p99);
    }
  }

  static void run() throws IOException {
    ScaleBenchmark benchmark = new ScaleBenchmark();
    // The JVM compiles the code of the build and the search before anything is counted.
    benchmark.measured(SIZES.getFirst());
    List<Figures> all = SIZES.stream().map(benchmark::measured).toList();
    all.forEach(System.out::println);
    for (int i = 1; i < all.size(); i++) {
      Figures small = all.get(i - 1);
      Figures large = all.get(i);
      System.out.printf(
          Locale.ROOT,
          "%,d to %,d: services x %.1f, build x %.1f, memory x %.1f, query median x %.2f, p99 x %.2f%n",
          small.services,
          large.services,
          (double) large.services / small.services,
          large.build / small.build,
          large.heap / small.heap,
          large.median / small.median,
          large.p99 / small.p99);
    }
  }

  private Figures measured(int services) {
    KnowledgeBase base = GeneratedDirectory.of(real, services, SEED);
    double before = heap();
    long start = processorTime();
    LuceneDirectory directory = new LuceneDirectory(base, Set.of(), Meanings::directionOf);
    double build = (processorTime() - start) / 1e9;
    double heap = heap() - before;
    List<String> districts =
        base.areas().all().stream()
            .filter(area -> area.kind().equals("district"))
            .map(area -> area.name())
            .toList();
    long[] times = new long[COUNTED];
    for (int i = -WARM_UP; i < COUNTED; i++) {
      ServiceDirectory.Need need = need(districts);
      long begin = processorTime();
      directory.find(need);
      times[Math.max(i, 0)] = processorTime() - begin;
    }
    Arrays.sort(times);
    return new Figures(
        services, build, heap, times[COUNTED / 2] / 1e3, times[COUNTED * 99 / 100] / 1e3);
  }

  private ServiceDirectory.Need need(List<String> districts) {
    int i = random.nextInt(utterances.size());
    Interpretation meaning = meanings.get(i);
    String district = districts.get(random.nextInt(districts.size()));
    Optional<Place> place =
        random.nextInt(PARTS_WITH_PLACE) == 0
            ? Optional.empty()
            : Optional.of(new Place(district, List.of(district), Place.Kind.TOWN, ""));
    Slots slots =
        new Slots(
            place,
            meaning.slots().relation(),
            meaning.slots().youngCarer(),
            meaning.slots().conditions());
    return new ServiceDirectory.Need(utterances.get(i), meaning.topics(), slots, NOW, Set.of(), 2);
  }

  /// Nanoseconds that a processor has worked for this thread: on a shared machine the clock says
  /// more of the others.
  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /// Megabytes in use after a collection.
  private static double heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
  }
}
