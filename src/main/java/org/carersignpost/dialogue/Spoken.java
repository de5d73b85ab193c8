package org.carersignpost.dialogue;

import java.util.List;

/// What a caller hears next, and what the phone does after that.
///
/// The words are written as people read them: numbers in their usual groups, names as they are
/// spelt. How they are pronounced is the channel's business.
///
/// @param firm said to the end whatever the caller does: what keeps people safe
/// @param words said next; the caller may interrupt
/// @param question said last; it is about the call and not kept with the conversation
/// @param then what comes after the words
public record Spoken(List<String> firm, List<String> words, List<String> question, Then then) {

  public Spoken {
    firm = List.copyOf(firm);
    words = List.copyOf(words);
    question = List.copyOf(question);
  }

  /// What the phone does after the words.
  public sealed interface Then {
    /// Listens for words and keys. Silence brings the next step, too.
    ///
    /// @param keys which keys are waited for
    /// @param pace for how long
    record Listen(Keys keys, Call.Pace pace) implements Then {}

    /// Lets the caller wait for a person.
    ///
    /// @param team the id of the team that is rung
    /// @param priority how soon somebody must come
    /// @param instead what the caller may choose instead of waiting
    record Hold(String team, Priority priority, Instead instead) implements Then {}

    /// Leaves the queue; what comes then is decided by the step that follows.
    record Leave() implements Then {}

    /// Records a message after a tone.
    record TakeMessage() implements Then {}

    /// Ends the call.
    record HangUp() implements Then {}
  }

  /// What a caller may choose instead of waiting for a person.
  public enum Instead {
    /// Nothing: the number is hidden.
    NOTHING,
    /// To be rung back.
    CALL_BACK,
    /// To be rung back, or to go on by text.
    CALL_BACK_OR_TEXT
  }

  /// Which keys are waited for.
  public enum Keys {
    /// One key.
    ONE,
    /// Several, ended by `#` or by a pause.
    SEVERAL
  }
}
