package org.carersignpost.conversation;

import java.util.Optional;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.StoreAwayException;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.handoff.Changes;
import org.carersignpost.outbox.Outbox;

/// Tells everybody that a conversation has changed, and the outbox that there is something to send.
final class Announcements implements ConversationStore.SavedListener {
  private final Changes changes;
  private final Outbox outbox;

  Announcements(Changes changes, Outbox outbox) {
    this.changes = changes;
    this.outbox = outbox;
  }

  /// The team that has lost a conversation is told as well as the one that has it now.
  @Override
  public void saved(Conversation before, Conversation next, boolean isSending) {
    Optional<String> now = next.routing().map(Conversation.Routing::team);
    Optional<String> then = before.routing().map(Conversation.Routing::team);
    changes.tell(changed(next.id().value(), now));
    if (!then.equals(now)) {
      changes.tell(changed(next.id().value(), then));
    }
    if (isSending) {
      outbox.wake();
    }
  }

  /// Tells that something became of a text. While the store is away nobody could look anyway.
  static void ofText(String conversation, StoredConversations stored, Changes changes) {
    try {
      changes.tell(changed(conversation, stored.teamOf(conversation)));
    } catch (StoreAwayException e) {
      return;
    }
  }

  private static Changes.Change changed(String conversation, Optional<String> team) {
    return new Changes.Change(Changes.Kind.CONVERSATION, conversation, team);
  }
}
