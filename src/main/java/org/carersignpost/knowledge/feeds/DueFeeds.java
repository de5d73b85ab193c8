package org.carersignpost.knowledge.feeds;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carersignpost.knowledge.feeds.FeedProperties.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the configured feeds when it is time, one at a time.
///
/// Whoever calls it sees to it that no other copy of the service does so at the same time.
public final class DueFeeds {
  private static final Logger log = LoggerFactory.getLogger(DueFeeds.class);

  /// A feed that cannot be read is not asked again sooner.
  private static final Duration AFTER_FAILURE = Duration.ofMinutes(30);

  private final List<Feed> feeds;
  private final FeedFolder folder;
  private final Supplier<FeedImport> imports;
  private final Clock clock;
  private final Map<String, Instant> failedAt = new HashMap<>();

  /// @param imports reads a feed by what is known now
  /// @param clock of the machine, also where the service runs on another
  public DueFeeds(List<Feed> feeds, FeedFolder folder, Supplier<FeedImport> imports, Clock clock) {
    this.feeds = List.copyOf(feeds);
    this.folder = folder;
    this.imports = imports;
    this.clock = clock;
  }

  /// The feeds whose time has come, in their order.
  public synchronized List<Feed> due() {
    Instant now = clock.instant();
    return feeds.stream().filter(feed -> isDue(feed, now)).toList();
  }

  private boolean isDue(Feed feed, Instant now) {
    Instant failed = failedAt.get(feed.id());
    if (failed != null && now.isBefore(failed.plus(AFTER_FAILURE))) {
      return false;
    }
    try {
      return folder
          .read(feed.id())
          .filter(file -> now.isBefore(file.manifest().at().plus(feed.every())))
          .isEmpty();
    } catch (IOException damaged) {
      return true;
    }
  }

  /// Reads those that are due. One that fails does not keep the others waiting.
  ///
  /// @return what was done, in the same order; without those that could not be read
  public synchronized List<FeedReport> runDue() {
    List<FeedReport> reports = new ArrayList<>();
    for (Feed feed : due()) {
      try {
        FeedReport report = imports.get().run(feed.source());
        failedAt.remove(feed.id());
        reports.add(report);
        log.info(
            "feed {}: {} records, {} new, {} changed, {} withdrawn, {} set aside",
            feed.id(),
            report.manifest().records(),
            report.fresh(),
            report.changed(),
            report.withdrawn().size(),
            report.setAside().size());
      } catch (IOException | RuntimeException e) {
        failedAt.put(feed.id(), clock.instant());
        log.warn("feed {} could not be read: {}", feed.id(), e.getMessage());
      }
    }
    return List.copyOf(reports);
  }
}
