package org.carersignpost.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carersignpost.outbox.Entry.Doubt;
import org.carersignpost.outbox.OutboxScript.Body;
import org.carersignpost.outbox.TextCarrier.Posted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a text that is `sending` to the carrier, once, and saves what its answer means.
final class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);
  private static final int TOO_MANY_REQUESTS = 20429;

  private final Entries entries;
  private final TextCarrier carrier;
  private final OutboxProperties properties;
  private final BackOff backOff;
  private final Clock clock;

  HandOver(
      Entries entries,
      TextCarrier carrier,
      OutboxProperties properties,
      BackOff backOff,
      Clock clock) {
    this.entries = entries;
    this.carrier = carrier;
    this.properties = properties;
    this.backOff = backOff;
    this.clock = clock;
  }

  /// @param taken the moment before it was made `sending`, by [System#nanoTime]
  void post(Entry entry, Body body, long taken) {
    if (System.nanoTime() - taken > properties.lease().toNanos() / 2) {
      // We were asleep, and others may soon look after it.
      Insisting.on(
          entry.id(),
          () -> entries.queueAgain(entry.id(), entry.token(), clock.instant(), clock.instant()));
      return;
    }
    Posted answer = ask(entry.id(), body);
    Insisting.on(entry.id(), () -> save(entry, answer));
  }

  /// Whether a text was tried so often, or for so long, that we give up.
  boolean isExhausted(Entry entry) {
    return entry.attempts() >= properties.mostAttempts()
        || !clock.instant().isBefore(entry.first().plus(properties.longest()));
  }

  private Posted ask(OutgoingId id, Body body) {
    try {
      return carrier.post(id, body.to(), body.text());
    } catch (RuntimeException e) {
      LOG.error("Text {} was not handed over as it should: {}", id, e.getClass().getName());
      return new Posted.Unknown(false);
    }
  }

  private void save(Entry entry, Posted answer) {
    Instant now = clock.instant();
    switch (answer) {
      case Posted.Accepted(var sid, var status) -> {
        DeliveryState state = DeliveryState.reported(status).orElse(DeliveryState.ACCEPTED);
        entries.reported(entry.id(), now, new Entries.Report(sid, state, Optional.empty()));
      }
      case Posted.Refused(var code, var isPermanent) -> {
        LOG.warn("Text {} was refused with {}", entry.id(), code);
        if (isPermanent) {
          entries.end(entry, now, DeliveryState.FAILED, Optional.of(code), Optional.empty());
        } else {
          tryLater(entry, Optional.of(code), Optional.empty());
        }
      }
      case Posted.TryLater(var after) -> tryLater(entry, Optional.of(TOO_MANY_REQUESTS), after);
      case Posted.Unsent() -> tryLater(entry, Optional.empty(), Optional.empty());
      case Posted.Unknown(var isAnswered) -> {
        LOG.warn("Whether text {} was sent is not known; it will be looked up", entry.id());
        Duration pause =
            isAnswered ? backOff.after(entry.attempts()) : properties.looks().getFirst();
        Doubt doubt = isAnswered ? Doubt.FAULT : Doubt.LOST;
        entries.lookUpAt(entry, now, now.plus(pause), doubt, 0);
      }
    }
  }

  private void tryLater(Entry entry, Optional<Integer> code, Optional<Duration> asked) {
    Instant now = clock.instant();
    if (isExhausted(entry)) {
      LOG.warn("Text {} is given up after {} attempts", entry.id(), entry.attempts());
      entries.end(entry, now, DeliveryState.FAILED, code, Optional.of(Reason.GAVE_UP));
    } else {
      Instant due = now.plus(backOff.after(entry.attempts(), asked));
      entries.queueAgain(entry.id(), entry.token(), now, due);
    }
  }
}
