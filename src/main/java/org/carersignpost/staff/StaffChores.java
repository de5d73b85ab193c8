package org.carersignpost.staff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets, once an hour, what has been kept long enough: old entries of the audit log, tokens that
/// ran out, links that lead nowhere.
@Component
final class StaffChores {
  private static final Logger LOG = LoggerFactory.getLogger(StaffChores.class);

  private final Audit audit;
  private final ApiTokens tokens;
  private final Invitations invitations;

  StaffChores(Audit audit, ApiTokens tokens, Invitations invitations) {
    this.audit = audit;
    this.tokens = tokens;
    this.invitations = invitations;
  }

  @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
  void sweep() {
    try {
      audit.trim();
      tokens.sweep();
      invitations.sweep();
    } catch (DataAccessException e) {
      LOG.debug("The staff chores wait for Redis: {}", e.getClass().getSimpleName());
    }
  }
}
