package org.carersignpost.conversation.store;

import java.util.List;

/// What became of a save.
public sealed interface Saved {

  /// Everything is stored.
  record Done() implements Saved {}

  /// Nothing was stored: this message has been answered before.
  ///
  /// @param texts with these words; none once the answer's time is up
  record Known(List<String> texts) implements Saved {}

  /// Nothing was stored: another turn came first.
  ///
  /// @param now the conversation as it stands after that one
  record Lost(Loaded now) implements Saved {}
}
