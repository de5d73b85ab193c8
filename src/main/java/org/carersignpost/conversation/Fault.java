package org.carersignpost.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.Turn;

/// What a carer gets when we ourselves fail: a fixed sentence that is right in every situation, and
/// a person.
final class Fault {
  /// It stands here and not with the other prompts, which may be what failed.
  static final String SENTENCE =
      "Sorry, something went wrong here. If someone is in danger call 999. If it is all too much,"
          + " call Samaritans on 116 123, free, day or night. We will ask a person to look at your"
          + " message.";

  static final Interpretation NOT_UNDERSTOOD =
      new Interpretation(
          List.of(), Intent.Talk.UNCLEAR, 0, List.of(), Slots.NONE, OptionalInt.empty(), false);

  private static final String REASON = "fault";
  private static final int FRAMES = 4;

  private Fault() {}

  /// The turn taken instead. Whether there was danger in the message may be unknown, so it is at
  /// least urgent.
  static Turn turn(Conversation before, InboundMessage message, Interpretation meaning) {
    Priority priority =
        meaning.risk().map(risk -> Priority.of(risk.level())).orElse(Priority.URGENT);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Handoff(priority, REASON));
    boolean optedOut = before.optedOut();
    switch (message.optOut().orElse(InboundMessage.OptOut.HELP)) {
      case STOP -> {
        effects.add(new Effect.OptOut());
        optedOut = true;
      }
      case START -> {
        effects.add(new Effect.OptIn());
        optedOut = false;
      }
      case HELP -> {}
    }
    boolean answeredAlready = message.optOut().isPresent();
    return new Turn(
        after(before, message, before.priority().or(priority), optedOut),
        answeredAlready ? List.of() : List.of(SENTENCE),
        effects,
        REASON);
  }

  /// A bug in words that hold nothing a carer said: exceptions like to quote what they choke on.
  static String described(Throwable bug) {
    String frames =
        Arrays.stream(bug.getStackTrace())
            .limit(FRAMES)
            .map(StackTraceElement::toString)
            .collect(Collectors.joining(", "));
    return bug.getClass().getName() + " at " + frames;
  }

  private static Conversation after(
      Conversation before, InboundMessage message, Priority priority, boolean optedOut) {
    Ownership ownership =
        switch (before.ownership()) {
          case Ownership.Bot _, Ownership.Closed _ -> new Ownership.Waiting(message.at());
          case Ownership.Waiting waiting -> waiting;
          case Ownership.Staff staff -> staff;
        };
    return before
        .draft()
        .ownership(ownership)
        .priority(priority)
        .optedOut(optedOut)
        .lastMessageAt(message.at())
        .done();
  }
}
