package org.carersignpost.conversation.search;

/// How much an index may hold; the oldest conversations drop out of one that is full.
///
/// @param conversations at most so many
/// @param bytes at most so much text in all of them
public record Room(int conversations, long bytes) {
  /// Lucene makes a little more of text than it has, with 1 kB for each conversation, so this and
  /// 20,000 conversations take some 50 MB: room enough beside everything else in a heap of 256 MB.
  private static final long MOST_BYTES = 32L << 20;

  /// Room for so many conversations, and for as much text as a small heap allows.
  public static Room of(int conversations) {
    return new Room(conversations, MOST_BYTES);
  }

  /// @throws IllegalArgumentException if there is no room at all
  public Room {
    if (conversations < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "A search needs room for a conversation, not "
              + conversations
              + " of "
              + bytes
              + " bytes");
    }
  }
}
