/// Finds out what a carer means: risk first, then language, intent, topics and slots.
///
/// On the road it stands between the conversation, which hands over the words, and the dialogue,
/// which decides.
@ApplicationModule(allowedDependencies = {"dialogue"})
@NullMarked
package org.carersignpost.understanding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
