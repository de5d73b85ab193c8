package org.carersignpost.dialogue;

import java.time.LocalDateTime;

/// All that the outside adds to a decision: one snapshot, taken once a turn.
///
/// @param now local time
/// @param teamName the id of the team of people that fits this conversation
/// @param team whether a person of that team is at work, and else when one will be
/// @param hasMemory false while conversations cannot be stored, so that nothing is promised which
///   must be remembered
/// @param phones whether somebody can be rung; looked at only while somebody calls
/// @param knowledgeVersion names the state of the knowledge base that answered
public record Circumstances(
    LocalDateTime now,
    String teamName,
    OpeningState team,
    boolean hasMemory,
    Phones phones,
    String knowledgeVersion) {}
