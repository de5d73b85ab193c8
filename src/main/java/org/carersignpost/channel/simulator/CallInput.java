package org.carersignpost.channel.simulator;

/// What happens to a call from outside: what is done on the phone, or that something else came
/// about.
sealed interface CallInput {
  /// Keys were pressed, one or more.
  record Keys(String keys) implements CallInput {}

  /// Words were spoken.
  ///
  /// @param confidence how sure the recogniser is of them, 0 to 1
  record Words(String words, double confidence) implements CallInput {}

  /// Nothing was said or pressed, as the phone's holder decided.
  record Silence() implements CallInput {}

  /// A message was spoken after the beep.
  ///
  /// @param hangUp whether the phone was put down then, instead of pressing a key
  record Message(String words, boolean hangUp) implements CallInput {}

  /// The rest of this wait is to be skipped.
  record WaitOn() implements CallInput {}

  /// A ringing phone was answered.
  ///
  /// @param machine by an answering machine, which listens and says nothing
  record Answer(boolean machine) implements CallInput {}

  /// A ringing phone was not wanted.
  record Decline() implements CallInput {}

  /// The time for an answer is over.
  record TimeUp() implements CallInput {}

  /// Something changed that whoever waits should look at.
  record Wake() implements CallInput {}

  /// Somebody took this caller out of the queue.
  record Taken() implements CallInput {}
}
