/// Reads `knowledge-base/` and refuses it, with every fault named, when something in it is wrong.
///
/// The records of this package are the files' own words; nothing of a file is lost on the way in.
@NullMarked
package org.carersignpost.knowledge.files;

import org.jspecify.annotations.NullMarked;
