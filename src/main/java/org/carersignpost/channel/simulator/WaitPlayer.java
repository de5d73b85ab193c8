package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// Plays wait documents to a caller in a queue, round after round, until they leave or are taken.
///
/// A round lasts as long as its words and pauses by the service's clock, so moving the clock on
/// moves the wait on.
final class WaitPlayer extends CallPlayer {
  private static final Duration SHORTEST_ROUND = Duration.ofSeconds(1);
  private static final double MUSIC_SECONDS = 10;

  private final WaitingQueues queues;
  private final WaitingQueues.Ticket ticket;
  private final Clock clock;
  private Instant heardUntil = Instant.EPOCH;
  private Duration unheard = Duration.ZERO;
  private boolean skipping;

  WaitPlayer(
      SimulatedCall call,
      SignedPosts posts,
      WaitingQueues queues,
      WaitingQueues.Ticket ticket,
      Clock clock) {
    super(call, posts);
    this.queues = queues;
    this.ticket = ticket;
    this.clock = clock;
  }

  /// Waits.
  ///
  /// @param page the document that has the verb
  /// @param enqueue the verb
  End wait(Page page, Element enqueue) throws HungUp, Undelivered, InterruptedException {
    Optional<String> address = TwimlReader.attribute(enqueue, "waitUrl");
    String method = TwimlReader.attribute(enqueue, "waitUrlMethod").orElse("POST");
    while (true) {
      call.documentsStartAnew();
      skipping = false;
      heardUntil = clock.instant();
      unheard = Duration.ZERO;
      End end = End.RAN_OUT;
      if (address.isPresent()) {
        end = play(fetch(resolved(page, address.get()), method, Map.of()));
      } else {
        pass(CallEvent.Kind.sound, "[music]", MUSIC_SECONDS);
      }
      if (end != End.RAN_OUT || restOfRoundIsCutShort()) {
        return end == End.RAN_OUT ? End.TAKEN : end;
      }
    }
  }

  /// @return whether somebody took the caller meanwhile
  private boolean restOfRoundIsCutShort() throws HungUp, InterruptedException {
    Optional<Instant> until =
        until(
            unheard.compareTo(SHORTEST_ROUND) < 0 ? SHORTEST_ROUND.minus(unheard) : Duration.ZERO);
    while (true) {
      CallInput input = listen(CallState.QUEUED, until);
      if (input instanceof CallInput.Taken) {
        return true;
      }
      if (input instanceof CallInput.TimeUp) {
        return false;
      }
    }
  }

  @Override
  void pass(CallEvent.Kind kind, String text, double seconds) {
    super.pass(kind, text, seconds);
    unheard = unheard.plus(Duration.ofMillis((long) (1000 * seconds)));
  }

  @Override
  Step other(Page page, Element verb) throws HungUp, Undelivered, InterruptedException {
    return verb.getTagName().equals("Leave") ? new Step.Stop(End.LEAVE) : super.other(page, verb);
  }

  /// What was said before must be heard first.
  @Override
  Optional<Instant> until(Duration timeout) {
    Instant until = heardUntil.plus(unheard).plus(timeout);
    unheard = Duration.ZERO;
    return Optional.of(until);
  }

  @Override
  CallInput listen(CallState asked, Optional<Instant> until) throws HungUp, InterruptedException {
    if (skipping) {
      return skipTo(until.orElseThrow());
    }
    CallInput input = call.next(asked.whileWaiting(), until);
    if (input instanceof CallInput.WaitOn) {
      skipping = true;
      return skipTo(until.orElseThrow());
    }
    // When the clock was moved on, the rest of the round lies in the past, too.
    heardUntil = input instanceof CallInput.TimeUp ? until.orElseThrow() : clock.instant();
    return input;
  }

  private CallInput skipTo(Instant until) {
    Instant now = clock.instant();
    if (until.isAfter(now)) {
      ticket.skip(Duration.between(now, until));
    }
    heardUntil = now;
    return new CallInput.TimeUp();
  }

  @Override
  Map<String, String> circumstances() {
    String waited = Long.toString(ticket.waited().toSeconds());
    return Map.of(
        "QueueSid", ticket.sid(),
        "QueuePosition", Integer.toString(queues.position(ticket)),
        "QueueTime", waited,
        "AvgQueueTime", waited,
        "CurrentQueueSize", Integer.toString(queues.size(ticket.queue())));
  }
}
