package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Moves about in what was offered: more of it, details of one, the same again, how sure it is.
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
      case ASK_IF_CHECKED -> Optional.of(checked(moment));
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
    List<Signpost> shown = shown(moment);
    return Decision.say(
        next,
        shown.isEmpty()
            ? moment.say(Prompt.AGAIN_NOTHING)
            : Answer.services(moment, shown, Optional.empty(), true).text());
  }

  private static List<Signpost> shown(Moment moment) {
    return moment.conversation().offer().map(Conversation.Offer::shown).orElse(List.of()).stream()
        .flatMap(id -> moment.directory().signpost(id, moment.circumstances().now()).stream())
        .toList();
  }

  /// How old the facts are about each service last shown, and whom to tell when they are wrong.
  private static Decision checked(Moment moment) {
    Conversation.Draft next = moment.conversation().draft().misses(0);
    List<Signpost> shown = shown(moment);
    if (shown.isEmpty()) {
      return Decision.say(next, moment.say(Prompt.CHECKED_NOTHING));
    }
    List<String> sentences = new ArrayList<>();
    shown.forEach(signpost -> sentences.add(checked(moment, signpost)));
    sentences.add(moment.say(Prompt.CHECKED_CLOSE));
    return Decision.say(next, String.join(" ", sentences));
  }

  private static String checked(Moment moment, Signpost signpost) {
    Freshness freshness =
        Freshness.of(signpost.assured(), moment.circumstances().now().toLocalDate());
    String name = signpost.name();
    if (signpost.assured().isEmpty() || signpost.uncertain()) {
      return moment.say(Prompt.CHECKED_UNKNOWN, Map.of("name", name));
    }
    return moment.say(
        freshness == Freshness.UNASSURED ? Prompt.CHECKED_OLD : Prompt.CHECKED_DATE,
        Map.of("name", name, "date", Details.MONTH.format(signpost.assured().get())));
  }

  private static Decision again(Moment moment) {
    Conversation.Draft next = moment.conversation().draft().misses(0);
    List<String> last = moment.conversation().lastTexts();
    return last.isEmpty() ? writtenAnew(moment, next) : new Decision(next, last, List.of());
  }
}
