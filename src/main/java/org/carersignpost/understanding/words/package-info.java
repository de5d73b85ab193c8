/// Cuts an utterance into words that know where they stood, for risk rules, slots and commands.
@NullMarked
package org.carersignpost.understanding.words;

import org.jspecify.annotations.NullMarked;
