package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who waits on the phone, in the order in which they came.
final class WaitingQueues {
  private final Clock clock;
  private final List<Ticket> waiting = new ArrayList<>();

  WaitingQueues(Clock clock) {
    this.clock = clock;
  }

  /// A caller's place in a queue.
  final class Ticket {
    private final String sid = SignedPosts.newSid("QU");
    private final String queue;
    private final SimulatedCall call;
    private final Instant joined = clock.instant();
    private Duration skipped = Duration.ZERO;
    private @Nullable Bridge bridge;

    private Ticket(String queue, SimulatedCall call) {
      this.queue = queue;
      this.call = call;
    }

    String sid() {
      return sid;
    }

    String queue() {
      return queue;
    }

    /// How long the caller has waited, and would have waited through what was skipped.
    Duration waited() {
      return Duration.between(joined, clock.instant()).plus(skipped);
    }

    void skip(Duration rest) {
      skipped = skipped.plus(rest);
    }

    /// The bridge to whoever took this caller; empty while nobody has.
    Optional<Bridge> bridge() {
      synchronized (WaitingQueues.this) {
        return Optional.ofNullable(bridge);
      }
    }
  }

  synchronized Ticket join(String queue, SimulatedCall call) {
    Ticket ticket = new Ticket(queue, call);
    waiting.add(ticket);
    return ticket;
  }

  /// Takes whoever has waited longest, and bridges to the taker.
  synchronized Optional<Bridge> take(String queue, SimulatedCall by) {
    Optional<Ticket> first =
        waiting.stream()
            .filter(each -> each.queue.equals(queue) && each.call.ended().isEmpty())
            .findFirst();
    return first.map(ticket -> {
      Bridge bridge = new Bridge(ticket.call, by, clock);
      waiting.remove(ticket);
      ticket.bridge = bridge;
      bridge.open();
      ticket.call.tell(new CallInput.Taken());
      return bridge;
    });
  }

  /// Leaves the queue.
  ///
  /// @return false if somebody took the caller before
  synchronized boolean leave(Ticket ticket) {
    waiting.remove(ticket);
    return ticket.bridge == null;
  }

  /// From 1; 0 if the caller does not wait any more.
  synchronized int position(Ticket ticket) {
    return 1 + ofQueue(ticket.queue).indexOf(ticket);
  }

  synchronized int size(String queue) {
    return ofQueue(queue).size();
  }

  private List<Ticket> ofQueue(String queue) {
    return waiting.stream().filter(each -> each.queue.equals(queue)).toList();
  }
}
