package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// Answers what is about us and not about a need: who we are, what it costs, thanks and goodbye.
final class SmallTalkPolicy implements Policy {
  @Override
  public String name() {
    return "small-talk";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    if (!(moment.meaning().intent() instanceof Intent.Talk talk)) {
      return Optional.empty();
    }
    return switch (talk) {
      case GREET -> say(moment, Prompt.GREET_HELLO);
      case THANK -> say(moment, Prompt.THANK_REPLY);
      case SAY_GOODBYE -> say(moment, Prompt.GOODBYE_REPLY);
      case AFFIRM -> say(moment, Prompt.AFFIRM_NOTHING);
      case DENY -> say(moment, Prompt.DENY_REPLY);
      case ASK_WHO_WE_ARE -> say(moment, Prompt.WHO_WE_ARE);
      case ASK_IF_ROBOT -> say(moment, Prompt.ROBOT_YES);
      case ASK_COST -> say(moment, Prompt.COST_REPLY);
      case ASK_PRIVACY -> say(moment, Prompt.PRIVACY_REPLY);
      case ASK_FOR_HELP -> say(moment, Prompt.HELP_REPLY);
      case COMPLAIN_ABOUT_US -> Optional.of(complaint(moment));
      case ASK_FOR_MORE,
          ASK_TO_REPEAT,
          ASK_IF_CHECKED,
          ASK_FOR_PERSON,
          STOP_MESSAGES,
          START_MESSAGES,
          CHOOSE,
          GIVE_PLACE,
          OUT_OF_SCOPE,
          UNCLEAR ->
          Optional.empty();
    };
  }

  private static Optional<Decision> say(Moment moment, Prompt prompt) {
    return Optional.of(
        Decision.say(moment.conversation().draft().misses(0).noQuestion(), moment.say(prompt)));
  }

  private static Decision complaint(Moment moment) {
    return new Decision(
        Waiting.from(moment, Priority.NORMAL).misses(0),
        List.of(moment.say(Prompt.COMPLAINT_REPLY)),
        List.of(new Effect.Handoff(moment.conversation().priority(), "complaint")));
  }
}
