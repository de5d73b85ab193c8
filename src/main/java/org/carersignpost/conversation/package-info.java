/// Takes the turn: load, understand, decide, save by compare-and-set, answer.
///
/// The save is one script on one slot of Redis; nothing that matters happens after it.
@ApplicationModule(
    allowedDependencies = {
      "dialogue",
      "dialogue :: call",
      "understanding",
      "knowledge",
      "handoff",
      "outbox",
      "privacy"
    })
@NullMarked
package org.carersignpost.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
