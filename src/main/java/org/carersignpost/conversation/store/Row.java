package org.carersignpost.conversation.store;

import java.util.Optional;

/// What of a conversation stands in clear.
///
/// @param id the pseudonym that names it
/// @param lastAt when the carer last wrote, in milliseconds
/// @param team the team it belongs to; empty while it has needed none
/// @param owner the staff member who has it
public record Row(String id, long lastAt, Optional<String> team, Optional<String> owner) {}
