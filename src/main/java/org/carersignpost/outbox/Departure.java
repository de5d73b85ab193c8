package org.carersignpost.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carersignpost.outbox.OutboxScript.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides whether a text that is due goes now, and starts it on its way.
final class Departure {
  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

  /// How long a text stays out of the other copies' sight while it is prepared.
  private static final Duration PREPARATION = Duration.ofSeconds(10);

  private final Entries entries;
  private final OutboxScript bodies;
  private final OlderOptOuts olderOptOuts;
  private final QuietHours quiet;
  private final HandOver handOver;
  private final LookUp lookUp;
  private final Clock clock;
  private volatile Instant crowdedUntil = Instant.MIN;

  Departure(
      Entries entries,
      OutboxScript bodies,
      OlderOptOuts olderOptOuts,
      QuietHours quiet,
      HandOver handOver,
      LookUp lookUp,
      Clock clock) {
    this.entries = entries;
    this.bodies = bodies;
    this.olderOptOuts = olderOptOuts;
    this.quiet = quiet;
    this.handOver = handOver;
    this.lookUp = lookUp;
    this.clock = clock;
  }

  /// Whether so many texts have gone that all but alerts wait.
  boolean isCrowded() {
    return clock.instant().isBefore(crowdedUntil);
  }

  /// Sends an alert that is due; nothing but its time holds it back.
  void sendAlert(OutgoingId id) {
    Instant now = clock.instant();
    if (entries.hold(id, now, now.plus(PREPARATION)).isPresent()) {
      take(id, now, Optional.empty());
    }
  }

  /// Sends any other text that is due, if it is its turn.
  void send(OutgoingId id) {
    Instant now = clock.instant();
    if (isCrowded() || entries.hold(id, now, now.plus(PREPARATION)).isEmpty()) {
      return;
    }
    Duration wait = entries.waitForTurn(now);
    if (wait.isZero()) {
      take(id, now, quiet.end(now));
    } else {
      crowdedUntil = now.plus(wait);
      entries.showAgain(id, crowdedUntil);
    }
  }

  /// Looks after a text that is under way for too long, or must be looked up now.
  void lookAfter(OutgoingId id) {
    entries
        .claim(id, clock.instant())
        .ifPresent(entry ->
            open(entry, DeliveryState.UNKNOWN).ifPresent(body -> lookUp.look(entry, body)));
  }

  private void take(OutgoingId id, Instant now, Optional<Instant> quietUntil) {
    String token = Entries.newToken();
    long taken = System.nanoTime();
    Optional<Entry> entry;
    try {
      entry = entries.take(id, now, token, quietUntil);
    } catch (RuntimeException e) {
      // Whether it was saved is not known, but we do know that it was not sent.
      Insisting.on(id, () -> entries.queueAgain(id, token, now, now));
      throw e;
    }
    entry.ifPresent(each -> start(each, taken));
  }

  private void start(Entry entry, long taken) {
    Optional<Body> body = open(entry, DeliveryState.FAILED);
    if (body.isEmpty()) {
      return;
    }
    if (olderOptOuts.forbid(entry, body.get().to())) {
      entries.end(
          entry,
          clock.instant(),
          DeliveryState.CANCELLED,
          Optional.empty(),
          Optional.of(Reason.OPTED_OUT));
    } else if (entry.doubt().isPresent()) {
      lookUp.look(entry, body.get());
    } else {
      handOver.post(entry, body.get(), taken);
    }
  }

  private Optional<Body> open(Entry entry, DeliveryState otherwise) {
    try {
      return Optional.of(bodies.body(entry.body(), entry.id()));
    } catch (RuntimeException e) {
      LOG.error("Text {} cannot be opened: {}", entry.id(), e.getClass().getSimpleName());
      entries.end(
          entry, clock.instant(), otherwise, Optional.empty(), Optional.of(Reason.UNREADABLE));
      return Optional.empty();
    }
  }
}
