package org.carersignpost.staff;

import java.time.Instant;
import java.util.Optional;

/// One line of the audit log: ids only, never a carer's words, name or number.
///
/// @param cursor where it stands in the log; later entries have greater ones
/// @param at when, by the service's clock
/// @param who the account name of whoever did it, or `unknown`
/// @param organisation whose people they belong to; empty for those of all organisations
/// @param about the conversation, account or token it was done to, if any
/// @param team the team of that conversation, if it has one
public record AuditEntry(
    String cursor,
    Instant at,
    String who,
    Optional<String> organisation,
    AuditAction action,
    Optional<String> about,
    Optional<String> team) {}
