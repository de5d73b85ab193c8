/// Phones in the browser for demonstrations, a carer's and those of staff, and the clock that can
/// be moved on.
///
/// Their texts and calls travel through the very same signed webhooks as real ones.
@NullMarked
package org.carersignpost.channel.simulator;

import org.jspecify.annotations.NullMarked;
