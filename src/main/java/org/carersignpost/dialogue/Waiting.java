package org.carersignpost.dialogue;

/// Puts a conversation among those that wait for a person.
final class Waiting {
  private Waiting() {}

  /// The conversation waiting, unless a staff member has it already; a higher priority than before
  /// is kept.
  static Conversation.Draft from(Moment moment, Priority priority) {
    return raised(moment.conversation().draft().noQuestion(), moment, priority);
  }

  /// The same for a conversation that a policy has changed already.
  static Conversation.Draft raised(Conversation.Draft next, Moment moment, Priority priority) {
    Conversation conversation = moment.conversation();
    next.priority(conversation.priority().or(priority));
    if (conversation.ownership() instanceof Ownership.Bot) {
      next.ownership(new Ownership.Waiting(moment.message().at()));
    }
    return next;
  }

  static boolean is(Conversation conversation) {
    return conversation.ownership() instanceof Ownership.Waiting;
  }
}
