package org.carersignpost.dialogue;

import java.util.Optional;

/// What is remembered of a carer's calls.
///
/// @param call the call that is going on
/// @param textsWelcome whether they want details of a call as a text; asked once
/// @param callBack the call back that they wait for
public record Calling(
    Optional<Call> call, Optional<Boolean> textsWelcome, Optional<CallBack> callBack) {

  /// Nobody has rung.
  public static final Calling NONE =
      new Calling(Optional.empty(), Optional.empty(), Optional.empty());

  public Calling call(Optional<Call> next) {
    return new Calling(next, textsWelcome, callBack);
  }

  public Calling textsWelcome(boolean next) {
    return new Calling(call, Optional.of(next), callBack);
  }

  public Calling callBack(Optional<CallBack> next) {
    return new Calling(call, textsWelcome, next);
  }
}
