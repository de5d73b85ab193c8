package org.carersignpost.knowledge.feeds;

import java.time.Duration;

/// How much of a feed is read, how long that may take, and how often it is tried again.
///
/// @param perRequest for one answer, from the first byte asked to the last received
/// @param inAll for a whole run; then it ends with what it has
/// @param attempts for one answer
/// @param backOff before the second attempt; twice as long before each next
/// @param longestBackOff also when a server asks for more
/// @param bytesPerAnswer after it is unpacked
/// @param bytesInAll of a whole run
/// @param mostPages of a list
/// @param mostRecords of a feed, those set aside included
/// @param mostFailures pages or records that cannot be read before a run ends
record FeedLimits(
    Duration perRequest,
    Duration inAll,
    int attempts,
    Duration backOff,
    Duration longestBackOff,
    int bytesPerAnswer,
    long bytesInAll,
    int mostPages,
    int mostRecords,
    int mostFailures) {
  static final FeedLimits USUAL =
      new FeedLimits(
          Duration.ofSeconds(30),
          Duration.ofHours(6),
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          10_000_000,
          4_000_000_000L,
          5_000,
          200_000,
          200);
}
