package org.carersignpost.staff;

import java.util.Set;

/// Somebody to be invited.
///
/// @param name the account's name: an email address, or small letters, digits, `.`, `-` and `_`
/// @param displayName as colleagues and carers may read it
/// @param organisation the id of an organisation
/// @param teams ids of teams of that organisation
public record NewPerson(
    String name, String displayName, Role role, String organisation, Set<String> teams) {
  public NewPerson {
    teams = Set.copyOf(teams);
  }
}
