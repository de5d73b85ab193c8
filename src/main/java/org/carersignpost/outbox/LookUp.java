package org.carersignpost.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carersignpost.outbox.Entry.Doubt;
import org.carersignpost.outbox.OutboxScript.Body;
import org.carersignpost.outbox.TextCarrier.Found;
import org.carersignpost.outbox.TextCarrier.FoundMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out at the carrier whether a text was sent, when we do not know.
///
/// What is found there takes over its id and state. What is not is handed over again only if the
/// carrier had answered that it failed; if the answer was lost, the message may still turn up, so
/// it is looked for several times and then left to staff.
///
/// An alert is handed over again at once. It is not looked for: others to the same duty phone may
/// have the same words, and twice is harmless.
final class LookUp {
  private static final Logger LOG = LoggerFactory.getLogger(LookUp.class);

  /// By how much the carrier's clock may be behind ours.
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Entries entries;
  private final TextCarrier carrier;
  private final HandOver handOver;
  private final OutboxProperties properties;
  private final Clock clock;

  LookUp(
      Entries entries,
      TextCarrier carrier,
      HandOver handOver,
      OutboxProperties properties,
      Clock clock) {
    this.entries = entries;
    this.carrier = carrier;
    this.handOver = handOver;
    this.properties = properties;
    this.clock = clock;
  }

  /// @param entry one whose lease we hold
  void look(Entry entry, Body body) {
    if (entry.purpose() == Purpose.ALERT) {
      postAgain(entry, body);
      return;
    }
    switch (find(entry, body)) {
      case Found.CannotSay() -> askLater(entry);
      case Found.Messages(var messages) -> {
        if (!entries.found(entry, clock.instant(), reports(messages))) {
          notFound(entry, body);
        }
      }
    }
  }

  private Found find(Entry entry, Body body) {
    try {
      return carrier.find(entry.id(), body.to(), body.text(), entry.began().minus(CLOCKS_DIFFER));
    } catch (RuntimeException e) {
      LOG.error("Text {} was not looked up as it should: {}", entry.id(), e.getClass().getName());
      return new Found.CannotSay();
    }
  }

  private static List<Entries.Report> reports(List<FoundMessage> messages) {
    return messages.stream()
        .sorted(Comparator.comparing(FoundMessage::created))
        .map(message ->
            new Entries.Report(
                message.sid(),
                DeliveryState.reported(message.status()).orElse(DeliveryState.ACCEPTED),
                message.error()))
        .toList();
  }

  private void notFound(Entry entry, Body body) {
    switch (entry.doubt().orElse(Doubt.LOST)) {
      case FAULT, AGAIN -> postAgain(entry, body);
      case LOST -> {
        int looks = entry.looks() + 1;
        if (looks >= properties.looks().size()) {
          leaveToStaff(entry);
        } else {
          Instant now = clock.instant();
          Instant next = now.plus(properties.looks().get(looks));
          entries.lookUpAt(entry, now, next, Doubt.LOST, looks);
        }
      }
    }
  }

  private void postAgain(Entry entry, Body body) {
    if (handOver.isExhausted(entry)) {
      boolean isFault = entry.doubt().equals(Optional.of(Doubt.FAULT));
      if (isFault && entry.purpose() != Purpose.ALERT) {
        entries.end(
            entry,
            clock.instant(),
            DeliveryState.FAILED,
            Optional.empty(),
            Optional.of(Reason.GAVE_UP));
      } else {
        leaveToStaff(entry);
      }
      return;
    }
    long taken = System.nanoTime();
    entries.takeAgain(entry, clock.instant()).ifPresent(again -> handOver.post(again, body, taken));
  }

  private void askLater(Entry entry) {
    Instant now = clock.instant();
    if (now.isBefore(entry.first().plus(properties.longest()))) {
      Instant next = now.plus(properties.looks().get(entry.looks()));
      entries.lookUpAt(entry, now, next, entry.doubt().orElse(Doubt.LOST), entry.looks());
    } else {
      leaveToStaff(entry);
    }
  }

  private void leaveToStaff(Entry entry) {
    LOG.warn("Whether text {} was sent stays unknown", entry.id());
    entries.end(entry, clock.instant(), DeliveryState.UNKNOWN, Optional.empty(), Optional.empty());
  }
}
