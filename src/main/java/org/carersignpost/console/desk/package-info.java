/// What staff may see and do, each time with a line in the audit log; the only way from here to
/// conversations.
@NullMarked
package org.carersignpost.console.desk;

import org.jspecify.annotations.NullMarked;
