package org.carersignpost.console.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.carersignpost.console.Wait;
import org.carersignpost.conversation.FoundConversation;

/// One conversation in a list of the console.
///
/// @param priority `normal`, `urgent` or `crisis`
/// @param priorityWords the same for people
/// @param why why it waits, or how it stands
/// @param topics the names of what it is about, a few
/// @param waiting how long the carer has waited, if they wait
/// @param lastWrote when the carer last wrote
/// @param with who has it, as colleagues know them, where that is news
/// @param team the name of the team it belongs to, where that is news
/// @param callBack when the carer wants to be rung back, in words
/// @param call how the carer is on the phone just now
/// @param snippet what was said, if that was searched for
record ListRow(
    String id,
    String priority,
    String priorityWords,
    String why,
    List<String> topics,
    Optional<String> place,
    Optional<Wait> waiting,
    Instant lastWrote,
    Optional<String> with,
    Optional<String> team,
    Optional<String> callBack,
    Optional<PhoneMark> call,
    Optional<FoundConversation.Snippet> snippet) {

  public ListRow {
    topics = List.copyOf(topics);
  }
}
