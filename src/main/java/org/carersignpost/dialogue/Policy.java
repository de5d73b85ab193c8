package org.carersignpost.dialogue;

import java.util.Optional;

/// One rule of conduct. The dialogue asks its policies in order; the first that decides is obeyed.
interface Policy {

  /// Its name, for staff and editors.
  String name();

  /// What to do in this moment; empty when it is none of this policy's business.
  Optional<Decision> decide(Moment moment);
}
