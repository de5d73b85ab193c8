package org.carersignpost.channel.voice;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.carersignpost.dialogue.Spoken;

/// Where is asked for what a caller hears who waits for a person. All that these words depend on
/// besides the time waited is in the address, so that they need no memory.
///
/// @param step the step that waiting ends with
/// @param instead what the caller may choose instead
record WaitAddress(StepAddress step, Spoken.Instead instead) {
  /// @param name as it stands in the address
  static Optional<WaitAddress> of(StepAddress step, String name) {
    return Arrays.stream(Spoken.Instead.values())
        .filter(each -> name(each).equals(name))
        .findFirst()
        .map(instead -> new WaitAddress(step, instead));
  }

  private static String name(Spoken.Instead instead) {
    return instead.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String path() {
    return step.path() + "/wait/" + name(instead);
  }

  /// Where keys and words go of a caller who has waited so long.
  String heard(Duration waited) {
    return path() + "/" + waited.toSeconds();
  }
}
