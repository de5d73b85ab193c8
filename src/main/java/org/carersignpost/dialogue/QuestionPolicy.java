package org.carersignpost.dialogue;

import java.util.Map;
import java.util.Optional;

/// Hears the answer to what we asked: a place, given now or out of the blue, searches again for the
/// last need.
final class QuestionPolicy implements Policy {
  @Override
  public String name() {
    return "question";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    Optional<Decision> which = whichPlace(moment);
    if (which.isPresent()) {
      return which;
    }
    Optional<Place> place = moment.meaning().slots().place();
    if (place.isPresent() && (moment.is(Intent.Talk.GIVE_PLACE) || isCorrection(moment))) {
      return Optional.of(answer(moment, place.get()));
    }
    boolean asked =
        moment.conversation().question().equals(Optional.of(Conversation.Question.PLACE));
    boolean noAnswer =
        moment.is(Intent.Talk.UNCLEAR)
            || moment.is(Intent.Talk.OUT_OF_SCOPE)
            || moment.is(Intent.Talk.DENY);
    // Asked once only: without a place we go on with what holds for the whole county.
    return asked && noAnswer && place.isEmpty()
        ? Optional.of(
            Decision.say(
                moment.conversation().draft().noQuestion().misses(0),
                moment.say(Prompt.PLACE_UNKNOWN)))
        : Optional.empty();
  }

  /// Which or whose place: once more is not asked.
  private static Optional<Decision> whichPlace(Moment moment) {
    Optional<Slots> settled = PlaceQuestion.answered(moment);
    if (settled.isPresent()) {
      Moment after =
          moment.after(moment.conversation().draft().slots(settled.get()).noQuestion().done());
      return settled.get().place().map(place -> answer(after, place));
    }
    boolean isOpen = !PlaceQuestion.choices(moment.conversation()).isEmpty();
    boolean noAnswer =
        moment.meaning().slots().place().isEmpty()
            && (moment.is(Intent.Talk.UNCLEAR)
                || moment.is(Intent.Talk.OUT_OF_SCOPE)
                || moment.is(Intent.Talk.AFFIRM)
                || moment.is(Intent.Talk.DENY)
                || moment.is(Intent.Talk.CHOOSE));
    return isOpen && noAnswer
        ? moment
            .conversation()
            .slots()
            .place()
            .map(place ->
                Decision.say(
                    moment.conversation().draft().noQuestion().misses(0),
                    moment.say(Prompt.PLACE_UNSETTLED, Map.of("place", place.name()))))
        : Optional.empty();
  }

  /// "No, I meant Fareham": whatever else such words may be, the place is what is new in them.
  private static boolean isCorrection(Moment moment) {
    return moment.conversation().offer().isPresent()
        && (moment.is(Intent.Talk.DENY)
            || moment.is(Intent.Talk.AFFIRM)
            || moment.is(Intent.Talk.UNCLEAR));
  }

  private static Decision answer(Moment moment, Place place) {
    return moment
        .conversation()
        .offer()
        .map(offer -> SignpostingPolicy.searchAgain(moment, offer))
        .orElseGet(
            () -> Decision.say(moment.conversation().draft().misses(0), noted(moment, place)));
  }

  private static String noted(Moment moment, Place place) {
    return place.isOutside() && !place.council().isEmpty()
        ? moment.say(
            Prompt.PLACE_NOTED_OUTSIDE, Map.of("place", place.name(), "council", place.council()))
        : moment.say(Prompt.PLACE_NOTED, Map.of("place", place.name()));
  }
}
