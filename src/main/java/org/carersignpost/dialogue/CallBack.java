package org.carersignpost.dialogue;

import java.time.Instant;

/// A carer's wish to be rung back.
///
/// @param askedAt when they asked for it
/// @param when the safe and good times, in their own words or as the keys stand for; at most 160
///   characters
public record CallBack(Instant askedAt, String when) {
  private static final int MOST_CHARACTERS = 160;

  public CallBack {
    when = when.substring(0, Math.min(when.length(), MOST_CHARACTERS));
  }
}
