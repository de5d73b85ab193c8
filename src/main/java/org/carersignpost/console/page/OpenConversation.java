package org.carersignpost.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.console.Wait;
import org.carersignpost.conversation.ConversationView;

/// A conversation as its page shows it.
///
/// @param view what is known of it
/// @param who the carer, as far as we tell: `Mobile ending 123`
/// @param standing how it stands: `With you`
/// @param since since when it stands so
/// @param priorityWords how soon a person should look
/// @param why why a person is needed, if one is
/// @param waiting how long the carer has waited, if they wait
/// @param answerBy when it goes back to the queue unless the reader answers
/// @param facts what is known of the carer's situation
/// @param warnings what to heed before writing
/// @param dangers what was found in the carer's words, newest first
/// @param lines the newest lines
/// @param judged what was thought of the service's answers, by the ids of their lines
/// @param earlier whether there are more before them
/// @param may what the reader may do
/// @param call how the carer is on the phone just now
/// @param ring whether the reader can ring the carer
/// @param asksForNote whether the reader has talked with the carer and written no note since
record OpenConversation(
    ConversationView view,
    String who,
    String standing,
    Optional<Instant> since,
    String priorityWords,
    Optional<String> why,
    Optional<Wait> waiting,
    Optional<Instant> answerBy,
    List<Fact> facts,
    List<Warning> warnings,
    List<Heard> dangers,
    List<TimelineLine> lines,
    Map<String, String> judged,
    boolean earlier,
    May may,
    Optional<PhoneMark> call,
    Ring ring,
    boolean asksForNote) {

  OpenConversation {
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
    dangers = List.copyOf(dangers);
    lines = List.copyOf(lines);
    judged = Map.copyOf(judged);
  }

  /// Something that is known.
  record Fact(String name, String words) {}

  /// Something to heed.
  ///
  /// @param kind `danger` or `care`
  record Warning(String kind, String words) {}

  /// A danger and where it was heard.
  ///
  /// @param line the id of the line's element
  /// @param level `possible`, `urgent`, `crisis` or `emergency`
  /// @param levelWords the same for people
  /// @param about what it is about
  record Heard(String line, Instant at, String level, String levelWords, String about) {}

  /// What its reader may do.
  ///
  /// @param take it is nobody's
  /// @param takeOver it is a colleague's, and the reader is a supervisor
  /// @param write the reader has it, and the carer can be texted
  /// @param own the reader has it
  /// @param pass it is the reader's, or nobody's and waits
  /// @param judge the reader judges the service's answers
  record May(
      boolean take, boolean takeOver, boolean write, boolean own, boolean pass, boolean judge) {}

  /// Ringing the carer.
  ///
  /// @param hindrance why it cannot be done; empty if it can
  /// @param needsPhone whether it can once the reader says where calls ring them
  record Ring(String hindrance, boolean needsPhone) {
    public boolean isPossible() {
      return hindrance.isEmpty();
    }
  }

  /// What can be chosen in the forms.
  ///
  /// @param topics all topics by their ids
  /// @param recipients to whom it can be passed: groups of values and what they are called
  /// @param outcomes how it can end
  /// @param farewell what a carer is usually told when the service answers again
  /// @param draft what the reader has begun to write
  record Choices(
      Map<String, String> topics,
      Map<String, Map<String, String>> recipients,
      Map<String, String> outcomes,
      String farewell,
      String draft) {}
}
