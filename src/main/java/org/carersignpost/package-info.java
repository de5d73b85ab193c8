/// Carer Signpost: an unpaid carer says what is wrong and gets the right local service.
///
/// The modules follow the road of a message: channel, conversation, understanding, dialogue (which
/// asks knowledge), and back.
@NullMarked
package org.carersignpost;

import org.jspecify.annotations.NullMarked;
