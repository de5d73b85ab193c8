package org.carersignpost.understanding.risk;

import org.carersignpost.dialogue.Risk;

/// A danger and the words in which a rule found it.
///
/// @param risk the danger
/// @param pattern the pattern that matched
/// @param start where its words begin in the utterance, in characters
/// @param end where they end, exclusive
public record RiskFinding(Risk risk, String pattern, int start, int end) {}
