package org.carersignpost.dialogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks once which of two things is meant, and hears the answer.
///
/// What is said instead of a number is a message like any other. A second doubt is not asked about:
/// then the likelier is answered, or a person is offered.
final class ReadingPolicy implements Policy {
  private static final int BOTH = 2;

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    boolean wasAsked =
        moment.conversation().question().equals(Optional.of(Conversation.Question.READING));
    if (wasAsked) {
      return moment.conversation().offer().flatMap(offer -> answered(moment, offer));
    }
    // On the phone a caller is told what was understood and can correct it.
    return moment.meaning().readings().size() == BOTH && !moment.isCall()
        ? Optional.of(ask(moment, moment.meaning().readings()))
        : Optional.empty();
  }

  private static Decision ask(Moment moment, List<String> readings) {
    List<TopicScore> topics = readings.stream().map(topic -> new TopicScore(topic, 1)).toList();
    Conversation.Draft next =
        moment
            .conversation()
            .draft()
            .offer(
                new Conversation.Offer(moment.message().utterance(), topics, List.of(), List.of()))
            .question(Conversation.Question.READING)
            .misses(1);
    return Decision.say(
        next,
        moment.say(
            Prompt.UNCLEAR_WHICH,
            Map.of(
                "first", moment.directory().labelOf(readings.get(0)),
                "second", moment.directory().labelOf(readings.get(1)))));
  }

  private static Optional<Decision> answered(Moment moment, Conversation.Offer offer) {
    if (moment.is(Intent.Talk.DENY)) {
      return Optional.of(
          Decision.say(
              moment.conversation().draft().misses(BOTH).question(Conversation.Question.PERSON),
              moment.say(Prompt.UNCLEAR_SECOND, CouncilLines.of(moment))));
    }
    int choice = moment.is(Intent.Talk.AFFIRM) ? 1 : moment.meaning().choice().orElse(0);
    return choice >= 1 && choice <= offer.topics().size()
        ? Optional.of(
            SignpostingPolicy.searchAgain(
                moment,
                new Conversation.Offer(
                    offer.utterance(),
                    List.of(offer.topics().get(choice - 1)),
                    List.of(),
                    List.of())))
        : Optional.empty();
  }
}
