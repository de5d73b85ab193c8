package org.carersignpost.handoff;

import java.time.Instant;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Priority;

/// A conversation waiting for a staff member.
///
/// Opening one twice is harmless: the second call finds the first, keeps its time and can only
/// raise its priority.
///
/// @param conversation which conversation
/// @param priority how soon a person should look
/// @param openedAt when a person was first asked for, to the millisecond
/// @param reason why, as the dialogue put it: `asked`, `risk.suicide`, ...
public record Handoff(
    ConversationId conversation, Priority priority, Instant openedAt, String reason) {}
