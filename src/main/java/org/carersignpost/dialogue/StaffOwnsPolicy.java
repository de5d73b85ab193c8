package org.carersignpost.dialogue;

import java.util.Optional;

/// One writer at a time: while a staff member has the conversation, the dialogue only listens.
///
/// A caller is answered all the same: silence on a phone is nobody's turn.
final class StaffOwnsPolicy implements Policy {
  @Override
  public String name() {
    return "staff-owns";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    return !moment.isCall() && moment.conversation().ownership() instanceof Ownership.Staff
        ? Optional.of(Decision.silence(moment.conversation().draft()))
        : Optional.empty();
  }
}
