package org.carersignpost.knowledge.feeds;

/// A feed of which nothing could be read; its state stays as it was.
public final class FeedUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message why, in plain words
  FeedUnreadableException(String message) {
    super(message);
  }
}
