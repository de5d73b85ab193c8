package org.carersignpost.console.page;

import java.time.Instant;
import java.util.Optional;

/// How a carer is on the phone just now.
///
/// @param words such as `Waiting on the phone`
/// @param waitingSince since when they wait for a person
record PhoneMark(String words, Optional<Instant> waitingSince) {
  /// Whether nobody talks with them and somebody should.
  public boolean isWaiting() {
    return waitingSince.isPresent();
  }
}
