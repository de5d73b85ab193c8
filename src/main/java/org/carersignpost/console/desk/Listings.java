package org.carersignpost.console.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.carersignpost.staff.Audit;
import org.carersignpost.staff.AuditAction;
import org.carersignpost.staff.StaffMember;

/// Writes into the audit log that somebody looks at lists: once a minute for as long as they go on
/// looking, because an open list renews itself.
final class Listings {
  private static final Duration COUNTS_FOR = Duration.ofMinutes(1);
  private static final int MOST_REMEMBERED = 1_000;

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

  Listings(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  void write(StaffMember who) {
    Instant now = clock.instant();
    synchronized (written) {
      Instant last = written.get(who.name());
      if (last != null && Duration.between(last, now).abs().compareTo(COUNTS_FOR) < 0) {
        return;
      }
    }
    audit.write(who, AuditAction.LIST);
    synchronized (written) {
      written.put(who.name(), now);
    }
  }
}
