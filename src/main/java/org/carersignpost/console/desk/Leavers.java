package org.carersignpost.console.desk;

import java.util.Optional;
import org.carersignpost.conversation.StaffConversations;
import org.carersignpost.handoff.Changes;
import org.carersignpost.staff.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Whoever leaves keeps no carer waiting: what they have goes back to the queue, and their live
/// pages end.
///
/// Should the store be away at that moment, the time to answer runs out for what they have.
@Component
class Leavers {
  private static final Logger LOG = LoggerFactory.getLogger(Leavers.class);

  private final StaffConversations conversations;
  private final Changes changes;

  Leavers(Presence presence, StaffConversations conversations, Changes changes) {
    this.conversations = conversations;
    this.changes = changes;
    presence.onLeave(this::left);
  }

  private void left(String account) {
    changes.tell(new Changes.Change(Changes.Kind.ACCOUNT, account, Optional.empty()));
    try {
      int released = conversations.releaseAll(account);
      LOG.info("{} has left; {} conversations went back to the queue", account, released);
    } catch (DataAccessException e) {
      LOG.warn("What {} has cannot be released now: {}", account, e.getClass().getSimpleName());
    }
  }
}
