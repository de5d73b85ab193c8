package org.carersignpost.conversation;

import java.util.Optional;
import java.util.function.Predicate;

/// Finds conversations by their words, topic and place.
///
/// It knows the newest conversations of the last 90 days, as many as fit. What it finds may be a
/// second behind the store, so whoever shows a conversation reads it anew and checks again who may
/// see it. It may be asked from many threads, also while the store is away.
public interface ConversationSearch {
  /// Nobody may ask for more conversations on a page.
  int MOST_A_PAGE = 100;

  /// Pages after these are empty: whoever has read so many asks more narrowly.
  int MOST_PAGES = 10;

  /// A page of the conversations that fit: the best first, and of equally good ones the newest.
  ///
  /// All words should be in a conversation; if there is none that has them all, those that have
  /// most of them are found.
  ///
  /// @param visible whether the asker may see conversations of a team, or those of none; whatever
  ///   they may not see is left out of the total too
  /// @param page from 0
  /// @param size how many to a page, 1 to [#MOST_A_PAGE]; what lies outside is brought inside
  Page<FoundConversation> find(
      ConversationQuery query, Predicate<Optional<String>> visible, int page, int size);

  /// Says that something of a conversation has changed, that it is new or that it is gone.
  ///
  /// It is read within a second, however often this is called meanwhile; while the store is away it
  /// is read later. An id that does not exist is harmless.
  void changed(String conversationId);

  /// Says that changes may have been missed, so that everything is read anew, a little at a time.
  void changesWereMissed();

  /// Whether all conversations have been read that can be found; until then older ones may be
  /// missing.
  boolean isComplete();
}
