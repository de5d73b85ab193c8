package org.carersignpost.channel.voice;

import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Spoken;

/// How long a caller is waited for, in seconds.
///
/// @param silence until the first word or key
/// @param end after the last word
/// @param betweenGroups of a number
record Patience(int silence, int end, int betweenGroups) {
  /// Of a caller who waits for a person: until they are told again how things stand.
  static final Patience WHILE_WAITING = new Patience(15, 2, 1);

  /// Whoever is not listened to is not waited for, either.
  static Patience of(Spoken.Then then) {
    return switch (then instanceof Spoken.Then.Listen(_, var pace) ? pace : Call.Pace.ORDINARY) {
      case ORDINARY -> new Patience(8, 2, 1);
      case SLOW -> new Patience(20, 4, 2);
      case RELAY -> new Patience(60, 8, 3);
    };
  }
}
