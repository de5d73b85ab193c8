package org.carersignpost.conversation;

import java.time.Instant;

/// A conversation that needs a person.
///
/// @param conversation what it is about, and who has it already if it is about danger
/// @param priority `normal`, `urgent` or `crisis`
/// @param since when a person was first asked for
/// @param reason why, as the dialogue put it: `asked`, `risk.suicide`, ...
public record Queued(
    ConversationSummary conversation, String priority, Instant since, String reason) {}
