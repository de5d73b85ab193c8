/// Speaks with phones: turns what Twilio sends into inbound messages and words into TwiML.
///
/// Only this module knows Twilio. The simulator and the terminal are channels beside it.
@ApplicationModule(
    allowedDependencies = {
      "conversation",
      "dialogue",
      "dialogue :: call",
      "handoff",
      "knowledge",
      "outbox",
      "privacy",
      "staff"
    })
@NullMarked
package org.carersignpost.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
