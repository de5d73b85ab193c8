/// What every webhook of Twilio has in common: the signature, the limits, and who is behind a
/// number.
@NullMarked
package org.carersignpost.channel.twilio;

import org.jspecify.annotations.NullMarked;
