package org.carersignpost.channel.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;

/// What a phone may do just now.
///
/// @param speech whether somebody listens to words
/// @param keys whether somebody heeds keys
/// @param waitOn whether the present wait can be cut short
/// @param numDigits how many keys are wanted; 0 for any number
/// @param finishOnKey the keys that say "that is all"; may be empty
/// @param timeout after how many seconds of silence the service goes on
/// @param pressed the keys so far
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallState(
    Kind kind,
    boolean speech,
    boolean keys,
    boolean waitOn,
    int numDigits,
    String finishOnKey,
    int timeout,
    String pressed) {
  /// In which of these a phone is.
  enum Kind {
    ringing,
    saying,
    listening,
    waiting,
    recording,
    talking,
    ended
  }

  static final CallState RINGING = plain(Kind.ringing, false);
  static final CallState SAYING = plain(Kind.saying, false);
  static final CallState TALKING = plain(Kind.talking, true);
  static final CallState ENDED = plain(Kind.ended, false);

  /// The phone of somebody else rings.
  static final CallState WAITING = plain(Kind.waiting, false);

  /// In a queue, while nobody listens.
  static final CallState QUEUED = new CallState(Kind.waiting, false, false, true, 0, "", 0, "");

  static CallState recording(String finishOnKey, int timeout) {
    return new CallState(Kind.recording, true, false, false, 0, finishOnKey, timeout, "");
  }

  /// The same question, asked in a queue.
  CallState whileWaiting() {
    return new CallState(
        Kind.waiting, speech, keys, true, numDigits, finishOnKey, timeout, pressed);
  }

  CallState with(String nowPressed) {
    return new CallState(kind, speech, keys, waitOn, numDigits, finishOnKey, timeout, nowPressed);
  }

  private static CallState plain(Kind kind, boolean speech) {
    return new CallState(kind, speech, false, false, 0, "", 0, "");
  }

  /// Whether the phone can do this now.
  boolean allows(CallInput input) {
    return switch (input) {
      case CallInput.Keys _ -> keys;
      case CallInput.Words _ -> speech && kind != Kind.recording;
      case CallInput.Silence _ -> kind == Kind.recording || asks();
      case CallInput.Message _ -> kind == Kind.recording;
      case CallInput.WaitOn _ -> waitOn;
      case CallInput.Answer _, CallInput.Decline _ -> kind == Kind.ringing;
      case CallInput.TimeUp _, CallInput.Wake _, CallInput.Taken _ -> false;
    };
  }

  private boolean asks() {
    return kind != Kind.talking && (keys || speech);
  }
}
