package org.carersignpost.channel.voice;

/// What a caller can do.
public interface Caller {
  Caller says(String words, String confidence);

  Caller presses(String keys);

  Caller saysNothing();

  Caller leavesMessage(int seconds);

  Caller pressesWhileWaiting(String keys);

  Caller saysWhileWaiting(String words);

  /// Waiting for a person ends.
  ///
  /// @param result `bridged`, `leave`, `hangup`, ...
  Caller stopsWaiting(String result);

  Caller hangsUp();
}
