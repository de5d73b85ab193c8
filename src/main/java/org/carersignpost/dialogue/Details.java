package org.carersignpost.dialogue;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All that a text can hold about one service, most useful first.
final class Details {
  private static final int MOST_SEPTETS = 2 * Gsm7.JOINED;
  static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

  private Details() {}

  static String of(Signpost signpost, Moment moment) {
    String close = moment.prompts().text(Prompt.DETAILS_CLOSE);
    StringBuilder text = new StringBuilder(signpost.name() + ": " + signpost.offer() + ".");
    for (String part : parts(signpost, moment)) {
      if (Gsm7.septets(Gsm7.plain(text + "\n" + part + "\n" + close)) <= MOST_SEPTETS) {
        text.append('\n').append(part);
      }
    }
    return text.append('\n').append(close).toString();
  }

  private static List<String> parts(Signpost signpost, Moment moment) {
    List<String> parts = new ArrayList<>();
    if (signpost.numbers().isEmpty()) {
      parts.add(Contact.of(signpost, moment));
    }
    for (ContactNumber number : signpost.numbers()) {
      String label = number.label().isEmpty() ? "" : number.label() + ": ";
      parts.add(label + Contact.withNotes(number, moment.circumstances().now()));
    }
    if (!signpost.numbers().isEmpty()) {
      signpost.url().ifPresent(parts::add);
    }
    signpost.eligibility().ifPresent(parts::add);
    signpost.cost().map(cost -> "Cost: " + cost).ifPresent(parts::add);
    signpost.email().ifPresent(parts::add);
    parts.add(
        signpost
            .assured()
            .map(date ->
                moment.prompts().text(Prompt.DETAILS_CHECKED, Map.of("date", MONTH.format(date))))
            .orElseGet(() -> moment.prompts().text(Prompt.DETAILS_UNCHECKED)));
    return parts;
  }
}
