/// Keeps what must be sent and what became of it: each text is written together with the turn that
/// wants it, sent once, and never lost without staff seeing it.
@ApplicationModule(allowedDependencies = {"privacy"})
@NullMarked
package org.carersignpost.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
