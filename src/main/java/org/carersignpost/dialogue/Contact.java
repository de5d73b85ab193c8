package org.carersignpost.dialogue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// How to reach a service, in the words of a text.
final class Contact {
  private Contact() {}

  /// The best number with what must be known to use it; else the web address, the email, or that we
  /// have none.
  static String of(Signpost signpost, Moment moment) {
    LocalDateTime now = moment.circumstances().now();
    if (!signpost.numbers().isEmpty()) {
      return withNotes(signpost.numbers().getFirst(), now);
    }
    String address = signpost.url().or(signpost::email).orElse("no number yet, text PERSON");
    String opening = OpeningWords.of(signpost.opening(), now);
    return opening.isEmpty() ? address : address + " (" + opening + ")";
  }

  /// A number with its opening state: `0300 555 1386 (open until 5pm)`.
  static String withNotes(ContactNumber number, LocalDateTime now) {
    StringJoiner notes = new StringJoiner(", ", " (", ")");
    notes.setEmptyValue("");
    for (String note : notes(number, now)) {
      notes.add(note);
    }
    String way = number.kind() == ContactNumber.Kind.TEXT ? "text " : "";
    return way + number.number() + notes;
  }

  private static List<String> notes(ContactNumber number, LocalDateTime now) {
    List<String> notes = new ArrayList<>();
    if (number.charged()) {
      notes.add("charged");
    } else if (number.free()) {
      notes.add("free");
    }
    String opening = OpeningWords.of(number.opening(), now);
    if (!opening.isEmpty()) {
      notes.add(opening);
    }
    return notes;
  }
}
