package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A phone that a call in progress rings: when it is answered it hears the whisper, and unless that
/// hangs up, both talk.
///
/// @param phone the phone that rings
/// @param caller who waits meanwhile
/// @param whisper path and query; empty for none
/// @param onChange where is told what became of it
record DialledPhone(
    SimulatedCall phone,
    SimulatedCall caller,
    Bridge bridge,
    Optional<String> whisper,
    Optional<String> onChange,
    Duration ringsFor) {

  /// Rings, whispers and talks; comes back when it is over.
  void run(SignedPosts posts) throws InterruptedException {
    try {
      if (isAnswered(phone, ringsFor) && isWilling(posts) && bridge.open()) {
        bridge.talk(phone, Optional.empty());
      }
      phone.end("completed", "The caller rang off.");
    } catch (HungUp e) {
      phone.hangUp("The call is over.");
    } finally {
      phone.end("failed", "The call broke off.");
      bridge.end();
      onChange.ifPresent(address -> {
        Map<String, String> form = phone.form(posts.accountSid());
        form.put("ParentCallSid", caller.sid());
        form.put("CallDuration", Long.toString(phone.duration().toSeconds()));
        posts.tellInOrder(address, form);
      });
    }
  }

  /// Lets a phone ring until somebody answers; if nobody does, its call has ended afterwards.
  static boolean isAnswered(SimulatedCall phone, Duration ringsFor)
      throws HungUp, InterruptedException {
    var until = Optional.of(phone.since().plus(ringsFor));
    while (true) {
      switch (phone.next(CallState.RINGING, until)) {
        case CallInput.Answer(boolean machine) -> {
          phone.answered();
          phone.note(machine ? "The answering machine picks up." : "You answer.");
          return true;
        }
        case CallInput.Decline() -> {
          phone.end("busy", "You did not take the call.");
          return false;
        }
        case CallInput.TimeUp() -> {
          phone.end("no-answer", "Nobody answered.");
          return false;
        }
        default -> {
          // It rings on.
        }
      }
    }
  }

  private boolean isWilling(SignedPosts posts) throws HungUp, InterruptedException {
    if (whisper.isEmpty()) {
      return true;
    }
    CallPlayer player = new CallPlayer(phone, posts);
    try {
      boolean willing =
          player.play(player.fetch(whisper.get(), "POST", Map.of())) == CallPlayer.End.RAN_OUT;
      if (!willing) {
        phone.end("completed", "The service hung up.");
      }
      return willing;
    } catch (Undelivered e) {
      phone.event(CallEvent.Kind.fault, String.valueOf(e.getMessage()), 0);
      phone.end("failed", "The call broke off.");
      return false;
    }
  }
}
