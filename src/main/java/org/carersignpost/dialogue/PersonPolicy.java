package org.carersignpost.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who asks for a person gets in the queue and is told what happens next, in and out of hours.
final class PersonPolicy implements Policy {
  private static final double CLEAR_NEED = 0.5;

  private static final Pattern ASKS_FOR_SOMEBODY =
      Pattern.compile(
          "\\b(can|could|may) i (please )?(speak|talk|chat)\\b"
              + "|\\b(want|need|like) (to|2) (speak|talk|chat) (to|2|with) (a |an )?(real )?"
              + "(person|human|someone|somebody|some1|anyone|adult)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public String name() {
    return "person";
  }

  @Override
  public Optional<Decision> decide(Moment moment) {
    if (moment.meaning().wantsPerson() || isChildWhoAsks(moment)) {
      return Optional.of(isNeedToo(moment) ? askAndAnswer(moment) : ask(moment, "asked"));
    }
    boolean accepts =
        moment.is(Intent.Talk.AFFIRM)
            && moment.conversation().question().equals(Optional.of(Conversation.Question.PERSON));
    return accepts ? Optional.of(ask(moment, "asked")) : Optional.empty();
  }

  /// A child who says their age and asks for a person in one breath gets one, whatever else they
  /// say.
  private static boolean isChildWhoAsks(Moment moment) {
    return moment.conversation().slots().youngCarer().orElse(false)
        && ASKS_FOR_SOMEBODY.matcher(moment.message().utterance()).find();
  }

  /// Whoever waits for a person can meanwhile have what the directory knows. A caller is put
  /// through at once.
  private static boolean isNeedToo(Moment moment) {
    return !moment.isCall()
        && moment.circumstances().hasMemory()
        && moment.meaning().intent() instanceof Intent.Find
        && moment.meaning().topics().stream().anyMatch(topic -> topic.probability() >= CLEAR_NEED);
  }

  private static Decision askAndAnswer(Moment moment) {
    Decision answer = SignpostingPolicy.answer(moment);
    Decision asked = ask(moment.after(answer.next().done()), "asked");
    List<String> texts = new ArrayList<>(asked.texts());
    texts.addAll(answer.texts());
    return new Decision(asked.next(), texts, asked.effects());
  }

  /// Puts the conversation in the queue and says when a person will be there.
  static Decision ask(Moment moment, String reason) {
    return ask(moment, reason, Priority.NORMAL);
  }

  /// The same where a person should look at least this soon.
  static Decision ask(Moment moment, String reason, Priority least) {
    boolean already = Waiting.is(moment.conversation());
    return new Decision(
        Waiting.from(moment, least).misses(0).topics(Topics.remembered(moment)),
        List.of(said(moment, already)),
        List.of(new Effect.Handoff(moment.conversation().priority().or(least), reason)));
  }

  private static String said(Moment moment, boolean already) {
    if (!moment.circumstances().hasMemory()) {
      return moment.say(Prompt.PERSON_NO_MEMORY, CouncilLines.of(moment));
    }
    if (already && moment.teamIsOpen()) {
      return moment.say(Prompt.PERSON_ALREADY);
    }
    return switch (moment.circumstances().team()) {
      case OpeningState.Open open -> moment.say(Prompt.PERSON_OPEN);
      case OpeningState.Always always -> moment.say(Prompt.PERSON_OPEN);
      case OpeningState.Closed(var opensAt) ->
          moment.say(Prompt.PERSON_CLOSED, Map.of("when", moment.when(opensAt)));
      case OpeningState.ClosedToday closed -> moment.say(Prompt.PERSON_UNKNOWN_HOURS);
      case OpeningState.Unknown unknown -> moment.say(Prompt.PERSON_UNKNOWN_HOURS);
    };
  }
}
