package org.carersignpost.dialogue.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.PlaceQuestion;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.dialogue.Turn;

/// What a caller says in words, and what comes of it.
final class Talk {
  /// Below this the network was not sure of the words, and what matters in them is asked back.
  private static final double HEARD_WELL = 0.5;

  /// A call that is typed along may be silent this often in a row.
  private static final int MOST_RELAY_SILENCES = 4;

  private static final int MOST_TROUBLES = 2;

  private static final int MOST_WORDS_ABOUT_THE_CALL = 7;

  private static final Pattern RELAY =
      words(
          "relay uk|text ?relay|type ?talk|relay (?:assistant|operator|call)|next generation text");

  /// Of callers who type, or have somebody beside them who speaks for them.
  private static final Pattern TEXT_ONLY =
      words(
          "(?:i am|im|i'm|caller is|user is) (?:profoundly |severely |completely |totally )?"
              + "(?:deaf|hard of hearing|mute|non ?verbal|typing)"
              + "|i (?:can't|cannot|can not|cant) (?:speak|talk)|text ?phone|text user|typing only");

  private static final Pattern MORE_TIME =
      words(
          "more time|slow(?:ly|er|) ?(?:down|please|)|speak (?:more )?slow(?:ly|er)"
              + "|(?:hang|hold) on|wait (?:a|one) (?:minute|moment|second)|just a (?:minute|moment|second)"
              + "|(?:i am|im|i'm) (?:a bit )?slow|give me a (?:minute|moment|second)|bear with me");

  private static final Pattern TEXT_IT =
      words(
          "(?:text|send|message) (?:me )?(?:that|it|this|the (?:number|details)|me)"
              + "|(?:by|as a|in a|send (?:me )?a) text|text me");

  private static final Pattern LIST =
      words("(?:the |a )?(?:list|menu|options|main menu)|what (?:can|do) you (?:do|have)");

  private static final Pattern BARE_STOP = words("stop|cancel|end|quit|stop it|be quiet|shut up");

  private static final Map<String, String> KEYS_IN_WORDS =
      Map.ofEntries(
          Map.entry("zero", "0"),
          Map.entry("nought", "0"),
          Map.entry("one", "1"),
          Map.entry("two", "2"),
          Map.entry("three", "3"),
          Map.entry("four", "4"),
          Map.entry("five", "5"),
          Map.entry("six", "6"),
          Map.entry("seven", "7"),
          Map.entry("eight", "8"),
          Map.entry("nine", "9"),
          Map.entry("star", "*"),
          Map.entry("hash", "#"));

  private static final Pattern BEFORE_KEY =
      words("(?:press|number|option|key|choice|say)? ?(\\S+)");

  private final Dialogue dialogue;

  Talk(Dialogue dialogue) {
    this.dialogue = dialogue;
  }

  /// What a caller said.
  ///
  /// @param confidence how sure the network is of the words
  Turn heard(Scene scene, OptionalDouble confidence, Keypad keypad) {
    String said = plain(scene.message().utterance());
    if (scene.meaning().risk().isPresent()) {
      return danger(scene);
    }
    if (scene.call().asked() == Call.Asked.HOLD) {
      return Keypad.saidWaiting(scene, said);
    }
    if (said.isEmpty()) {
      return troubled(scene, Prompt.CALL_SILENCE, "call.silence");
    }
    if (RELAY.matcher(said).find() || (isShort(said) && TEXT_ONLY.matcher(said).find())) {
      return paced(scene, Call.Pace.RELAY, Prompt.CALL_RELAY);
    }
    if (isShort(said) && MORE_TIME.matcher(said).find()) {
      return paced(scene, slower(scene.call().pace()), Prompt.CALL_MORE_TIME);
    }
    Optional<String> key = key(said);
    if (key.isPresent()) {
      return keypad.pressed(scene, key.get());
    }
    Optional<Turn> expected = keypad.answered(scene, said);
    return expected.orElseGet(() -> talked(scene, said, confidence, keypad));
  }

  private Turn talked(Scene scene, String said, OptionalDouble confidence, Keypad keypad) {
    if (is(scene, Intent.Talk.ASK_TO_REPEAT)) {
      return keypad.again(scene);
    }
    if (isShort(said) && TEXT_IT.matcher(said).find()) {
      return keypad.textIt(scene);
    }
    if (LIST.matcher(said).matches()) {
      return keypad.groups(scene);
    }
    if (BARE_STOP.matcher(said).matches()) {
      return new Next(scene)
          .say(scene.say(Prompt.CALL_ALL_RIGHT))
          .listen(scene.call().asking(Call.Asked.NEED, List.of()).troubles(0));
    }
    return isWorthAskingBack(scene, confidence)
        ? askBack(scene)
        : understood(scene, scene.message().utterance(), scene.meaning());
  }

  private static boolean isWorthAskingBack(Scene scene, OptionalDouble confidence) {
    boolean isUnsure = confidence.isPresent() && confidence.getAsDouble() < HEARD_WELL;
    boolean isSomething =
        scene.meaning().slots().place().isPresent()
            || scene.meaning().intent() instanceof Intent.Find;
    return isUnsure && isSomething && scene.call().asked() != Call.Asked.CONFIRM;
  }

  private static Turn askBack(Scene scene) {
    Call.Pending half = new Call.Pending(scene.message().utterance(), scene.meaning());
    return new Next(scene)
        .decidedBy("call.confirm")
        .listen(scene.call().asking(Call.Asked.CONFIRM, List.of()).pending(Optional.of(half)));
  }

  /// What the dialogue makes of words that were heard well enough, and how the call goes on.
  Turn understood(Scene scene, String utterance, Interpretation meaning) {
    Call call = scene.call().pending(Optional.empty());
    Turn turn = decide(scene, utterance, meaning);
    Scene after = scene.with(turn.next()).with(call);
    if (turn.decidedBy().equals("fallback")) {
      return puzzled(after, turn);
    }
    if (asksForPerson(turn)) {
      return PersonOnThePhone.ring(after, turn.effects());
    }
    Next next =
        new Next(after).say(turn.texts()).effects(turn.effects()).decidedBy(turn.decidedBy());
    if (meaning.intent() == Intent.Talk.SAY_GOODBYE && turn.decidedBy().equals("small-talk")) {
      return next.hangUp(call);
    }
    List<String> places = PlaceQuestion.choices(turn.next());
    if (!places.isEmpty()) {
      return next.listen(call.asking(Call.Asked.WHICH_PLACE, places).troubles(0));
    }
    return next.listen(
        call.asking(isOffer(turn) ? Call.Asked.SERVICE : Call.Asked.MORE, List.of()).troubles(0));
  }

  private Turn decide(Scene scene, String utterance, Interpretation meaning) {
    InboundMessage message = scene.message();
    InboundMessage said =
        new InboundMessage(
            message.id(),
            message.channel(),
            message.from(),
            message.at(),
            utterance,
            message.mediaCount(),
            message.optOut(),
            message.call());
    return dialogue.take(
        scene.conversation(), said, meaning, scene.circumstances(), scene.directory());
  }

  private static boolean isOffer(Turn turn) {
    boolean isAnswer =
        turn.decidedBy().equals("signposting")
            || turn.decidedBy().equals("question")
            || turn.decidedBy().equals("navigation");
    return isAnswer && turn.next().offer().filter(offer -> !offer.shown().isEmpty()).isPresent();
  }

  private static boolean asksForPerson(Turn turn) {
    return turn.effects().stream()
        .anyMatch(effect ->
            effect instanceof Effect.Handoff(_, var reason)
                && (reason.equals("asked") || reason.startsWith("language.")));
  }

  /// The caller wants a person, or needs one.
  Turn person(Scene scene) {
    return understood(scene, "", meaning(Intent.Talk.ASK_FOR_PERSON, Slots.NONE));
  }

  /// The safety words to the end, and a person rung ahead of all others.
  private Turn danger(Scene scene) {
    Turn turn = decide(scene, scene.message().utterance(), scene.meaning());
    Call call = scene.call().pending(Optional.empty()).troubles(0);
    Scene after = scene.with(turn.next()).with(call);
    Priority priority = turn.next().priority();
    Next next =
        new Next(after).firmly(turn.texts()).effects(turn.effects()).decidedBy(turn.decidedBy());
    if (scene.circumstances().phones().any(priority)) {
      return next.say(after.say(Prompt.CALL_HOLD_DANGER)).hold(call, priority);
    }
    return next.say(after.say(Prompt.CALL_DANGER_LAST))
        .listen(call.asking(Call.Asked.UNREACHED, List.of()));
  }

  /// A place that was keyed in or chosen.
  Turn place(Scene scene, Place place) {
    Slots slots = new Slots(Optional.of(place), Optional.empty(), Optional.empty(), List.of());
    return understood(scene, place.name(), meaning(Intent.Talk.GIVE_PLACE, slots));
  }

  /// The place of that number, where the dialogue has asked which or whose it is.
  Turn chosenPlace(Scene scene, int number) {
    Interpretation meaning =
        new Interpretation(
            List.of(), Intent.Talk.CHOOSE, 1, List.of(), Slots.NONE, OptionalInt.of(number), false);
    return understood(scene, "", meaning);
  }

  /// Something chosen from the list of all that can be asked for.
  Turn chosen(Scene scene, Intent intent, String label) {
    return understood(scene, label, meaning(intent, Slots.NONE));
  }

  private static Interpretation meaning(Intent intent, Slots slots) {
    List<TopicScore> topics =
        intent instanceof Intent.Find(var topic) ? List.of(new TopicScore(topic, 1)) : List.of();
    return new Interpretation(List.of(), intent, 1, topics, slots, OptionalInt.empty(), false);
  }

  private Turn puzzled(Scene after, Turn turn) {
    int troubles = after.call().troubles() + 1;
    if (troubles >= MOST_TROUBLES) {
      return helpless(after, turn.effects());
    }
    return new Next(after)
        .say(turn.texts())
        .effects(turn.effects())
        .decidedBy(turn.decidedBy())
        .listen(after.call().troubles(troubles));
  }

  /// Nothing could be made of this step: once the same is asked again, then a person is looked for.
  Turn troubled(Scene scene, Prompt prompt, String why) {
    Call call = scene.call();
    int troubles = call.troubles() + 1;
    boolean isTypedAlong = call.pace() == Call.Pace.RELAY;
    if (troubles >= (isTypedAlong ? MOST_RELAY_SILENCES : MOST_TROUBLES)) {
      return helpless(scene, List.of());
    }
    Next next = new Next(scene).decidedBy(why);
    if (!isTypedAlong) {
      boolean isDanger = scene.conversation().priority() == Priority.CRISIS;
      next.aside(scene.say(isDanger ? Prompt.CALL_DANGER_LAST : prompt));
    }
    return next.listen(call.troubles(troubles));
  }

  /// Where neither words nor keys get any further: a person, and whoever cannot reach one leaves a
  /// message.
  private Turn helpless(Scene scene, List<Effect> effects) {
    return switch (scene.call().asked()) {
      case UNREACHED, HOLD, MESSAGE -> PersonOnThePhone.message(scene);
      case CALL_BACK_TIME -> PersonOnThePhone.callBack(scene, scene.say(Prompt.CALL_WHEN_ANY));
      default -> {
        Turn asked = decide(scene, "", meaning(Intent.Talk.ASK_FOR_PERSON, Slots.NONE));
        Scene after = scene.with(asked.next());
        List<Effect> all = new ArrayList<>(effects);
        all.addAll(asked.effects());
        yield PersonOnThePhone.ring(after, all, after.say(Prompt.CALL_TROUBLE));
      }
    };
  }

  static Call.Pace slower(Call.Pace pace) {
    return pace == Call.Pace.RELAY ? pace : Call.Pace.SLOW;
  }

  /// Waits longer from now on, and asks the same again.
  static Turn paced(Scene scene, Call.Pace pace, Prompt prompt) {
    return new Next(scene)
        .aside(scene.say(prompt))
        .decidedBy("call.pace")
        .listen(scene.call().pace(pace).troubles(0));
  }

  private static boolean is(Scene scene, Intent intent) {
    return scene.meaning().intent().equals(intent);
  }

  private static Optional<String> key(String said) {
    return Optional.of(BEFORE_KEY.matcher(said))
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .flatMap(word ->
            word.matches("[0-9*#]")
                ? Optional.of(word)
                : Optional.ofNullable(KEYS_IN_WORDS.get(word)));
  }

  /// Whether it can be about the call and nothing else.
  private static boolean isShort(String said) {
    return said.split(" ").length <= MOST_WORDS_ABOUT_THE_CALL;
  }

  /// Small letters, without the signs that speech recognition puts between words.
  static String plain(String utterance) {
    return utterance
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}*#' ]+", " ")
        .replaceAll(" +", " ")
        .strip();
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile("\\b(?:" + alternatives + ")(?!\\p{L})|^(?:" + alternatives + ")$");
  }
}
