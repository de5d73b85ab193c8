package org.carersignpost.conversation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.StoredMessage.Author;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.outbox.OutgoingText;

/// What a carer's turn writes.
final class CarerChange {
  private CarerChange() {}

  /// @param before who owned the conversation
  /// @param alert the text to the duty phone, should this be a crisis
  static Change of(TakenTurn taken, Ownership before, Optional<OutgoingText> alert) {
    InboundMessage message = taken.message();
    return new Change(
        message.id(),
        message.at(),
        taken.turn().next(),
        taken.number(),
        true,
        taken.turn().texts(),
        lines(taken),
        Waiting.of(taken, before),
        optOut(taken),
        List.of(),
        counted(taken, before),
        isCrisis(taken)
            ? alert.<Change.Alarm>map(Change.Alarm.Raise::new).orElseGet(Change.Alarm.Leave::new)
            : new Change.Alarm.Leave());
  }

  static boolean isCrisis(TakenTurn taken) {
    return taken.turn().effects().stream()
        .anyMatch(effect ->
            effect instanceof Effect.Handoff(var priority, _) && priority == Priority.CRISIS);
  }

  private static List<String> counted(TakenTurn taken, Ownership before) {
    boolean asks =
        taken.turn().next().ownership() instanceof Ownership.Waiting
            && !(before instanceof Ownership.Waiting);
    return asks ? List.of(DayFigures.ASKED) : List.of();
  }

  private static List<Line> lines(TakenTurn taken) {
    InboundMessage said = taken.message();
    StoredMessage.Heard heard =
        new StoredMessage.Heard(
            said.id(),
            said.from(),
            said.mediaCount(),
            said.optOut(),
            taken.meaning(),
            taken.turn().decidedBy());
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            said.at(),
            Author.CARER,
            said.utterance(),
            said.channel(),
            Optional.of(heard),
            Optional.empty()));
    for (String text : taken.turn().texts()) {
      lines.add(
          new Line(
              said.at(), Author.BOT, text, said.channel(), Optional.empty(), Optional.empty()));
    }
    return lines;
  }

  /// A withheld number cannot be written to, so there is nothing to register.
  private static Change.OptOut optOut(TakenTurn taken) {
    Change.OptOut last = Change.OptOut.LEAVE;
    for (Effect effect : taken.turn().effects()) {
      last =
          switch (effect) {
            case Effect.OptOut() ->
                taken.number().isPresent() ? Change.OptOut.OUT : Change.OptOut.LEAVE;
            case Effect.OptIn() -> Change.OptOut.IN;
            case Effect.Handoff _ -> last;
          };
    }
    return last;
  }
}
