/// Decides what to say and do: the pure core.
///
/// [Dialogue#take] is a function of the conversation, the message, what it means, the circumstances
/// and the directory. Nothing here knows Spring, a clock, randomness, a log or the outside: the
/// same arguments always give the same turn.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.carersignpost.dialogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
