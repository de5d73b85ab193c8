package org.carersignpost.dialogue;

import java.time.LocalDateTime;
import java.util.Optional;

/// One service in the words of a text, for staff who tell a carer of it themselves.
public final class ServiceLine {
  private ServiceLine() {}

  /// Name, what it does and how to reach it: `Carers' centre: advice by phone. 0300 555 1386 (open
  /// until 5pm)`.
  public static String of(Signpost signpost, LocalDateTime now) {
    String line = signpost.name() + ": " + signpost.offer() + ".";
    Optional<String> contact =
        signpost.numbers().isEmpty()
            ? signpost.url().or(signpost::email)
            : Optional.of(Contact.withNotes(signpost.numbers().getFirst(), now));
    return contact.map(way -> line + " " + way).orElse(line);
  }

  /// `open until 5pm`, `opens Mon 9am`, `24 hours`; empty when nothing is known.
  public static String opening(Signpost signpost, LocalDateTime now) {
    return OpeningWords.of(signpost.opening(), now);
  }
}
