package org.carersignpost.dialogue;

import java.util.Optional;

/// What to say when nothing else fits: ask once, differently, then offer a person. It never loops.
final class FallbackPolicy implements Policy {
  @Override
  public String name() {
    return "fallback";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    InboundMessage message = moment.message();
    Conversation.Draft next = moment.conversation().draft();
    if (message.utterance().chars().noneMatch(Character::isLetterOrDigit)) {
      Prompt prompt = message.mediaCount() > 0 ? Prompt.MESSAGE_PICTURE : Prompt.MESSAGE_BLANK;
      return Optional.of(Decision.say(next, moment.say(prompt)));
    }
    int misses = moment.conversation().misses() + 1;
    if (misses >= 2) {
      return Optional.of(
          Decision.say(
              next.misses(misses).question(Conversation.Question.PERSON),
              moment.say(Prompt.UNCLEAR_SECOND, CouncilLines.of(moment))));
    }
    Prompt prompt = moment.is(Intent.Talk.OUT_OF_SCOPE) ? Prompt.SCOPE_OUT : Prompt.UNCLEAR_FIRST;
    return Optional.of(Decision.say(next.misses(misses), moment.say(prompt)));
  }
}
