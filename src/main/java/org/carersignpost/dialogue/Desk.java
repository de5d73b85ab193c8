package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides what a staff member's action does to a conversation, as [Dialogue] decides what a
/// carer's message does.
///
/// It is a pure function. Whatever happens, a conversation has one owner: whoever does not have it
/// cannot write to the carer, give it away or end it.
public final class Desk {
  private Desk() {}

  /// What comes of an action. Same arguments, same result.
  public static StaffTurn take(Conversation before, StaffAction action) {
    return switch (action.kind()) {
      case StaffAction.Claim() -> claim(before, action);
      case StaffAction.TalkByPhone(var isOutgoing) -> talk(before, action, isOutgoing);
      case StaffAction.Note(var text) ->
          new StaffTurn.Done(before, List.of(new StaffTurn.Noted(text)));
      case StaffAction.Lapse(var countedFrom) -> lapse(before, action, countedFrom);
      case StaffAction.PassToTeam(var team) when before.ownership() instanceof Ownership.Waiting ->
          passToTeam(before, action.at(), team);
      case StaffAction.PassToPerson pass when before.ownership() instanceof Ownership.Waiting ->
          passToPerson(before, action.at(), pass);
      default -> asOwner(before, action);
    };
  }

  private static StaffTurn claim(Conversation before, StaffAction action) {
    return switch (before.ownership()) {
      case Ownership.Bot _, Ownership.Closed _ -> claimed(before, action, action.at());
      case Ownership.Waiting(var since) -> claimed(before, action, since);
      case Ownership.Staff staff when staff.name().equals(action.by()) -> new StaffTurn.Unchanged();
      case Ownership.Staff(var name, var since, var owedSince) ->
          action.mayOverrule()
              ? claimed(before, action, owedSince.orElse(action.at()))
              : refused(StaffTurn.Why.TAKEN, name);
    };
  }

  private static StaffTurn claimed(Conversation before, StaffAction action, Instant owedSince) {
    return done(
        before
            .draft()
            .ownership(new Ownership.Staff(action.by(), action.at(), Optional.of(owedSince))),
        new StaffTurn.Happened("claimed"));
  }

  /// Whoever talks with the carer has answered; a wish to be rung back is fulfilled.
  private static StaffTurn talk(Conversation before, StaffAction action, boolean isOutgoing) {
    if (before.ownership() instanceof Ownership.Staff(var name, _, _)
        && !name.equals(action.by())
        && !action.mayOverrule()) {
      return refused(StaffTurn.Why.TAKEN, name);
    }
    return done(
        before
            .draft()
            .ownership(new Ownership.Staff(action.by(), action.at(), Optional.empty()))
            .calling(before.calling().callBack(Optional.empty())),
        new StaffTurn.Happened(isOutgoing ? "rang_carer" : "took_call"));
  }

  /// Everything that only the owner may do, or whoever may overrule them.
  private static StaffTurn asOwner(Conversation before, StaffAction action) {
    if (!(before.ownership() instanceof Ownership.Staff owner)) {
      return action.kind() instanceof StaffAction.Release
          ? new StaffTurn.Unchanged()
          : new StaffTurn.Refused(StaffTurn.Why.NOT_CLAIMED, Optional.empty());
    }
    boolean isTheirs = owner.name().equals(action.by());
    boolean mayDoIt =
        isTheirs || (action.mayOverrule() && !(action.kind() instanceof StaffAction.Reply));
    return mayDoIt ? owned(before, owner, action) : refused(StaffTurn.Why.TAKEN, owner.name());
  }

  private static StaffTurn owned(Conversation before, Ownership.Staff owner, StaffAction action) {
    Instant at = action.at();
    return switch (action.kind()) {
      case StaffAction.Release() -> waiting(before, owner, at, "released");
      case StaffAction.Reply(var text, var notBefore) ->
          done(
              before
                  .draft()
                  // A later text is a promise, not yet an answer.
                  .ownership(
                      new Ownership.Staff(
                          owner.name(), owner.since(), notBefore.flatMap(_ -> owner.owedSince()))),
              new StaffTurn.Said(text, notBefore));
      case StaffAction.PassToPerson pass -> passToPerson(before, at, pass);
      case StaffAction.PassToTeam(var team) -> passToTeam(before, at, team);
      case StaffAction.HandBack(var line) ->
          done(
              before.draft().ownership(new Ownership.Bot()).priority(Priority.NORMAL).noQuestion(),
              new StaffTurn.Said(line, Optional.empty()),
              new StaffTurn.Happened("handed_back"));
      case StaffAction.Close close -> close(before, at, close);
      case StaffAction.Claim _,
          StaffAction.TalkByPhone _,
          StaffAction.Note _,
          StaffAction.Lapse _ ->
          throw new IllegalStateException("decided before");
    };
  }

  private static StaffTurn lapse(Conversation before, StaffAction action, Instant countedFrom) {
    return before.ownership() instanceof Ownership.Staff owner
            && owner.answerCountsFrom().equals(Optional.of(countedFrom))
        ? waiting(before, owner, action.at(), "lapsed")
        : new StaffTurn.Unchanged();
  }

  private static StaffTurn close(Conversation before, Instant at, StaffAction.Close close) {
    Conversation.Draft next =
        before
            .draft()
            .ownership(new Ownership.Closed(at, close.replyOwed()))
            .calling(before.calling().callBack(Optional.empty()))
            .noQuestion();
    if (!close.topics().isEmpty()) {
      next.topics(close.topics());
    }
    return done(next, new StaffTurn.Happened("closed:" + close.outcome().id()));
  }

  private static StaffTurn passToPerson(
      Conversation before, Instant at, StaffAction.PassToPerson pass) {
    Conversation.Draft next =
        before.draft().ownership(new Ownership.Staff(pass.name(), at, owedSince(before)));
    pass.team().ifPresent(team -> next.routing(new Conversation.Routing(team, true)));
    return done(next, new StaffTurn.Happened("passed_to_person:" + pass.name()));
  }

  private static StaffTurn passToTeam(Conversation before, Instant at, String team) {
    Instant since = owedSince(before).orElse(at);
    return done(
        before
            .draft()
            .ownership(new Ownership.Waiting(since))
            .routing(new Conversation.Routing(team, true)),
        new StaffTurn.Happened("passed_to_team:" + team));
  }

  /// Back in the queue, where whoever has waited longest stays first.
  private static StaffTurn waiting(
      Conversation before, Ownership.Staff owner, Instant at, String what) {
    return done(
        before.draft().ownership(new Ownership.Waiting(owner.owedSince().orElse(at))),
        new StaffTurn.Happened(what));
  }

  private static Optional<Instant> owedSince(Conversation before) {
    return switch (before.ownership()) {
      case Ownership.Waiting(var since) -> Optional.of(since);
      case Ownership.Staff(_, _, var owedSince) -> owedSince;
      case Ownership.Bot _, Ownership.Closed _ -> Optional.empty();
    };
  }

  private static StaffTurn done(Conversation.Draft next, StaffTurn.Line... lines) {
    return new StaffTurn.Done(next.done(), List.of(lines));
  }

  private static StaffTurn refused(StaffTurn.Why why, String owner) {
    return new StaffTurn.Refused(why, Optional.of(owner));
  }
}
