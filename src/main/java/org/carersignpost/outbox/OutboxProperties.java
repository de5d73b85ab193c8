package org.carersignpost.outbox;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When and how fast texts are sent.
///
/// @param quiet when follow-ups wait: `21:00-08:00`, or nothing
/// @param perNumber how much one number gets; what is more waits
/// @param total how much is sent on all
/// @param concurrency how many texts are handed over at once by each copy of the service
/// @param sweep how often it is looked for texts that are due
/// @param lease how long one copy may take to hand over a text before others look after it
/// @param firstPause the pause after the first attempt; each further one is twice as long
/// @param longestPause no pause is longer
/// @param mostAttempts after so many a text is given up
/// @param longest after this time, too
/// @param looks the pauses before each look-up at the carrier, when nobody knows whether a text was
///   sent; after the last one staff decide
@ConfigurationProperties("signpost.outbox")
record OutboxProperties(
    @DefaultValue("21:00-08:00") String quiet,
    @DefaultValue PerNumber perNumber,
    @DefaultValue Total total,
    @DefaultValue("16") int concurrency,
    @DefaultValue("1s") Duration sweep,
    @DefaultValue("30s") Duration lease,
    @DefaultValue("2s") Duration firstPause,
    @DefaultValue("5m") Duration longestPause,
    @DefaultValue("10") int mostAttempts,
    @DefaultValue("1h") Duration longest,
    @DefaultValue({"5s", "10s", "20s", "40s", "60s", "60s"}) List<Duration> looks) {

  /// @param texts so many, which may also come all at once
  /// @param in in this time
  record PerNumber(@DefaultValue("20") int texts, @DefaultValue("1h") Duration in) {
    Rate rate() {
      return Rate.of("per-number", texts, in, texts);
    }
  }

  /// @param texts so many
  /// @param in in this time
  /// @param atOnce so many of them after a quiet time
  record Total(
      @DefaultValue("60") int texts,
      @DefaultValue("1m") Duration in,
      @DefaultValue("20") int atOnce) {
    Rate rate() {
      return Rate.of("total", texts, in, atOnce);
    }
  }

  /// One text each interval, and some at once after a quiet time.
  record Rate(double intervalMillis, int atOnce) {
    private static Rate of(String name, int texts, Duration in, int atOnce) {
      if (texts < 1 || atOnce < 1 || !in.isPositive()) {
        throw new IllegalArgumentException(
            "signpost.outbox." + name + " must let at least one text go in some time");
      }
      return new Rate((double) in.toMillis() / texts, atOnce);
    }
  }

  /// @throws IllegalArgumentException if nothing could ever be sent with it
  OutboxProperties {
    check("concurrency", concurrency > 0);
    check("sweep", sweep.isPositive());
    check("lease", lease.isPositive());
    check("first-pause", firstPause.isPositive());
    check("longest-pause", longestPause.compareTo(firstPause) >= 0);
    check("most-attempts", mostAttempts > 0);
    check("longest", longest.isPositive());
    check("looks", !looks.isEmpty());
  }

  private static void check(String name, boolean isRight) {
    if (!isRight) {
      throw new IllegalArgumentException("signpost.outbox." + name + " is too small");
    }
  }
}
