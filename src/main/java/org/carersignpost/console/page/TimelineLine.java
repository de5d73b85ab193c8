package org.carersignpost.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One line of a conversation, as the page shows it.
///
/// @param id of its element: `line-12`, or `day-2026-03-02` for the beginning of a day
/// @param kind `day`, `carer`, `bot`, `staff`, `note`, `event` or `voicemail`
/// @param by who said or did it, as colleagues know them
/// @param isMine whether that is the reader
/// @param text the words; of an event, what happened
/// @param spoken whether it came by voice
/// @param media pictures or sounds that came along
/// @param understood what we made of a carer's words
/// @param delivery what became of a text to the carer
/// @param recording the message by voice that was left, if this is one
record TimelineLine(
    String id,
    String kind,
    Instant at,
    String by,
    boolean isMine,
    String text,
    boolean spoken,
    int media,
    Optional<Understood> understood,
    Optional<Delivered> delivery,
    Optional<Recording> recording) {

  /// The same with a message by voice.
  TimelineLine with(Recording left) {
    return new TimelineLine(
        id, kind, at, by, isMine, text, spoken, media, understood, delivery, Optional.of(left));
  }

  /// A message by voice.
  ///
  /// @param isThere whether it can be heard
  record Recording(String id, boolean isThere) {}

  /// What we made of a carer's words.
  record Understood(
      String intent,
      int percent,
      List<String> topics,
      Optional<String> place,
      List<Danger> dangers,
      String answeredBy) {
    Understood {
      topics = List.copyOf(topics);
      dangers = List.copyOf(dangers);
    }
  }

  /// A danger in a message.
  ///
  /// @param level `possible`, `urgent`, `crisis` or `emergency`
  /// @param about what it is about
  /// @param rule the rule that found it
  record Danger(String level, String about, String rule) {
    /// The level for people.
    public String levelWords() {
      return level.equals("possible") ? "Perhaps" : PlainWords.capital(level);
    }
  }

  /// What became of a text.
  ///
  /// @param outgoing names the text, if it is one of the outbox
  /// @param state `queued`, `sent`, ...
  /// @param icon a sign for it
  /// @param words the same in words
  /// @param due when a later text will be sent
  /// @param problem what went wrong and what to do about it
  record Delivered(
      Optional<String> outgoing,
      String state,
      String icon,
      String words,
      Optional<Instant> due,
      Optional<String> problem) {
    /// Whether it can still be taken back.
    public boolean mayCancel() {
      return outgoing.isPresent() && state.equals("queued");
    }

    /// Whether sending it again would make sense.
    public boolean mayGoAgain() {
      return outgoing.isPresent() && isTrouble();
    }

    /// Whether it did not arrive, or may not have.
    public boolean isTrouble() {
      return switch (state) {
        case "undelivered", "failed", "unknown" -> true;
        default -> false;
      };
    }
  }
}
