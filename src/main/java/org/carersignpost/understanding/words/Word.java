package org.carersignpost.understanding.words;

/// One word of an utterance.
///
/// @param text lower case, without apostrophes: `cant`
/// @param start where it begins in the utterance, in characters
/// @param end where it ends, exclusive
/// @param sentence the number of its sentence, from 0; `.`, `!`, `?` and `;` end one
/// @param clause the number of its clause, from 0; commas, line ends and sentence ends end one
/// @param capital whether it begins with a capital letter and is not written in capitals only
public record Word(String text, int start, int end, int sentence, int clause, boolean capital) {}
