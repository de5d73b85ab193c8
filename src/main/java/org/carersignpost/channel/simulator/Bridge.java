package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two phones that are to talk, talk, or have talked with each other.
///
/// What they say goes from one page to the other, and nowhere else.
final class Bridge {
  private final SimulatedCall one;
  private final SimulatedCall other;
  private final Clock clock;
  private @Nullable Instant opened;
  private @Nullable Instant over;

  Bridge(SimulatedCall one, SimulatedCall other, Clock clock) {
    this.one = one;
    this.other = other;
    this.clock = clock;
  }

  /// Lets both hear each other.
  ///
  /// @return false if it is over before it began
  synchronized boolean open() {
    if (over != null) {
      return false;
    }
    opened = clock.instant();
    wake();
    return true;
  }

  synchronized void end() {
    if (over == null) {
      over = clock.instant();
      wake();
    }
  }

  private void wake() {
    one.tell(new CallInput.Wake());
    other.tell(new CallInput.Wake());
  }

  synchronized boolean isComing() {
    return opened == null && over == null;
  }

  synchronized boolean isOver() {
    return over != null;
  }

  synchronized boolean wasOpen() {
    return opened != null;
  }

  synchronized Duration talked() {
    return opened == null
        ? Duration.ZERO
        : Duration.between(opened, over == null ? clock.instant() : over);
  }

  /// The call at the other end.
  SimulatedCall otherThan(SimulatedCall me) {
    return me == one ? other : one;
  }

  /// Talks until either puts the phone down or the time is over.
  void talk(SimulatedCall me, Optional<Duration> atMost) throws HungUp, InterruptedException {
    try {
      if (isOver()) {
        return;
      }
      me.note("You are connected.");
      Optional<Instant> until = atMost.map(clock.instant()::plus);
      while (!isOver()) {
        CallInput input = me.next(CallState.TALKING, until);
        if (input instanceof CallInput.Words(String words, double _)) {
          me.event(CallEvent.Kind.said, words, 0);
          otherThan(me).event(CallEvent.Kind.other, words, CallEvent.secondsOf(words));
        } else if (input instanceof CallInput.TimeUp) {
          return;
        }
      }
      me.note("The other side rang off.");
    } finally {
      end();
    }
  }
}
