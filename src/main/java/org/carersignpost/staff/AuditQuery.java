package org.carersignpost.staff;

import java.time.Instant;
import java.util.Optional;

/// What is looked for in the audit log; what is empty does not matter.
///
/// @param who an account name
/// @param about the id of a conversation, account or token
/// @param from the first moment
/// @param to the moment after the last
/// @param before only what stands before this cursor, to page on
public record AuditQuery(
    Optional<String> who,
    Optional<AuditAction> action,
    Optional<String> about,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> before) {

  /// Everything, newest first.
  public static AuditQuery all() {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean fits(AuditEntry entry) {
    return who.map(entry.who()::equals).orElse(true)
        && action.map(entry.action()::equals).orElse(true)
        && about.map(wanted -> entry.about().filter(wanted::equals).isPresent()).orElse(true)
        && from.map(first -> !entry.at().isBefore(first)).orElse(true)
        && to.map(end -> entry.at().isBefore(end)).orElse(true);
  }
}
