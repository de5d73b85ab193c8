package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carersignpost.knowledge.feeds.FeedProperties.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DueFeedsTests {
  @TempDir Path data;

  private DueFeeds feeds(Instant now, Feed... feeds) {
    FeedFolder folder = new FeedFolder(data);
    return new DueFeeds(
        List.of(feeds),
        folder,
        () -> TestFeeds.imports(folder, now),
        Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Feed feed(String id, URI url) {
    return new Feed(id, url, List.of(), Duration.ofHours(6), Duration.ZERO);
  }

  @Test
  void feedIsReadWhenItsTimeHasComeAndNotBefore() {
    try (FaultyFeedServer server = new FaultyFeedServer(1, 5)) {
      Feed feed = feed("one", server.base());

      assertThat(feeds(TestFeeds.NOW, feed).runDue()).hasSize(1);
      assertThat(feeds(TestFeeds.NOW.plusSeconds(3_600), feed).due()).isEmpty();
      assertThat(feeds(TestFeeds.NOW.plusSeconds(6 * 3_600), feed).due()).hasSize(1);
    }
  }

  @Test
  void feedThatCannotBeReadKeepsNoOtherWaitingAndIsLeftForAWhile() {
    try (FaultyFeedServer server = new FaultyFeedServer(1, 5)) {
      DueFeeds feeds =
          feeds(
              TestFeeds.NOW,
              feed("gone", URI.create("http://10.0.0.1/")),
              feed("one", server.base()));

      assertThat(feeds.runDue())
          .extracting(report -> report.manifest().feed())
          .containsExactly("one");
      assertThat(feeds.due()).isEmpty();
    }
  }
}
