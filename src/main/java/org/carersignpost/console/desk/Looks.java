package org.carersignpost.console.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carersignpost.conversation.ConversationSummary;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.StaffMember;

/// Writes into the audit log that somebody looks: at once, and then once a minute for as long as
/// they go on looking, because open pages renew themselves.
final class Looks {
  private static final Duration COUNTS_FOR = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 5_000;

  private final Audit audit;
  private final Clock clock;

  private final Map<String, Instant> written =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  Looks(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /// At lists.
  ///
  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  void atLists(StaffMember who) {
    write(who.name(), () -> audit.write(who, AuditAction.LIST));
  }

  /// At a conversation.
  ///
  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  void at(StaffMember who, ConversationSummary conversation) {
    String id = conversation.id();
    write(who.name() + " " + id, () -> audit.write(who, AuditAction.READ, id, conversation.team()));
  }

  private void write(String look, Runnable writing) {
    Instant now = clock.instant();
    synchronized (written) {
      Instant last = written.get(look);
      if (last != null && Duration.between(last, now).abs().compareTo(COUNTS_FOR) < 0) {
        return;
      }
    }
    writing.run();
    synchronized (written) {
      written.remove(look);
      written.put(look, now);
    }
  }
}
