/// Texts: Twilio's form becomes an inbound message, and our words become TwiML.
@NullMarked
package org.carersignpost.channel.sms;

import org.jspecify.annotations.NullMarked;
