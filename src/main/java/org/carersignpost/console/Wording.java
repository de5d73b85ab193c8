package org.carersignpost.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.carersignpost.dialogue.Outcome;
import org.carersignpost.handoff.Lookers;
import org.carersignpost.outbox.OutgoingText;
import org.jspecify.annotations.Nullable;

/// Checks what staff and programs send, and says in words what is wrong with it.
public final class Wording {
  private static final int MOST_OF_A_NOTE = 4_000;
  private static final int MOST_OF_A_DRAFT = 4_000;
  private static final Duration FURTHEST = Duration.ofDays(30);

  private Wording() {}

  /// Words for a carer.
  ///
  /// @throws org.springframework.web.ErrorResponseException 400 if they cannot be sent
  public static String toCarer(@Nullable String text) {
    return within(text, OutgoingText.MOST_CHARACTERS, "A text");
  }

  /// Words for colleagues.
  ///
  /// @throws org.springframework.web.ErrorResponseException 400 if there are none, or too many
  public static String toColleagues(@Nullable String text) {
    return within(text, MOST_OF_A_NOTE, "A note");
  }

  /// Half-written words; nothing is refused but what is far too long.
  public static String draft(@Nullable String text) {
    String words = text == null ? "" : text;
    return words.substring(0, Math.min(words.length(), MOST_OF_A_DRAFT));
  }

  /// When to send; a moment that has passed is now.
  ///
  /// @throws org.springframework.web.ErrorResponseException 400 if it is too far away
  public static Optional<Instant> later(@Nullable Instant notBefore, Instant now) {
    if (notBefore == null || !notBefore.isAfter(now)) {
      return Optional.empty();
    }
    if (notBefore.isAfter(now.plus(FURTHEST))) {
      throw Problems.badRequest("A text can be sent at most 30 days from now.");
    }
    return Optional.of(notBefore);
  }

  /// @throws org.springframework.web.ErrorResponseException 400 if there is no such outcome
  public static Outcome outcome(String id) {
    for (Outcome outcome : Outcome.values()) {
      if (outcome.id().equals(id)) {
        return outcome;
      }
    }
    throw Problems.badRequest(
        "outcome is one of helped, signposted, referred, no_answer, unsuitable and repeat.");
  }

  /// @throws org.springframework.web.ErrorResponseException 400 if it is none of them
  public static Lookers.Doing doing(@Nullable String what) {
    for (Lookers.Doing doing : Lookers.Doing.values()) {
      if (doing.name().equalsIgnoreCase(what)) {
        return doing;
      }
    }
    throw Problems.badRequest("doing is looking, writing or gone.");
  }

  private static String within(@Nullable String text, int most, String what) {
    String words = text == null ? "" : text.strip();
    if (words.isEmpty()) {
      throw Problems.badRequest(what + " needs words.");
    }
    if (words.length() > most) {
      throw Problems.badRequest(
          "%s has at most %,d characters, this one has %,d.".formatted(what, most, words.length()));
    }
    return words;
  }
}
