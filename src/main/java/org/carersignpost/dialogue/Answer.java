package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text that offers services, as full as two segments allow.
///
/// Layouts are tried from the fullest to the barest; the contact and the way on are in all of them.
///
/// @param text at most 306 septets
/// @param shown ids of the services named, in the order of their numbers
record Answer(String text, List<String> shown) {
  private static final int MOST_SEPTETS = 2 * Gsm7.JOINED;

  /// One or two services, and a question at the end if there is one.
  ///
  /// @param numbered whether they can be chosen by number
  static Answer services(
      Moment moment, List<Signpost> services, Optional<String> question, boolean numbered) {
    Prompts prompts = moment.prompts();
    String kindness =
        moment.meaning().distressed() ? prompts.text(Prompt.ANSWER_KINDNESS) + "\n" : "";
    List<Answer> layouts = new ArrayList<>();
    if (services.size() > 1) {
      Signpost first = services.get(0);
      Signpost second = services.get(1);
      List<String> ids = List.of(first.id(), second.id());
      String longClose = question.orElseGet(() -> prompts.text(Prompt.ANSWER_CLOSE));
      String shortClose = question.orElseGet(() -> prompts.text(Prompt.ANSWER_CLOSE_SHORT));
      String one = numbered ? "1. " : "";
      String two = numbered ? "\n2. " : "\n";
      String both = one + full(first, moment) + two + full(second, moment) + "\n";
      String leaner = one + full(first, moment) + two + brief(second, moment) + "\n";
      String briefest = one + brief(first, moment) + two + brief(second, moment) + "\n";
      layouts.add(new Answer(kindness + both + longClose, ids));
      layouts.add(new Answer(kindness + both + shortClose, ids));
      layouts.add(new Answer(kindness + leaner + longClose, ids));
      layouts.add(new Answer(kindness + leaner + shortClose, ids));
      layouts.add(new Answer(leaner + shortClose, ids));
      layouts.add(new Answer(briefest + shortClose, ids));
    }
    Signpost only = services.getFirst();
    String close = question.orElseGet(() -> prompts.text(Prompt.ANSWER_CLOSE_ONE));
    layouts.add(new Answer(kindness + full(only, moment) + "\n" + close, List.of(only.id())));
    layouts.add(new Answer(brief(only, moment) + "\n" + close, List.of(only.id())));
    return firstThatFits(layouts);
  }

  /// A guide's answer, with the first place to go where it is not named in the answer already.
  static Answer guide(Moment moment, Guide guide) {
    Prompts prompts = moment.prompts();
    List<Answer> layouts = new ArrayList<>();
    String close = prompts.text(Prompt.ANSWER_CLOSE_ONE);
    List<String> first = guide.services().stream().limit(1).map(Signpost::id).toList();
    guide.services().stream()
        .findFirst()
        .filter(service -> !namedIn(guide.text(), service))
        .ifPresent(service -> {
          String base = guide.text() + "\n" + brief(service, moment);
          layouts.add(new Answer(base + "\n" + close, first));
          layouts.add(new Answer(base, first));
        });
    layouts.add(new Answer(guide.text() + "\n" + close, first));
    layouts.add(new Answer(guide.text(), first));
    return firstThatFits(layouts);
  }

  private static boolean namedIn(String text, Signpost service) {
    return service.numbers().stream().anyMatch(number -> text.contains(number.number()))
        || service.url().filter(text::contains).isPresent();
  }

  private static Answer firstThatFits(List<Answer> layouts) {
    return layouts.stream()
        .filter(answer -> Gsm7.septets(Gsm7.plain(answer.text)) <= MOST_SEPTETS)
        .findFirst()
        .orElseGet(layouts::getLast);
  }

  private static String full(Signpost signpost, Moment moment) {
    return signpost.name() + ": " + signpost.offer() + ". " + Contact.of(signpost, moment);
  }

  private static String brief(Signpost signpost, Moment moment) {
    return signpost.name() + ": " + Contact.of(signpost, moment);
  }
}
