package org.carersignpost.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// A token by which a program comes in, without its secret.
///
/// @param id by which it is revoked, and under which the audit log has what the program did
/// @param name what it is for
/// @param role what the program may do
/// @param organisation the organisation it works for; empty for all
/// @param madeBy the account of whoever made it
/// @param ends when it stops working
/// @param lastUsed the day it was last used, if ever
public record ApiToken(
    String id,
    String name,
    Role role,
    Optional<String> organisation,
    String madeBy,
    Instant ends,
    Optional<LocalDate> lastUsed) {

  StaffMember holder() {
    return new StaffMember("token-" + id, name, role, organisation, Set.of());
  }

  ApiToken lastUsedOn(Optional<LocalDate> day) {
    return new ApiToken(id, name, role, organisation, madeBy, ends, day);
  }
}
