package org.carersignpost.staff;

import java.time.Duration;

/// Where somebody stands who logs in.
public sealed interface LoginStep {
  /// They are in.
  ///
  /// @param generation to be kept with the login, see [Accounts#loggedIn]
  record In(StaffMember member, long generation) implements LoginStep {}

  /// The password was right; a code is wanted.
  ///
  /// @param setUp false if codes by app must be set up first
  record CodeWanted(String name, long generation, boolean setUp) implements LoginStep {}

  /// The name and the password, or the code, do not fit; nobody is told which.
  record Wrong() implements LoginStep {}

  /// Too many tries; this one was not looked at.
  record Wait(Duration atLeast) implements LoginStep {}
}
