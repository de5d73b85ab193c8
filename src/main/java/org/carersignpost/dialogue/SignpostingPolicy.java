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

  /// Topics of help for the carer rather than for the person cared for. Before the ids of guides
  /// among what has been seen.
  private static final String GUIDE = "guide:";

  private static final Set<String> FOR_CARERS =
      Set.of(
          "general-carer-support",
          "carer-wellbeing",
          "counselling",
          "peer-support",
          "young-carers");

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

  /// The same need, without what has been shown: a guide that tells more if there is one, then
  /// further services.
  static Decision searchMore(Moment moment, Conversation.Offer offer) {
    ServiceDirectory.Found found = find(moment, offer);
    Conversation.Draft next = moment.conversation().draft().misses(0).noQuestion();
    Optional<Guide> further =
        found.further().filter(guide -> !offer.seen().contains(GUIDE + guide.id()));
    if (further.isPresent()) {
      Answer answer = guide(moment, further.get());
      return Decision.say(
          next.offer(shown(offer, answer, GUIDE + further.get().id())), answer.text());
    }
    if (found.services().isEmpty()) {
      return Decision.say(
          next.question(Conversation.Question.PERSON),
          moment.say(Prompt.MORE_NONE, CouncilLines.of(moment)));
    }
    Answer answer = services(moment, found, Optional.empty(), Optional.empty());
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Decision answer(Moment moment, Conversation.Offer offer, boolean mayUseGuide) {
    Conversation.Draft next =
        moment.conversation().draft().misses(0).topics(Topics.remembered(moment)).noQuestion();
    ServiceDirectory.Found found = find(moment, offer);
    if (found.services().isEmpty() && found.guide().isEmpty()) {
      return Decision.say(
          next.offer(offer), moment.say(Prompt.ANSWER_NOTHING, CouncilLines.of(moment)));
    }
    Optional<PlaceQuestion.Asking> asking = asking(moment, found, offer);
    Optional<String> closing =
        asking.map(PlaceQuestion.Asking::words).or(() -> outside(moment, placeFor(moment, offer)));
    Answer answer =
        found
            .guide()
            .filter(guide -> mayUseGuide)
            .map(guide -> guide(moment, guide))
            .orElseGet(() -> services(moment, found, asking, closing));
    asking.filter(place -> isAsked(moment, answer, place)).ifPresent(place -> ask(next, place));
    return Decision.say(next.offer(shown(offer, answer)), answer.text());
  }

  private static Answer guide(Moment moment, Guide guide) {
    return moment.isCall() ? SpokenAnswer.guide(moment, guide) : Answer.guide(moment, guide);
  }

  private static Answer services(
      Moment moment,
      ServiceDirectory.Found found,
      Optional<PlaceQuestion.Asking> asking,
      Optional<String> closing) {
    if (!moment.isCall()) {
      // Where numbers stand for places, none stand for services.
      boolean numbered = asking.filter(SignpostingPolicy::hasChoices).isEmpty();
      return Answer.services(moment, found.services(), closing, numbered);
    }
    // A caller is asked for the place by the call, together with what keys do.
    boolean isAskedByTheCall = asking.filter(place -> place.places().isEmpty()).isPresent();
    return SpokenAnswer.service(
        moment, found.services().getFirst(), closing.filter(_ -> !isAskedByTheCall));
  }

  private static boolean hasChoices(PlaceQuestion.Asking asking) {
    return asking.question() != Conversation.Question.PLACE;
  }

  private static void ask(Conversation.Draft next, PlaceQuestion.Asking asking) {
    if (asking.places().isEmpty()) {
      next.question(asking.question());
    } else {
      next.question(asking.question(), asking.places());
    }
  }

  private static boolean isAsked(Moment moment, Answer answer, PlaceQuestion.Asking asking) {
    return answer.text().endsWith(asking.words()) || (moment.isCall() && !hasChoices(asking));
  }

  /// What is to be asked about the place, where it would change the answer.
  private static Optional<PlaceQuestion.Asking> asking(
      Moment moment, ServiceDirectory.Found found, Conversation.Offer offer) {
    Slots slots = moment.conversation().slots();
    Optional<Place> place = placeFor(moment, offer);
    if (slots.place().isEmpty() && slots.carersPlace().isPresent()) {
      return PlaceQuestion.theirs(moment, slots.carersPlace().get());
    }
    if (place.isEmpty()) {
      return found.placeMatters()
          ? Optional.of(
              new PlaceQuestion.Asking(
                  Conversation.Question.PLACE, "", moment.say(Prompt.ANSWER_ASK_PLACE)))
          : Optional.empty();
    }
    if (slots.otherPlace().filter(other -> isOtherwise(moment, offer, found, other)).isPresent()) {
      return PlaceQuestion.whose(moment);
    }
    boolean isTheirs = slots.place().equals(place);
    return isTheirs && place.get().isAmbiguous() && !place.get().isOutside() && found.placeMatters()
        ? PlaceQuestion.which(moment, place.get())
        : Optional.empty();
  }

  /// Whether another place would be answered otherwise.
  private static boolean isOtherwise(
      Moment moment, Conversation.Offer offer, ServiceDirectory.Found found, Place other) {
    Slots slots = moment.conversation().slots();
    return !ids(find(moment, offer, slots.at(other, Optional.empty()))).equals(ids(found));
  }

  private static List<String> ids(ServiceDirectory.Found found) {
    return found.services().stream().map(Signpost::id).toList();
  }

  /// Whom to ask instead, where the place is outside our area.
  private static Optional<String> outside(Moment moment, Optional<Place> place) {
    return place
        .filter(Place::isOutside)
        .map(where ->
            where.council().isEmpty()
                ? moment.say(Prompt.ANSWER_OUTSIDE, Map.of("place", where.name()))
                : moment.say(
                    Prompt.ANSWER_OUTSIDE_COUNCIL,
                    Map.of("place", where.name(), "council", where.council())));
  }

  /// Where help is looked for: where the person cared for lives, for that council is responsible,
  /// but where the carer is for what is for carers themselves, or while nothing else is known.
  private static Optional<Place> placeFor(Moment moment, Conversation.Offer offer) {
    Slots slots = moment.conversation().slots();
    boolean isForCarer =
        offer.topics().stream()
            .findFirst()
            .filter(topic -> FOR_CARERS.contains(topic.topic()))
            .isPresent();
    return isForCarer ? slots.carersPlace().or(slots::place) : slots.place().or(slots::carersPlace);
  }

  private static ServiceDirectory.Found find(Moment moment, Conversation.Offer offer) {
    Slots slots = moment.conversation().slots();
    return find(
        moment,
        offer,
        placeFor(moment, offer).map(place -> slots.at(place, slots.carersPlace())).orElse(slots));
  }

  private static ServiceDirectory.Found find(Moment moment, Conversation.Offer offer, Slots slots) {
    return moment
        .directory()
        .find(
            new ServiceDirectory.Need(
                offer.utterance(),
                offer.topics(),
                slots,
                moment.circumstances().now(),
                Set.copyOf(offer.seen()),
                moment.isCall() ? AT_ONCE_SPOKEN : AT_ONCE));
  }

  private static Conversation.Offer shown(
      Conversation.Offer offer, Answer answer, String... besides) {
    Set<String> seen = new LinkedHashSet<>(offer.seen());
    seen.addAll(answer.shown());
    seen.addAll(List.of(besides));
    return new Conversation.Offer(
        offer.utterance(), offer.topics(), answer.shown(), new ArrayList<>(seen));
  }
}
