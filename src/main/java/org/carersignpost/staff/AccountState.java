package org.carersignpost.staff;

/// Whether somebody can log in with an account.
public enum AccountState {
  /// There is no password yet.
  INVITED,
  ACTIVE,
  DISABLED
}
