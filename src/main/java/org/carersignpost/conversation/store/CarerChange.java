package org.carersignpost.conversation.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.StoredMessage.Author;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Turn;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.outbox.Purpose;

/// What a carer's turn writes.
final class CarerChange {
  /// In whose name the service itself acts.
  private static final String SERVICE = "service";

  private CarerChange() {}

  /// @param before who owned the conversation
  /// @param alert the text to the duty phone, should this be a crisis
  static Change of(TakenTurn taken, Ownership before, Optional<OutgoingText> alert) {
    InboundMessage message = taken.message();
    List<OutgoingText> outgoing = outgoing(taken);
    return new Change(
        message.id(),
        message.at(),
        taken.turn().next(),
        taken.number(),
        saidSomething(message),
        Given.of(taken.turn()),
        lines(taken, outgoing),
        Waiting.of(taken, before),
        optOut(taken),
        outgoing,
        counted(taken, before),
        isCrisis(taken)
            ? alert.<Change.Alarm>map(Change.Alarm.Raise::new).orElseGet(Change.Alarm.Leave::new)
            : new Change.Alarm.Leave());
  }

  /// Of a call there are steps in which the caller says nothing.
  private static boolean saidSomething(InboundMessage message) {
    return message
        .call()
        .map(step -> step.heard() instanceof Heard.Words || step.heard() instanceof Heard.Keys)
        .orElse(true);
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

  /// What the carer asked to have as a text; a withheld number can have none.
  private static List<OutgoingText> outgoing(TakenTurn taken) {
    List<OutgoingText> outgoing = new ArrayList<>();
    for (Effect effect : taken.turn().effects()) {
      if (effect instanceof Effect.SendText(var text) && taken.number().isPresent()) {
        String conversation = taken.conversation().value();
        outgoing.add(
            new OutgoingText(
                OutgoingId.make(conversation),
                conversation,
                taken.number().get(),
                text,
                Purpose.REPLY,
                Optional.empty(),
                taken.message().at(),
                Optional.empty()));
      }
    }
    return outgoing;
  }

  private static List<Line> lines(TakenTurn taken, List<OutgoingText> outgoing) {
    InboundMessage message = taken.message();
    List<Line> lines = new ArrayList<>();
    message
        .call()
        .flatMap(CarerChange::happened)
        .ifPresent(what -> lines.add(event(message, what)));
    if (saidSomething(message) && !taken.turn().decidedBy().equals(Turn.OVERHEARD)) {
      lines.add(said(taken));
    }
    for (String text : taken.turn().texts()) {
      lines.add(
          new Line(
              message.at(),
              Author.BOT,
              text,
              message.channel(),
              Optional.empty(),
              Optional.empty()));
    }
    for (OutgoingText text : outgoing) {
      StoredMessage.Written written = new StoredMessage.Written(SERVICE, Optional.of(text.id()));
      lines.add(
          new Line(
              message.at(),
              Author.BOT,
              text.text(),
              Channel.SMS,
              Optional.empty(),
              Optional.of(written)));
    }
    // Every change has a line, by which its place is known.
    return lines.isEmpty() ? List.of(event(message, "call_silence")) : lines;
  }

  /// What happens in a call and is no word of anybody.
  private static Optional<String> happened(CallStep step) {
    return switch (step.heard()) {
      case Heard.Began() -> Optional.of("call_began");
      case Heard.Ended() -> Optional.of("call_ended");
      case Heard.Recorded(var recording, var seconds) ->
          Optional.of("voicemail:" + recording + ":" + seconds);
      case Heard.Left(var how) when how == Heard.Left.How.UNREACHED ->
          Optional.of("call_unreached");
      case Heard.Left _, Heard.Words _, Heard.Keys _, Heard.Nothing _ -> Optional.empty();
    };
  }

  private static Line event(InboundMessage message, String what) {
    return new Line(
        message.at(),
        Author.EVENT,
        what,
        message.channel(),
        Optional.empty(),
        Optional.of(new StoredMessage.Written(SERVICE, Optional.empty())));
  }

  private static Line said(TakenTurn taken) {
    InboundMessage said = taken.message();
    StoredMessage.Heard heard =
        new StoredMessage.Heard(
            said.id(),
            said.from(),
            said.mediaCount(),
            said.optOut(),
            taken.meaning(),
            taken.turn().decidedBy());
    return new Line(
        said.at(),
        Author.CARER,
        said.call().flatMap(CarerChange::pressed).orElse(said.utterance()),
        said.channel(),
        Optional.of(heard),
        Optional.empty());
  }

  private static Optional<String> pressed(CallStep step) {
    return step.heard() instanceof Heard.Keys(var digits)
        ? Optional.of("(pressed " + digits + ")")
        : Optional.empty();
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
            case Effect.Handoff _, Effect.SendText _ -> last;
          };
    }
    return last;
  }
}
