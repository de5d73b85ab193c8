package org.carersignpost.dialogue;

import java.util.Locale;

/// How a conversation that staff close has ended.
public enum Outcome {
  /// The carer got what they needed.
  HELPED,
  /// A service was named to the carer.
  SIGNPOSTED,
  /// Staff passed the carer on to a service themselves.
  REFERRED,
  /// The carer did not write again.
  NO_ANSWER,
  /// It was not for us: a wrong number, nonsense, abuse.
  UNSUITABLE,
  /// It is about the same as another conversation, which goes on there.
  REPEAT;

  /// The name in the JSON contract: `no_answer`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
