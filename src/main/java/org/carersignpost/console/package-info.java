/// Where staff see conversations: the pages and the JSON API under `/api/v1`, and the gate before
/// both.
@ApplicationModule(
    allowedDependencies = {
      "conversation",
      "dialogue",
      "knowledge",
      "handoff",
      "outbox",
      "privacy",
      "staff"
    })
@NullMarked
package org.carersignpost.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
