package org.carersignpost.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.dialogue.Turn;

/// Understands a few words and answers with what it heard and how many messages it remembers.
///
/// The count is kept as the conversation's misses: whoever loses an update loses a number.
final class FakeDialogue implements Mind.Interpreter, Mind.Decider {
  final AtomicInteger interpreted = new AtomicInteger();
  final ConcurrentLinkedQueue<Conversation> before = new ConcurrentLinkedQueue<>();
  Optional<Conversation> next = Optional.empty();
  Runnable whileDeciding = () -> {};

  @Override
  public Interpretation interpret(String utterance, Conversation conversation) {
    interpreted.incrementAndGet();
    if (utterance.contains("gibberish")) {
      throw new IllegalStateException("cannot read " + utterance);
    }
    List<Risk> risks =
        utterance.contains("danger")
            ? List.of(new Risk(Risk.Level.CRISIS, "suicide", "suicide-1"))
            : List.of();
    return new Interpretation(
        risks,
        new Intent.Find("breaks-respite"),
        0.75,
        List.of(new TopicScore("breaks-respite", 0.75)),
        Slots.NONE,
        OptionalInt.empty(),
        false);
  }

  @Override
  public Turn take(
      Conversation conversation,
      InboundMessage message,
      Interpretation meaning,
      Circumstances circumstances,
      ServiceDirectory directory) {
    before.add(conversation);
    whileDeciding.run();
    String said = message.utterance();
    if (said.contains("bug")) {
      throw new IllegalStateException("cannot decide " + said);
    }
    List<Effect> effects = new ArrayList<>();
    Ownership ownership = conversation.ownership();
    boolean asks = said.contains("person") || !meaning.risks().isEmpty();
    if (asks) {
      Priority priority =
          meaning.risk().map(risk -> Priority.of(risk.level())).orElse(Priority.NORMAL);
      effects.add(new Effect.Handoff(priority, meaning.risk().map(Risk::kind).orElse("asked")));
      ownership = new Ownership.Waiting(message.at());
    }
    if (said.contains("never mind")) {
      ownership = new Ownership.Bot();
    }
    boolean optedOut = conversation.optedOut();
    if (said.contains("stop")) {
      effects.add(new Effect.OptOut());
      optedOut = true;
    }
    if (said.contains("go on")) {
      effects.add(new Effect.OptIn());
      optedOut = false;
    }
    Priority least = said.contains("crisis") ? Priority.CRISIS : Priority.URGENT;
    int count = conversation.misses() + 1;
    String remembered = circumstances.hasMemory() ? "" : ", unremembered";
    String text = "Heard " + said + ", number " + count + remembered;
    Conversation after =
        next.orElse(
            conversation
                .draft()
                .ownership(ownership)
                .priority(asks ? conversation.priority().or(least) : conversation.priority())
                .topics(List.of("breaks-respite"))
                .misses(count)
                .noticeGiven()
                .optedOut(optedOut)
                .lastTexts(List.of(text))
                .lastMessageAt(message.at())
                .done());
    return new Turn(
        after, message.optOut().isPresent() ? List.of() : List.of(text), effects, "fake");
  }
}
