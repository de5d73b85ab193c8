package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Answers a need: the guide that answers the question, or the one or two services that fit best.
///
/// The best answer comes at once; the place is asked for after it, once, and only where it would
/// change the answer.
final class SignpostingPolicy implements Policy {
  private static final int AT_ONCE = 2;

  @Override
  public String name() {
    return "signposting";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    if (!(moment.meaning().intent() instanceof Intent.Find)) {
      return Optional.empty();
    }
    Conversation.Offer offer =
        new Conversation.Offer(
            moment.message().utterance(), moment.meaning().topics(), List.of(), List.of());
    return Optional.of(answer(moment, offer, true));
  }

  /// The same need with what has been learnt since, such as the place.
  static Decision searchAgain(Moment moment, Conversation.Offer offer) {
    return answer(
        moment,
        new Conversation.Offer(offer.utterance(), offer.topics(), List.of(), List.of()),
        false);
  }

  /// The same need, without what has been shown.
  static Decision searchMore(Moment moment, Conversation.Offer offer) {
    ServiceDirectory.Found found = find(moment, offer);
    Conversation.Draft next = moment.conversation().draft().misses(0).noQuestion();
    if (found.services().isEmpty()) {
      return Decision.say(
          next.question(Conversation.Question.PERSON),
          moment.prompts().text(Prompt.MORE_NONE, CouncilLines.of(moment)));
    }
    Answer answer = Answer.services(moment, found.services(), Optional.empty());
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Decision answer(Moment moment, Conversation.Offer offer, boolean mayUseGuide) {
    Optional<Place> place = moment.conversation().slots().place();
    Conversation.Draft next =
        moment.conversation().draft().misses(0).topics(Topics.remembered(moment)).noQuestion();
    ServiceDirectory.Found found = find(moment, offer);
    if (found.services().isEmpty() && found.guide().isEmpty()) {
      return Decision.say(
          next.offer(offer), moment.prompts().text(Prompt.ANSWER_NOTHING, CouncilLines.of(moment)));
    }
    Optional<String> question = question(moment, found, place);
    Answer answer =
        found
            .guide()
            .filter(guide -> mayUseGuide)
            .map(guide -> Answer.guide(moment, guide))
            .orElseGet(() -> Answer.services(moment, found.services(), question));
    if (question.isPresent() && answer.text().endsWith(question.get())) {
      next.question(Conversation.Question.PLACE);
    }
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Optional<String> question(
      Moment moment, ServiceDirectory.Found found, Optional<Place> place) {
    if (place.isEmpty()) {
      return found.placeMatters()
          ? Optional.of(moment.prompts().text(Prompt.ANSWER_ASK_PLACE))
          : Optional.empty();
    }
    if (place.get().isOutside()) {
      return Optional.of(
          moment.prompts().text(Prompt.ANSWER_OUTSIDE, Map.of("place", place.get().name())));
    }
    return place.get().isAmbiguous() && found.placeMatters()
        ? Optional.of(
            moment
                .prompts()
                .text(
                    Prompt.PLACE_WHICH,
                    Map.of(
                        "place",
                        place.get().name(),
                        "areas",
                        String.join(" or ", place.get().areas()))))
        : Optional.empty();
  }

  private static ServiceDirectory.Found find(Moment moment, Conversation.Offer offer) {
    return moment
        .directory()
        .find(
            new ServiceDirectory.Need(
                offer.utterance(),
                offer.topics(),
                moment.conversation().slots(),
                moment.circumstances().now(),
                Set.copyOf(offer.seen()),
                AT_ONCE));
  }

  private static Conversation.Offer shown(Conversation.Offer offer, Answer answer) {
    Set<String> seen = new LinkedHashSet<>(offer.seen());
    seen.addAll(answer.shown());
    return new Conversation.Offer(
        offer.utterance(), offer.topics(), answer.shown(), new ArrayList<>(seen));
  }
}
