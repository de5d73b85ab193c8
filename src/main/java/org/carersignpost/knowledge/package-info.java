/// Knows the local services, guides, places and prompts, checks them when they are loaded, and
/// finds the right ones.
///
/// It reads `knowledge-base/` and answers the dialogue through `ServiceDirectory`.
@ApplicationModule(allowedDependencies = {"dialogue"})
@NullMarked
package org.carersignpost.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
