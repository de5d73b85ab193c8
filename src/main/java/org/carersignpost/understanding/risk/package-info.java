/// Finds danger in an utterance with rules that people wrote and people can read.
///
/// A rule file of `knowledge-base/risk/` holds patterns, exceptions, examples that must fire and
/// traps that must not. [RiskRules] compiles them to Lucene intervals and matches them on a small
/// index of the one message. [RiskModel] is a second net: it learns from the lines of `*.txt` files
/// beside the rules and finds what is like them.
@NullMarked
package org.carersignpost.understanding.risk;

import org.jspecify.annotations.NullMarked;
