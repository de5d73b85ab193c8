package org.carersignpost.knowledge.feeds;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.carersignpost.knowledge.files.FeedTerms;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.Numbers;
import org.carersignpost.knowledge.files.ServiceRecord;
import tools.jackson.databind.node.ObjectNode;

/// What tests of feeds share: our own knowledge base, in which fictional numbers count.
final class TestFeeds {
  static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  static final Here HERE = here();

  /// As usual, but for waits that a test has no time for.
  static final FeedLimits QUICK =
      new FeedLimits(
          Duration.ofMillis(500),
          Duration.ofMinutes(10),
          4,
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          10_000_000,
          1_000_000_000L,
          1_000,
          100_000,
          50);

  private TestFeeds() {}

  private static Here here() {
    Path root = Path.of("knowledge-base");
    KnowledgeBase base = KnowledgeBase.read(root, TODAY, Numbers.FICTIONAL_TOO);
    return new Here(base, FeedTerms.read(root, base.taxonomy()), Numbers.FICTIONAL_TOO);
  }

  static FeedImport imports(FeedFolder folder, Instant now) {
    return imports(folder, now, QUICK);
  }

  static FeedImport imports(FeedFolder folder, Instant now, FeedLimits limits) {
    return new FeedImport(
        HERE,
        folder,
        Clock.fixed(now, ZoneOffset.UTC),
        limits,
        SystemDefaultDnsResolver.INSTANCE,
        InetAddress::isLoopbackAddress);
  }

  static FeedSource web(FaultyFeedServer server) {
    return new FeedSource("made", new FeedSource.From.Web(server.base()), List.of(), Duration.ZERO);
  }

  /// What becomes of one record.
  static Outcome outcome(ObjectNode tree, FeedVersion version, String... areas) {
    FeedSource source =
        new FeedSource(
            "made", new FeedSource.From.File(Path.of("made.json")), List.of(areas), Duration.ZERO);
    return new Mapping(HERE, source, TODAY, Optional.empty())
        .outcome(tree, version, Optional.of("https://feed.example.org/services/1"));
  }

  static ServiceRecord taken(ObjectNode tree) {
    return switch (outcome(tree, FeedVersion.THREE)) {
      case Outcome.Taken(var service) -> service;
      case Outcome.Aside(_, var reasons) -> throw new AssertionError(reasons.toString());
    };
  }

  static List<String> reasons(ObjectNode tree) {
    return switch (outcome(tree, FeedVersion.THREE)) {
      case Outcome.Taken _ -> List.of();
      case Outcome.Aside(_, var reasons) -> reasons;
    };
  }
}
