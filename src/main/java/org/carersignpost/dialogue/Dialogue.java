package org.carersignpost.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides each turn: an ordered list of policies, of which the first that has something to say is
/// obeyed.
///
/// It is a pure function and safe to use from any thread. Risk is looked at first on every message,
/// whoever owns the conversation; after that opt-out, then whether a person has taken over, then
/// whether the message is in another language, and only then what was asked.
public final class Dialogue {
  /// Thanks and goodbyes are this sure; with anything else beside them they are less.
  static final double CLEARLY = 0.95;

  private static final int MOST_LAST_TEXTS = 3;

  private final Prompts prompts;
  private final List<Policy> policies =
      List.of(
          new RiskPolicy(),
          new OptOutPolicy(),
          new StaffOwnsPolicy(),
          new LanguagePolicy(),
          new PersonPolicy(),
          new QuestionPolicy(),
          new ReadingPolicy(),
          new NavigationPolicy(),
          new SmallTalkPolicy(),
          new SignpostingPolicy(),
          new FallbackPolicy());

  public Dialogue(Prompts prompts) {
    this.prompts = prompts;
  }

  /// The turn that answers a message. Same arguments, same turn.
  ///
  /// @param before the conversation as it is stored
  /// @param message what the carer said
  /// @param meaning what it means
  /// @param circumstances the outside, one snapshot
  /// @param directory the services, one state of them
  public Turn take(
      Conversation before,
      InboundMessage message,
      Interpretation meaning,
      Circumstances circumstances,
      ServiceDirectory directory) {
    Conversation open = reopened(before, message.at());
    Conversation known =
        open.draft()
            .slots(before.slots().updatedBy(meaning.slots()))
            .toldIn(Waiting.is(open) ? open.toldIn() : Optional.empty())
            .done();
    Moment moment = new Moment(known, message, meaning, circumstances, directory, prompts);
    for (Policy policy : policies) {
      Optional<Decision> decision = policy.decide(moment);
      if (decision.isPresent()) {
        Decision heeded = PossibleDanger.heeded(moment, decision.get());
        return turn(moment, isOwedReply(before) ? returned(heeded) : heeded, policy.name());
      }
    }
    throw new IllegalStateException("the fallback decides everything");
  }

  private static boolean isOwedReply(Conversation before) {
    return before.ownership() instanceof Ownership.Closed(_, var replyOwed) && replyOwed;
  }

  /// What staff closed begins anew with the next message; where they owe an answer it waits for
  /// them, and in their team.
  private static Conversation reopened(Conversation before, Instant at) {
    if (!(before.ownership() instanceof Ownership.Closed)) {
      return before;
    }
    Conversation.Draft open = before.draft().priority(Priority.NORMAL);
    return isOwedReply(before)
        ? open.ownership(new Ownership.Waiting(at)).done()
        : open.ownership(new Ownership.Bot()).noRouting().done();
  }

  private static Decision returned(Decision decision) {
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.add(new Effect.Handoff(Priority.NORMAL, "returned"));
    return new Decision(decision.next(), decision.texts(), effects);
  }

  private static Turn turn(Moment moment, Decision decision, String policy) {
    List<String> texts = new ArrayList<>(Landline.guarded(moment, decision.texts()));
    if (mayNotBeTexted(moment.message())) {
      texts.clear();
    }
    Conversation.Draft next = decision.next().lastMessageAt(moment.message().at());
    route(next, moment);
    if (moment.isCall()) {
      // Whoever texts after a call gets what was said there written anew.
      next.lastTexts(List.of());
    } else if (!texts.isEmpty()) {
      next.lastTexts(
          texts.stream().limit(MOST_LAST_TEXTS).map(moment.prompts()::sendable).toList());
      if (noticeIsDue(moment, policy)) {
        texts.add(moment.prompts().text(Prompt.NOTICE_FIRST));
        next.noticeGiven();
      }
    }
    List<String> said =
        moment.isCall() ? texts : texts.stream().map(moment.prompts()::sendable).toList();
    return new Turn(next.done(), said, decision.effects(), policy);
  }

  /// Whoever waits belongs to the team that fits what is known by now, unless staff chose another;
  /// whoever writes to a staff member is owed an answer from then on.
  private static void route(Conversation.Draft next, Moment moment) {
    Conversation before = moment.conversation();
    switch (next.ownership()) {
      case Ownership.Waiting _ -> {
        if (before.routing().filter(Conversation.Routing::byStaff).isEmpty()) {
          next.routing(new Conversation.Routing(moment.circumstances().teamName(), false));
        }
      }
      case Ownership.Staff(var name, var since, var owedSince) -> {
        // A caller was answered just now.
        if (owedSince.isEmpty() && !moment.isCall() && wantsAnswer(moment)) {
          next.ownership(new Ownership.Staff(name, since, Optional.of(moment.message().at())));
        }
      }
      case Ownership.Bot _, Ownership.Closed _ -> {}
    }
  }

  /// Nothing but thanks or goodbye needs no answer; "thank you, he is up all night" does.
  private static boolean wantsAnswer(Moment moment) {
    boolean isCourtesy =
        (moment.is(Intent.Talk.THANK) || moment.is(Intent.Talk.SAY_GOODBYE))
            && moment.meaning().confidence() >= CLEARLY;
    return moment.message().optOut().isEmpty()
        && (!isCourtesy || !moment.meaning().risks().isEmpty());
  }

  /// A withheld number cannot be reached, and what Twilio answered itself is not answered twice.
  private static boolean mayNotBeTexted(InboundMessage message) {
    return message.optOut().isPresent()
        || (message.channel() == Channel.SMS && message.from() == InboundMessage.Sender.WITHHELD);
  }

  private static boolean noticeIsDue(Moment moment, String policy) {
    return !moment.conversation().noticeGiven()
        && moment.message().channel() == Channel.SMS
        && moment.message().from() == InboundMessage.Sender.MOBILE
        && moment.circumstances().hasMemory()
        && moment.meaning().risk().isEmpty()
        && !policy.equals(OptOutPolicy.NAME)
        && !policy.equals(LanguagePolicy.NAME);
  }
}
