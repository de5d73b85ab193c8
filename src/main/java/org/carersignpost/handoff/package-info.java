/// Keeps the conversations that wait for a person, most at risk first, and knows when a person will
/// be there.
@ApplicationModule(allowedDependencies = {"dialogue", "outbox", "privacy", "staff"})
@NullMarked
package org.carersignpost.handoff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
