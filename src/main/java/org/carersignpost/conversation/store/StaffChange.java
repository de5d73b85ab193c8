package org.carersignpost.conversation.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.carersignpost.conversation.store.StoredMessage.Author;
import org.carersignpost.conversation.store.StoredMessage.Written;
import org.carersignpost.dialogue.Channel;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.StaffAction;
import org.carersignpost.dialogue.StaffTurn;
import org.carersignpost.outbox.OutgoingText;

/// What a staff member's action writes.
final class StaffChange {
  private StaffChange() {}

  /// @param alert the text to the duty phone, should this leave a crisis to nobody
  static Change of(TakenAction taken, Optional<OutgoingText> alert) {
    StaffAction action = taken.action();
    boolean isNote = action.kind() instanceof StaffAction.Note;
    return new Change(
        taken.id(),
        action.at(),
        taken.done().next(),
        Optional.empty(),
        false,
        Given.NOTHING,
        lines(taken),
        isNote ? new Waiting.Leave() : waiting(taken),
        Change.OptOut.LEAVE,
        taken.outgoing(),
        counted(action),
        alert
            .<Change.Alarm>map(Change.Alarm.Raise::new)
            .orElseGet(() ->
                isAttending(action) ? new Change.Alarm.Attended() : new Change.Alarm.Leave()));
  }

  private static Waiting waiting(TakenAction taken) {
    return taken.done().next().ownership() instanceof Ownership.Waiting(var since)
        ? new Waiting.Open(taken.done().next().priority(), reason(taken.action()), since)
        : new Waiting.Close();
  }

  private static List<String> counted(StaffAction action) {
    return switch (action.kind()) {
      case StaffAction.Claim _ -> List.of(DayFigures.CLAIMED);
      case StaffAction.TalkByPhone _ -> List.of(DayFigures.CLAIMED, DayFigures.ANSWERED);
      case StaffAction.Reply _ -> List.of(DayFigures.ANSWERED);
      case StaffAction.Lapse _ -> List.of(DayFigures.LAPSED);
      case StaffAction.Close close -> List.of(DayFigures.CLOSED, close.outcome().id());
      case StaffAction.HandBack _ -> List.of(DayFigures.CLOSED);
      case StaffAction.Release _,
          StaffAction.Note _,
          StaffAction.PassToPerson _,
          StaffAction.PassToTeam _ ->
          List.of();
    };
  }

  private static String reason(StaffAction action) {
    return switch (action.kind()) {
      case StaffAction.Lapse _ -> "lapsed";
      case StaffAction.PassToTeam _ -> "passed";
      default -> "released";
    };
  }

  /// Whether somebody looks after the carer from now on.
  private static boolean isAttending(StaffAction action) {
    return switch (action.kind()) {
      case StaffAction.Claim _,
          StaffAction.TalkByPhone _,
          StaffAction.Reply _,
          StaffAction.Close _ ->
          true;
      case StaffAction.Release _,
          StaffAction.Lapse _,
          StaffAction.Note _,
          StaffAction.PassToPerson _,
          StaffAction.PassToTeam _,
          StaffAction.HandBack _ ->
          false;
    };
  }

  private static List<Line> lines(TakenAction taken) {
    Instant at = taken.action().at();
    String by = taken.action().by();
    Iterator<OutgoingText> outgoing = taken.outgoing().iterator();
    List<Line> lines = new ArrayList<>();
    for (StaffTurn.Line line : taken.done().lines()) {
      lines.add(
          switch (line) {
            case StaffTurn.Said(var text, _) ->
                line(at, Author.STAFF, text, new Written(by, Optional.of(outgoing.next().id())));
            case StaffTurn.Noted(var text) ->
                line(at, Author.NOTE, text, new Written(by, Optional.empty()));
            case StaffTurn.Happened(var what) ->
                line(at, Author.EVENT, what, new Written(by, Optional.empty()));
          });
    }
    return lines;
  }

  private static Line line(Instant at, Author from, String text, Written written) {
    return new Line(at, from, text, Channel.SMS, Optional.empty(), Optional.of(written));
  }
}
