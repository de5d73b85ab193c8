package org.carersignpost.conversation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.conversation.store.Given;
import org.carersignpost.conversation.store.TakenTurn;
import org.carersignpost.dialogue.MessageId;

/// What was answered while it could not be stored: the turns on disk, and their words at hand for
/// repeats.
final class Outage {
  /// Words of so many messages are at hand; a repeat of an older one is answered anew.
  private static final int MOST_ANSWERS = 10_000;

  private final Spool spool;
  private final Map<MessageId, Given> answers =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Given> eldest) {
          return size() > MOST_ANSWERS;
        }
      };

  /// Knows at once what a process before this one left in the spool.
  Outage(Spool spool) {
    this.spool = spool;
    spool.recover(taken -> answers.put(taken.message().id(), Given.of(taken.turn())));
  }

  /// The words of a message that was answered but is not stored yet.
  synchronized Optional<Given> answered(MessageId message) {
    return Optional.ofNullable(answers.get(message));
  }

  /// Keeps a turn beside the store. Of two turns for the same message the first counts.
  ///
  /// @return the words that count
  synchronized Answer keep(TakenTurn taken) {
    MessageId message = taken.message().id();
    Given before = answers.get(message);
    if (before != null) {
      return Answer.of(before, taken.conversation().value(), true, false);
    }
    // A turn that the spool will not take is answered all the same: silence would be worse.
    spool.append(taken);
    Given given = Given.of(taken.turn());
    answers.put(message, given);
    return Answer.of(given, taken.conversation().value(), false, false);
  }

  /// The turn is in the store now, which knows the words from here on.
  synchronized void forget(MessageId message) {
    answers.remove(message);
  }
}
