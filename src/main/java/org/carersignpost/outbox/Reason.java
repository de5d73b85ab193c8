package org.carersignpost.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why a text was cancelled or given up, where that was not the carrier's doing.
enum Reason {
  /// The carer has opted out and not written since.
  OPTED_OUT,
  /// What had to hold when it went did not hold any more.
  CONDITION,
  /// Staff took it back.
  STAFF,
  /// It was tried too often, or for too long.
  GAVE_UP,
  /// It cannot be opened: the secret it was sealed with is gone.
  UNREADABLE;

  /// As it is stored, also by the scripts.
  String stored() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Reason> ofStored(String stored) {
    return Arrays.stream(values()).filter(reason -> reason.stored().equals(stored)).findFirst();
  }
}
