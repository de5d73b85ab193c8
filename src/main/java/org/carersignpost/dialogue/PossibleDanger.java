package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;

/// Heeds a danger that is only possible: what was asked is answered all the same, a sentence for
/// the worst case is added, and a person is asked to look.
final class PossibleDanger {
  private PossibleDanger() {}

  /// The decision, with that added where the message calls for it.
  static Decision heeded(Moment moment, Decision decision) {
    if (isGoodbyeOnThePhone(moment)) {
      return decision;
    }
    return moment
        .meaning()
        .possibleRisk()
        .map(risk -> heeded(moment, decision, risk))
        .orElse(decision);
  }

  /// A text of thanks and goodbye alone may be a farewell; on the phone everybody ends so.
  private static boolean isGoodbyeOnThePhone(Moment moment) {
    return moment.isCall()
        && (moment.is(Intent.Talk.SAY_GOODBYE) || moment.is(Intent.Talk.THANK))
        && moment.meaning().confidence() >= Dialogue.CLEARLY;
  }

  private static Decision heeded(Moment moment, Decision decision, Risk risk) {
    Priority priority = Priority.of(risk.level());
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.add(new Effect.Handoff(priority, "possible." + risk.kind()));
    return new Decision(
        Waiting.raised(decision.next(), moment, priority), texts(moment, decision), effects);
  }

  /// An intended silence stays one, nothing is said twice in a row, and a landline reads aloud to
  /// whoever picks up the phone.
  private static List<String> texts(Moment moment, Decision decision) {
    String sentence = moment.say(Prompt.RISK_POSSIBLE);
    boolean isFitting =
        !decision.texts().isEmpty()
            && (moment.isCall() || moment.message().from() != InboundMessage.Sender.LANDLINE)
            && !lastWords(moment.conversation()).contains(Gsm7.plain(sentence));
    if (!isFitting) {
      return decision.texts();
    }
    List<String> texts = new ArrayList<>(decision.texts());
    texts.add(sentence);
    return texts;
  }

  private static List<String> lastWords(Conversation conversation) {
    return conversation.calling().call().map(Call::words).orElseGet(conversation::lastTexts);
  }
}
