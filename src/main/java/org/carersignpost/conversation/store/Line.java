package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.Optional;
import org.carersignpost.conversation.store.StoredMessage.Author;
import org.carersignpost.conversation.store.StoredMessage.Heard;
import org.carersignpost.conversation.store.StoredMessage.Written;
import org.carersignpost.dialogue.Channel;

/// A line that is to be appended; its place is known only when it is saved.
record Line(
    Instant at,
    Author from,
    String text,
    Channel channel,
    Optional<Heard> heard,
    Optional<Written> written) {

  StoredMessage as(long sequence) {
    return new StoredMessage(sequence, at, from, text, channel, heard, written);
  }
}
