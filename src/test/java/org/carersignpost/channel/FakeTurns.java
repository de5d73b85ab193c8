package org.carersignpost.channel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.carersignpost.conversation.Answer;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.MessageId;
import org.carersignpost.dialogue.Spoken;

/// Turns that a test writes itself; what was taken can be looked at, and a repeat gets the same
/// words.
public final class FakeTurns implements Turns {
  private final List<Received> taken = new ArrayList<>();
  private final Map<MessageId, List<String>> answered = new HashMap<>();
  private Function<Received, List<String>> words = received -> List.of("Hello.");
  private Optional<Spoken> spoken = Optional.empty();

  /// Forgets everything and answers from now on with these texts.
  public synchronized void answer(String... texts) {
    answer(received -> List.of(texts));
  }

  public synchronized void answer(Function<Received, List<String>> words) {
    this.words = words;
    spoken = Optional.empty();
    taken.clear();
    answered.clear();
  }

  /// Forgets everything and answers calls from now on like this.
  public synchronized void speak(Spoken answer) {
    answer(received -> answer.words());
    spoken = Optional.of(answer);
  }

  public synchronized List<Received> taken() {
    return List.copyOf(taken);
  }

  /// The one message that was taken.
  public Received only() {
    if (taken().size() != 1) {
      throw new AssertionError("one message expected, but there are " + taken().size());
    }
    return taken().getFirst();
  }

  @Override
  public synchronized Answer take(Received received) {
    taken.add(received);
    boolean repeated = answered.containsKey(received.id());
    List<String> texts = answered.computeIfAbsent(received.id(), _ -> words.apply(received));
    return new Answer(texts, repeated, true, Optional.empty(), spoken);
  }
}
