package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// What is remembered of a call that is going on.
///
/// @param id the network's id of the call
/// @param asked what was asked last; it says what a key means
/// @param choices what the keys 1, 2, ... stand for where a list was read out: groups, topics or
///   places by name
/// @param words what was said last before the question, to be said again
/// @param pending what was half understood and waits for a yes
/// @param troubles silences and misunderstandings in a row
/// @param pace how long the caller is waited for
/// @param isUpset whether anything they said carried distress
public record Call(
    String id,
    Asked asked,
    List<String> choices,
    List<String> words,
    Optional<Pending> pending,
    int troubles,
    Pace pace,
    boolean isUpset) {

  public Call {
    choices = List.copyOf(choices);
    words = List.copyOf(words);
  }

  /// A call in which nothing has been said.
  public static Call begin(String id) {
    return new Call(
        id, Asked.NEED, List.of(), List.of(), Optional.empty(), 0, Pace.ORDINARY, false);
  }

  public Call asking(Asked next, List<String> itsChoices) {
    return new Call(id, next, itsChoices, words, pending, troubles, pace, isUpset);
  }

  public Call saying(List<String> next) {
    return new Call(id, asked, choices, next, pending, troubles, pace, isUpset);
  }

  public Call pending(Optional<Pending> next) {
    return new Call(id, asked, choices, words, next, troubles, pace, isUpset);
  }

  public Call upset() {
    return new Call(id, asked, choices, words, pending, troubles, pace, true);
  }

  public Call troubles(int next) {
    return new Call(id, asked, choices, words, pending, next, pace, isUpset);
  }

  public Call pace(Pace next) {
    return new Call(id, asked, choices, words, pending, troubles, next, isUpset);
  }

  /// What was asked last.
  public enum Asked {
    /// What do you need?
    NEED,
    /// What else do you need?
    MORE,
    /// What to do with the service that was read out.
    SERVICE,
    /// The postcode, on the keypad.
    POSTCODE,
    /// Which of some places?
    WHICH_PLACE,
    /// Which group of topics?
    GROUP,
    /// Which topic of a group?
    TOPIC,
    /// Did you say that?
    CONFIRM,
    /// May we text you?
    TEXT_CONSENT,
    /// Nothing: the caller waits for a person.
    HOLD,
    /// Nobody came: be rung back, leave a message, or go on?
    UNREACHED,
    /// When is a good time to ring you back?
    CALL_BACK_TIME,
    /// A message after the tone.
    MESSAGE
  }

  /// How long a caller is waited for.
  public enum Pace {
    ORDINARY,
    /// For whoever asks for more time.
    SLOW,
    /// For calls that somebody or something types along, such as Relay UK: silence is ordinary
    /// there.
    RELAY
  }

  /// Words that may have been misheard.
  ///
  /// @param utterance at most 320 characters
  /// @param meaning what they mean if they were heard right
  public record Pending(String utterance, Interpretation meaning) {
    private static final int MOST_CHARACTERS = 320;

    public Pending {
      utterance = utterance.substring(0, Math.min(utterance.length(), MOST_CHARACTERS));
    }
  }
}
