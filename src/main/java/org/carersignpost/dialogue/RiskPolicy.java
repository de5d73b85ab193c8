package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Danger comes before everything: the fixed reply, a person alerted, the front of the queue.
///
/// It holds on every message, whoever owns the conversation, and also when the message asks to be
/// left alone.
final class RiskPolicy implements Policy {
  /// A safety reply may be three segments long.
  private static final int MOST_SEPTETS = 3 * Gsm7.JOINED;

  @Override
  public String name() {
    return "risk";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    return moment.meaning().risk().map(risk -> answer(moment, risk));
  }

  private static Decision answer(Moment moment, Risk risk) {
    Priority priority = Priority.of(risk.level());
    Conversation.Draft next = Waiting.from(moment, priority);
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Handoff(priority, "risk." + risk.kind()));
    if (isBareOptOut(moment)) {
      next.optedOut(true);
      effects.add(new Effect.OptOut());
    }
    next.topics(Topics.remembered(moment));
    LanguagePolicy.sentence(moment).ifPresent(_ -> next.toldIn(moment.meaning().language()));
    return new Decision(next, texts(moment, risk), effects);
  }

  /// A polite wish to be left alone is not read into a cry for help; a bare keyword is obeyed as
  /// well.
  private static boolean isBareOptOut(Moment moment) {
    return moment.message().optOut().filter(InboundMessage.OptOut.STOP::equals).isPresent();
  }

  /// On the phone the numbers are said once more; who writes in another language is told of 999 in
  /// it first.
  private static List<String> texts(Moment moment, Risk risk) {
    String text = text(moment, risk);
    return moment.isCall()
        ? List.of(text, moment.sayNumbers(kindFor(moment, risk), CouncilLines.of(moment)))
        : LanguagePolicy.sentence(moment)
            .map(sentence -> List.of(sentence, text))
            .orElse(List.of(text));
  }

  private static String text(Moment moment, Risk risk) {
    String reply = moment.sayRisk(kindFor(moment, risk), CouncilLines.of(moment));
    String withNext = reply + " " + next(moment);
    return moment.isCall() || Gsm7.septets(withNext) <= MOST_SEPTETS ? withNext : reply;
  }

  /// Whoever hurts a child, the child is told what is there for children.
  private static String kindFor(Moment moment, Risk risk) {
    boolean isChild = moment.conversation().slots().youngCarer().orElse(false);
    return isChild && risk.kind().equals("domestic_abuse") ? "child_harm" : risk.kind();
  }

  private static String next(Moment moment) {
    if (!moment.circumstances().hasMemory()) {
      return "";
    }
    return switch (moment.circumstances().team()) {
      case OpeningState.Closed(var opensAt) ->
          moment.say(Prompt.RISK_NEXT_CLOSED, Map.of("when", moment.when(opensAt)));
      default -> moment.say(Prompt.RISK_NEXT_OPEN);
    };
  }
}
