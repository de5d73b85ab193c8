package org.carersignpost.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Somebody's account, without its secrets.
///
/// @param name small letters, digits, `.`, `-` and `_`, or an email address; never changed
/// @param organisation the id of the organisation whose person it is
/// @param hasSecondFactor whether codes by app are set up
/// @param recoveryCodes how many are left
/// @param invitedUntil until when an invitation can be accepted, if one is open
/// @param lastLogin when they last logged in, if ever
/// @param rota when they work
/// @param phone where calls from carers are put through to them, in E.164 form
public record Account(
    String name,
    String displayName,
    Role role,
    String organisation,
    Set<String> teams,
    AccountState state,
    boolean hasSecondFactor,
    int recoveryCodes,
    Optional<Instant> invitedUntil,
    Optional<Instant> lastLogin,
    Rota rota,
    Optional<String> phone) {

  public Account {
    teams = Set.copyOf(teams);
  }

  /// Their phone for calls as people read it, empty if there is none.
  public String writtenPhone() {
    return phone.map(StaffPhone::new).map(StaffPhone::written).orElse("");
  }

  /// What they may do and see.
  public StaffMember member() {
    return new StaffMember(name, displayName, role, Optional.of(organisation), teams);
  }
}
