package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a staff member does with a conversation.
///
/// @param by the staff member's account name; the service's own name for what it does by itself
/// @param at when
/// @param mayOverrule whether they may act on a conversation that somebody else has
/// @param kind what they do
public record StaffAction(String by, Instant at, boolean mayOverrule, Kind kind) {

  /// What can be done. Each of them is safe to do twice.
  public sealed interface Kind {}

  /// Takes it, to answer the carer.
  public record Claim() implements Kind {}

  /// Talks with the carer on the phone, and has the conversation from then on.
  ///
  /// @param isOutgoing whether they rang the carer; else they took the carer's call
  public record TalkByPhone(boolean isOutgoing) implements Kind {}

  /// Puts it back in the queue.
  public record Release() implements Kind {}

  /// Puts it back because the answer has not come in time.
  ///
  /// @param countedFrom from when the time counted; a claim that has been answered since stays
  public record Lapse(Instant countedFrom) implements Kind {}

  /// Answers the carer.
  ///
  /// @param text what is sent
  /// @param notBefore when it is to be sent; empty for now
  public record Reply(String text, Optional<Instant> notBefore) implements Kind {}

  /// Writes something down for colleagues; it is never sent.
  public record Note(String text) implements Kind {}

  /// Gives it to a colleague, whose it is from then on.
  ///
  /// @param name the colleague's account name
  /// @param team the team it belongs to from then on; empty for the same
  public record PassToPerson(String name, Optional<String> team) implements Kind {}

  /// Gives it to a team, where it waits.
  ///
  /// @param team the team's id
  public record PassToTeam(String team) implements Kind {}

  /// Lets the service answer again.
  ///
  /// @param line what the carer is told
  public record HandBack(String line) implements Kind {}

  /// Ends it.
  ///
  /// @param outcome how it ended
  /// @param topics what it was about; empty for what it was about before
  /// @param replyOwed whether an answer is still owed, so that the carer's next text comes back to
  ///   staff
  public record Close(Outcome outcome, List<String> topics, boolean replyOwed) implements Kind {
    public Close {
      topics = List.copyOf(topics);
    }
  }
}
