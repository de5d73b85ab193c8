package org.carersignpost.staff;

import java.security.Principal;
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
    String name, String displayName, Role role, Optional<String> organisation, Set<String> teams)
    implements Principal {

  public StaffMember {
    teams = Set.copyOf(teams);
  }

  /// Somebody who answers for all organisations.
  public static StaffMember ofAll(String name, Role role) {
    return new StaffMember(name, name, role, Optional.empty(), Set.of());
  }

  /// The account's name, as the security of the pages asks for it.
  @Override
  public String getName() {
    return name;
  }

  /// Whether they have this role or one that includes it.
  public boolean is(Role wanted) {
    return role.compareTo(wanted) >= 0;
  }
}
