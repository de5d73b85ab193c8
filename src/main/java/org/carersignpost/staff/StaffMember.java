package org.carersignpost.staff;

import java.util.Optional;
import java.util.Set;

/// Somebody who may work in the console, or a program that acts for them.
///
/// @param name the account's name, as audit and ownership use it: small letters, digits, `.`, `-`
///   and `_`, or an email address
/// @param displayName as colleagues and carers may read it
/// @param role what they may do
/// @param organisation the id of their organisation; empty for those who answer for all of them
/// @param teams the ids of the teams they work in
public record StaffMember(
    String name, String displayName, Role role, Optional<String> organisation, Set<String> teams) {

  public StaffMember {
    teams = Set.copyOf(teams);
  }

  /// Somebody who answers for all organisations.
  public static StaffMember ofAll(String name, Role role) {
    return new StaffMember(name, name, role, Optional.empty(), Set.of());
  }

  /// Whether they have this role or one that includes it.
  public boolean is(Role wanted) {
    return role.compareTo(wanted) >= 0;
  }
}
