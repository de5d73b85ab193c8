package org.carersignpost.dialogue;

import java.time.LocalDateTime;

/// All that the outside adds to a decision: one snapshot, taken once a turn.
///
/// @param now local time
/// @param team whether a person of the carers' team is at work, and else when one will be
/// @param hasMemory false while conversations cannot be stored, so that nothing is promised which
///   must be remembered
/// @param knowledgeVersion names the state of the knowledge base that answered
public record Circumstances(
    LocalDateTime now, OpeningState team, boolean hasMemory, String knowledgeVersion) {}
