package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// Obeys whoever does not want our texts, and remembers it; it never stops the answer to a new call
/// for help.
final class OptOutPolicy implements Policy {
  static final String NAME = "opt-out";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    Conversation.Draft next = moment.conversation().draft();
    Optional<InboundMessage.OptOut> done = moment.message().optOut();
    boolean stop =
        done.map(InboundMessage.OptOut.STOP::equals).orElse(moment.is(Intent.Talk.STOP_MESSAGES));
    boolean start =
        done.map(InboundMessage.OptOut.START::equals).orElse(moment.is(Intent.Talk.START_MESSAGES));
    if (stop) {
      return Optional.of(
          new Decision(
              next.optedOut(true).noQuestion(),
              List.of(moment.say(Prompt.STOP_DONE)),
              List.of(new Effect.OptOut())));
    }
    if (start) {
      return Optional.of(
          new Decision(
              next.optedOut(false),
              List.of(moment.say(Prompt.START_DONE)),
              List.of(new Effect.OptIn())));
    }
    return done.map(help -> Decision.silence(next));
  }
}
