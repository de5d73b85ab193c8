/// The phone line: Twilio's calls as steps of a conversation, and words as TwiML for the ear.
@NullMarked
package org.carersignpost.channel.voice;

import org.jspecify.annotations.NullMarked;
