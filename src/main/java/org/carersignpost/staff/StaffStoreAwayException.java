package org.carersignpost.staff;

import org.springframework.dao.TransientDataAccessResourceException;

/// Accounts or the audit log cannot be reached. It is not the caller's fault, and the same call may
/// work a little later.
public final class StaffStoreAwayException extends TransientDataAccessResourceException {
  private static final long serialVersionUID = 1L;

  StaffStoreAwayException(String what, Throwable cause) {
    super(what, cause);
  }
}
