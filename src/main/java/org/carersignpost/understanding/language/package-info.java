/// Tells whether a message is in another language than English, in which, and whether it names a
/// danger in that language.
@NullMarked
package org.carersignpost.understanding.language;

import org.jspecify.annotations.NullMarked;
