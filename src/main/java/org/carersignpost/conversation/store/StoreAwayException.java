package org.carersignpost.conversation.store;

import org.springframework.dao.TransientDataAccessResourceException;

/// The store does not answer, or refuses. It is not the caller's fault, and the same call may work
/// a little later.
///
/// Whether a save that ends like this was carried out is not known; saving the same message again
/// is harmless.
public final class StoreAwayException extends TransientDataAccessResourceException {
  private static final long serialVersionUID = 1L;

  public StoreAwayException(String what, Throwable cause) {
    super(what, cause);
  }

  /// The kind of failure, without anything a carer said.
  public String reason() {
    Throwable cause = getMostSpecificCause();
    return cause.getClass().getSimpleName();
  }
}
