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

  /// Nobody can keep two numbers in mind that they have only heard.
  private static final int AT_ONCE_SPOKEN = 1;

  @Override
  public String name() {
    return "signposting";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    if (!(moment.meaning().intent() instanceof Intent.Find)) {
      return Optional.empty();
    }
    return Optional.of(answer(moment));
  }

  /// The answer to the need of this message.
  static Decision answer(Moment moment) {
    Conversation.Offer offer =
        new Conversation.Offer(
            moment.message().utterance(), moment.meaning().topics(), List.of(), List.of());
    return answer(moment, offer, true);
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
          moment.say(Prompt.MORE_NONE, CouncilLines.of(moment)));
    }
    Answer answer = services(moment, found, Optional.empty());
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Decision answer(Moment moment, Conversation.Offer offer, boolean mayUseGuide) {
    Optional<Place> place = moment.conversation().slots().place();
    Conversation.Draft next =
        moment.conversation().draft().misses(0).topics(Topics.remembered(moment)).noQuestion();
    ServiceDirectory.Found found = find(moment, offer);
    if (found.services().isEmpty() && found.guide().isEmpty()) {
      return Decision.say(
          next.offer(offer), moment.say(Prompt.ANSWER_NOTHING, CouncilLines.of(moment)));
    }
    Optional<String> question = question(moment, found, place);
    Answer answer =
        found
            .guide()
            .filter(guide -> mayUseGuide)
            .map(guide -> guide(moment, guide))
            .orElseGet(() -> services(moment, found, question));
    if (question.isPresent() && isAsked(moment, answer, question.get())) {
      next.question(Conversation.Question.PLACE);
    }
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Answer guide(Moment moment, Guide guide) {
    return moment.isCall() ? SpokenAnswer.guide(moment, guide) : Answer.guide(moment, guide);
  }

  private static Answer services(
      Moment moment, ServiceDirectory.Found found, Optional<String> question) {
    if (!moment.isCall()) {
      return Answer.services(moment, found.services(), question);
    }
    // A caller is asked for the place by the call, together with what keys do.
    Optional<String> closing = question.filter(_ -> isPlaceKnown(moment));
    return SpokenAnswer.service(moment, found.services().getFirst(), closing);
  }

  private static boolean isAsked(Moment moment, Answer answer, String question) {
    return moment.isCall() ? !isPlaceKnown(moment) : answer.text().endsWith(question);
  }

  private static boolean isPlaceKnown(Moment moment) {
    return moment.conversation().slots().place().isPresent();
  }

  private static Optional<String> question(
      Moment moment, ServiceDirectory.Found found, Optional<Place> place) {
    if (place.isEmpty()) {
      return found.placeMatters()
          ? Optional.of(moment.say(Prompt.ANSWER_ASK_PLACE))
          : Optional.empty();
    }
    if (place.get().isOutside()) {
      return Optional.of(moment.say(Prompt.ANSWER_OUTSIDE, Map.of("place", place.get().name())));
    }
    return place.get().isAmbiguous() && found.placeMatters()
        ? Optional.of(
            moment.say(
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
                moment.isCall() ? AT_ONCE_SPOKEN : AT_ONCE));
  }

  private static Conversation.Offer shown(Conversation.Offer offer, Answer answer) {
    Set<String> seen = new LinkedHashSet<>(offer.seen());
    seen.addAll(answer.shown());
    return new Conversation.Offer(
        offer.utterance(), offer.topics(), answer.shown(), new ArrayList<>(seen));
  }
}
