/// Decides each step of a call: what a caller hears and what the phone does next.
///
/// [CallFlow] is a pure function over the same dialogue that answers texts. It adds what only a
/// phone needs: keys, silence, mishearing, hearing again, a person on the line.
@NamedInterface("call")
@NullMarked
package org.carersignpost.dialogue.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
