package org.carersignpost.knowledge.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The feeds of other directories that are read by themselves, in the order in which they are
/// believed.
@ConfigurationProperties("signpost")
public record FeedProperties(@DefaultValue List<Feed> feeds) {
  public FeedProperties {
    feeds = List.copyOf(feeds);
  }

  /// A feed.
  ///
  /// @param id names it here: small letters, digits and hyphens
  /// @param url under which `/services` answers
  /// @param areas names of the areas of `areas.csv` that it covers as a whole
  /// @param every how often it is read
  /// @param delay how long to wait between two requests
  public record Feed(
      String id,
      URI url,
      @DefaultValue List<String> areas,
      @DefaultValue("24h") Duration every,
      @DefaultValue("200ms") Duration delay) {
    public Feed {
      areas = List.copyOf(areas);
    }

    /// @throws IllegalArgumentException if the id is not one
    FeedSource source() {
      return new FeedSource(id, new FeedSource.From.Web(url), areas, delay);
    }
  }
}
