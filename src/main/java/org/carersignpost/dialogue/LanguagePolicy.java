package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// Who writes in another language is told in it, once, that this is a machine, what to do in danger
/// and that a person will come; and a person is asked for.
///
/// Our voice on the phone speaks English only, so a caller is put through as if they had asked.
final class LanguagePolicy implements Policy {
  static final String NAME = "language";

  private static final String REASON = "language.";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    return moment.meaning().language().map(language -> answer(moment, language));
  }

  private static Decision answer(Moment moment, String language) {
    Optional<String> sentence = sentence(moment);
    if (sentence.isEmpty()) {
      return PersonPolicy.ask(moment, REASON + language, Priority.URGENT);
    }
    if (moment.conversation().toldIn().equals(Optional.of(language))) {
      return Decision.silence(moment.conversation().draft());
    }
    Conversation.Draft next =
        Waiting.from(moment, Priority.URGENT).misses(0).toldIn(Optional.of(language));
    Priority priority = moment.conversation().priority().or(Priority.URGENT);
    return new Decision(
        next, List.of(sentence.get()), List.of(new Effect.Handoff(priority, REASON + language)));
  }

  /// The fixed sentence in the language of the message; empty for English and on the phone.
  static Optional<String> sentence(Moment moment) {
    return moment.isCall()
        ? Optional.empty()
        : moment.meaning().language().flatMap(moment.prompts()::language);
  }
}
