/// Seals what carers say, hides who they are behind pseudonyms, and says how long each kind of
/// thing is kept.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.carersignpost.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
