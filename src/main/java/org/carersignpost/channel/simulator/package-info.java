/// A phone in the browser for demonstrations, and the clock that it can move on.
///
/// Its texts travel through the very same signed webhook as real ones.
@NullMarked
package org.carersignpost.channel.simulator;

import org.jspecify.annotations.NullMarked;
