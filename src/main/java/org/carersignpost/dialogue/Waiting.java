package org.carersignpost.dialogue;

/// Puts a conversation among those that wait for a person.
final class Waiting {
  private Waiting() {}

  /// The conversation waiting, unless a staff member has it already; a higher priority than before
  /// is kept.
  static Conversation.Draft from(Moment moment, Priority priority) {
    Conversation conversation = moment.conversation();
    Conversation.Draft next =
        conversation.draft().priority(conversation.priority().or(priority)).noQuestion();
    return conversation.ownership() instanceof Ownership.Bot
        ? next.ownership(new Ownership.Waiting(moment.message().at()))
        : next;
  }

  static boolean is(Conversation conversation) {
    return conversation.ownership() instanceof Ownership.Waiting;
  }
}
