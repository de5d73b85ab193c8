package org.carersignpost.channel;

import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;

/// Takes the turn for whatever came in on a channel.
///
/// It never waits long and answers the same message id with the same words.
@FunctionalInterface
public interface Turns {
  /// The words to send back; none is an intended silence.
  Answer take(Received received);
}
