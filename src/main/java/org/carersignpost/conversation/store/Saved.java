package org.carersignpost.conversation.store;

/// What became of a save.
public sealed interface Saved {

  /// Everything is stored.
  record Done() implements Saved {}

  /// Nothing was stored: this message has been answered before.
  ///
  /// @param given with these words; none once the answer's time is up
  record Known(Given given) implements Saved {}

  /// Nothing was stored: another turn came first.
  ///
  /// @param now the conversation as it stands after that one
  record Lost(Loaded now) implements Saved {}
}
