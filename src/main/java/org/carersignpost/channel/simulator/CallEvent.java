package org.carersignpost.channel.simulator;

import java.time.Instant;

/// One thing that happened on a call, as whoever holds the phone knows it.
///
/// @param n its number; later ones have higher numbers
/// @param at the service's time
/// @param text the words; for keys those that were pressed
/// @param seconds how long it takes to hear; 0 for what is not heard
record CallEvent(long n, Kind kind, Instant at, String text, double seconds) {
  /// People hear 150 words a minute.
  private static final double SECONDS_PER_WORD = 0.4;

  /// What kinds there are.
  enum Kind {
    /// The service says something.
    us,
    /// The service says nothing for a while.
    pause,
    /// A sound that is no words.
    sound,
    /// The phone's own keys.
    pressed,
    /// What was said into this phone.
    said,
    /// Nothing was said or pressed when it was asked for.
    silent,
    /// A message that was left on the service's answering machine.
    message,
    /// What the person at the other end says.
    other,
    /// What no phone would tell, but whoever watches wants to know.
    note,
    /// What the service did wrong.
    fault,
    /// The end of the call.
    ended
  }

  /// About how long it takes to say this.
  static double secondsOf(String words) {
    return words.isBlank() ? 0 : words.strip().split("\\s+").length * SECONDS_PER_WORD;
  }
}
