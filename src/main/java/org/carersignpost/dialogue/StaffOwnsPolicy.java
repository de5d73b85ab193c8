package org.carersignpost.dialogue;

import java.util.Optional;

/// One writer at a time: while a staff member has the conversation, the dialogue only listens.
final class StaffOwnsPolicy implements Policy {
  @Override
  public String name() {
    return "staff-owns";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    return moment.conversation().ownership() instanceof Ownership.Staff
        ? Optional.of(Decision.silence(moment.conversation().draft()))
        : Optional.empty();
  }
}
