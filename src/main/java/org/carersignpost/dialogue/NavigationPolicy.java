package org.carersignpost.dialogue;

import java.util.List;
import java.util.Optional;

/// Moves about in what was offered: more of it, details of one, the same again.
final class NavigationPolicy implements Policy {
  @Override
  public String name() {
    return "navigation";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    if (!(moment.meaning().intent() instanceof Intent.Talk talk)) {
      return Optional.empty();
    }
    return switch (talk) {
      case ASK_FOR_MORE -> Optional.of(more(moment));
      case CHOOSE -> Optional.of(details(moment));
      case ASK_TO_REPEAT -> Optional.of(again(moment));
      default -> Optional.empty();
    };
  }

  private static Decision more(Moment moment) {
    Conversation.Draft next = moment.conversation().draft().misses(0);
    return moment
        .conversation()
        .offer()
        .map(offer -> SignpostingPolicy.searchMore(moment, offer))
        .orElseGet(() -> Decision.say(next, moment.say(Prompt.MORE_FIRST)));
  }

  private static Decision details(Moment moment) {
    Conversation.Draft next = moment.conversation().draft().misses(0);
    int choice = moment.meaning().choice().orElse(0);
    List<String> shown =
        moment.conversation().offer().map(Conversation.Offer::shown).orElse(List.of());
    if (choice < 1 || choice > shown.size()) {
      return Decision.say(next, moment.say(Prompt.DETAILS_NONE));
    }
    return moment
        .directory()
        .signpost(shown.get(choice - 1), moment.circumstances().now())
        .map(signpost -> Decision.say(next, Details.of(signpost, moment)))
        .orElseGet(() -> Decision.say(next, moment.say(Prompt.DETAILS_NONE)));
  }

  /// What was last offered on the phone, for whoever texts after a call.
  private static Decision writtenAnew(Moment moment, Conversation.Draft next) {
    List<Signpost> shown =
        moment.conversation().offer().map(Conversation.Offer::shown).orElse(List.of()).stream()
            .flatMap(id -> moment.directory().signpost(id, moment.circumstances().now()).stream())
            .toList();
    return Decision.say(
        next,
        shown.isEmpty()
            ? moment.say(Prompt.AGAIN_NOTHING)
            : Answer.services(moment, shown, Optional.empty()).text());
  }

  private static Decision again(Moment moment) {
    Conversation.Draft next = moment.conversation().draft().misses(0);
    List<String> last = moment.conversation().lastTexts();
    return last.isEmpty() ? writtenAnew(moment, next) : new Decision(next, last, List.of());
  }
}
