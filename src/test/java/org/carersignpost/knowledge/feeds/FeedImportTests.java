package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.carersignpost.knowledge.feeds.FaultyFeedServer.Fault;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedImportTests {
  private static final int SIZE = 500;
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path data;
  private FeedFolder folder;
  private Instant now = TestFeeds.NOW;

  @BeforeEach
  void begin() {
    folder = new FeedFolder(data);
  }

  private FeedReport run(FaultyFeedServer server) throws IOException {
    return TestFeeds.imports(folder, now).run(TestFeeds.web(server));
  }

  private FeedFile file() throws IOException {
    return folder.read("made").orElseThrow();
  }

  @Test
  void everyRecordOfAFaultyFeedIsTakenOrListedWithItsReasons() throws IOException {
    try (FaultyFeedServer server =
        new FaultyFeedServer(7, SIZE)
            .with(
                Fault.ERRORS,
                Fault.HALF_ANSWERS,
                Fault.WRONG_TOTALS,
                Fault.DUPLICATES,
                Fault.CHANGING_ETAGS)) {
      server.replace(3, server.feed().whole(3, 0).put("status", "defunct"));
      server.replace(4, server.feed().whole(4, 0).without("name"));
      server.replace(5, FeedLines.JSON.createArrayNode());
      server.replace(6, server.feed().whole(6, 0).put("description", "bad \u0000 sign"));

      FeedReport report = run(server);

      assertThat(report.manifest().complete()).isTrue();
      assertThat(report.manifest().records()).isEqualTo(SIZE - 4);
      assertThat(file().services()).hasSize(SIZE - 4);
      // Four bad ones, and on each page after the first one that was on the page before.
      assertThat(report.setAside())
          .hasSize(4 + 4)
          .allSatisfy(one -> assertThat(one.reasons()).isNotEmpty());
      assertThat(report.setAside().stream().flatMap(one -> one.reasons().stream()))
          .contains("status is defunct, not active", "name is missing", "is no set of fields")
          .anyMatch(reason -> reason.contains("control characters"))
          .anyMatch(reason -> reason.contains("there twice"));
      assertThat(report.inWords(false)).contains("set aside", "defunct", "Something new");
    }
  }

  @Test
  void slowAnswersAreAskedForAgain() throws IOException {
    try (FaultyFeedServer server = new FaultyFeedServer(1, 30).with(Fault.SLOW)) {
      assertThat(run(server).manifest().records()).isEqualTo(30);
    }
  }

  @Test
  void secondRunAsksOnlyForWhatHasChanged() throws IOException {
    try (FaultyFeedServer server = new FaultyFeedServer(2, SIZE)) {
      run(server);
      assertThat(server.requests()).isEqualTo(1 + 5 + SIZE);

      assertThat(run(server).untouched()).isTrue();
      assertThat(server.requests()).isEqualTo(1);

      server.change(20);
      FeedReport report = run(server);
      assertThat(server.requests()).isEqualTo(1 + 5 + 1);
      assertThat(report.changed()).isEqualTo(1);
      assertThat(report.unchanged()).isEqualTo(SIZE - 1);
      assertThat(file().services())
          .hasSize(SIZE)
          .anyMatch(service -> service.description().endsWith("Edition 1."));
    }
  }

  @Test
  void changeOnALaterPageIsSeenWithinADay() throws IOException {
    try (FaultyFeedServer server = new FaultyFeedServer(2, SIZE)) {
      run(server);
      server.change(450);

      assertThat(run(server).untouched()).isTrue();
      now = now.plus(DAY);
      assertThat(run(server).changed()).isEqualTo(1);
    }
  }

  @Test
  void recordIsWithdrawnAfterTwoRunsWithoutIt() throws IOException {
    try (FaultyFeedServer server = new FaultyFeedServer(3, 250)) {
      run(server);
      server.remove(10, 11);
      now = now.plus(DAY);
      assertThat(run(server).missing()).isEqualTo(2);
      assertThat(file().services()).hasSize(250);

      now = now.plus(DAY);
      FeedReport report = run(server);
      assertThat(report.withdrawn()).hasSize(2);
      assertThat(file().services()).hasSize(248);
    }
  }

  @Test
  void nothingIsMissingWhenAPageCannotBeRead() throws IOException {
    try (FaultyFeedServer server = new FaultyFeedServer(4, SIZE)) {
      run(server);
      server.losePage(2);
      for (int i = 0; i < 3; i++) {
        now = now.plus(DAY);
        FeedReport report = run(server);
        assertThat(report.manifest().complete()).isFalse();
        assertThat(report.failures()).anyMatch(failure -> failure.startsWith("page 2"));
        assertThat(report.withdrawn()).isEmpty();
      }
      assertThat(file().services()).hasSize(SIZE);
    }
  }

  @Test
  void unreadableFeedLeavesItsFileAsItWas() throws IOException {
    FaultyFeedServer server = new FaultyFeedServer(5, 20);
    run(server);
    byte[] before = file().bytes();
    server.close();
    now = now.plus(DAY);

    assertThatThrownBy(() -> run(server)).isInstanceOf(FeedUnreadableException.class);
    assertThat(file().bytes()).isEqualTo(before);
    try (var files = Files.list(folder.path())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("made.jsonl.gz", ".made.lock");
    }
  }

  @Test
  void feedOnTheSameMachineIsRefusedOutsideTests() {
    try (FaultyFeedServer server = new FaultyFeedServer(5, 20)) {
      FeedImport real = new FeedImport(TestFeeds.HERE, folder, Clock.systemUTC());

      assertThatThrownBy(() -> real.run(TestFeeds.web(server)))
          .hasMessageContaining("not on the public internet");
      assertThat(server.requests()).isZero();
    }
  }

  @Test
  void pagesOfTheOlderFormAreRead() throws IOException {
    Path saved = data.resolve("old.json");
    Files.writeString(saved, OldFeed.page());
    FeedReport report =
        TestFeeds.imports(folder, now)
            .run(new FeedSource("old", new FeedSource.From.File(saved), List.of(), Duration.ZERO));

    assertThat(report.manifest().version()).isEqualTo("1.0");
    ServiceRecord service = folder.read("old").orElseThrow().services().getFirst();
    assertThat(service.phones().getFirst().number()).isEqualTo("+441632960007");
    assertThat(service.topics()).containsExactly("dementia");
    assertThat(service.minimumAge()).contains(18);
    assertThat(service.schedules()).hasSize(2);
    assertThat(service.id().version()).isEqualTo(5);
  }

  @Test
  void badLineOfASavedFeedLeavesTheOthers() throws IOException {
    GeneratedFeed feed = new GeneratedFeed(9);
    StringBuilder lines = new StringBuilder();
    IntStream.range(0, 5).forEach(i -> lines.append(feed.whole(i, 0)).append('\n'));
    Path saved = data.resolve("lines.jsonl");
    Files.writeString(saved, lines.insert(lines.indexOf("\n") + 1, "{\"id\": half\n"));
    FeedReport report =
        TestFeeds.imports(folder, now)
            .run(
                new FeedSource("lines", new FeedSource.From.File(saved), List.of(), Duration.ZERO));

    assertThat(report.manifest().records()).isEqualTo(5);
    assertThat(report.setAside()).hasSize(1);
  }
}
