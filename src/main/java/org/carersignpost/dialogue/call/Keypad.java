package org.carersignpost.dialogue.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.PlaceQuestion;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.ServiceLine;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;

/// What keys mean, and words that answer the same questions.
///
/// `0` is a person, `9` the same again, `*` more time and `#` the list, wherever one is.
final class Keypad {
  private static final String YES = "1";
  private static final String NO = "2";

  private static final Pattern RING_BACK =
      Pattern.compile(
          "(?:please |can you |could you )?(?:ring|call|phone)(?: me)?(?: back)?(?: instead| later| please)*"
              + "|(?:a |one |1 )?(?:ring|call) ?back(?: please)?");
  private static final Pattern TEXT_INSTEAD =
      Pattern.compile(
          "(?:please |can you |could you )?(?:text|send)(?: me)?(?: a text)?(?: instead| please)*|a text(?: please)?");

  private final Talk talk;

  Keypad(Talk talk) {
    this.talk = talk;
  }

  /// What comes of keys.
  Turn pressed(Scene scene, String digits) {
    if (scene.call().asked() == Call.Asked.POSTCODE && digits.length() > 1) {
      return postcode(scene, digits);
    }
    String key = digits.isEmpty() ? "" : digits.substring(0, 1);
    if (scene.call().asked() == Call.Asked.HOLD) {
      return waiting(scene, key);
    }
    return switch (key) {
      case "0" -> talk.person(scene);
      case "9" -> again(scene);
      case "*" -> Talk.paced(scene, Talk.slower(scene.call().pace()), Prompt.CALL_MORE_TIME);
      case "#" -> groups(scene);
      default -> chosen(scene, key);
    };
  }

  private Turn chosen(Scene scene, String key) {
    Optional<Turn> turn =
        switch (scene.call().asked()) {
          case NEED, MORE -> key.equals("1") ? Optional.of(groups(scene)) : Optional.empty();
          case SERVICE -> service(scene, key);
          case POSTCODE -> Optional.empty();
          case WHICH_PLACE -> choice(scene, key).flatMap(name -> place(scene, name));
          case GROUP -> group(scene, key);
          case TOPIC ->
              choice(scene, key)
                  .flatMap(intent -> scene.menu().item(intent))
                  .map(item -> talk.chosen(scene, item.intent(), item.label()));
          case CONFIRM -> yesOrNo(key).map(isYes -> confirmed(scene, isYes));
          case TEXT_CONSENT -> yesOrNo(key).map(isYes -> mayText(scene, isYes));
          case UNREACHED -> unreached(scene, key);
          case CALL_BACK_TIME -> when(scene, key);
          case HOLD, MESSAGE -> Optional.empty();
        };
    return turn.orElseGet(() -> talk.troubled(scene, Prompt.CALL_NO_KEY, "call.no_key"));
  }

  /// What words mean that answer the question; empty when they are about something else.
  ///
  /// @param said in small letters
  Optional<Turn> answered(Scene scene, String said) {
    Intent intent = scene.meaning().intent();
    return switch (scene.call().asked()) {
      case CONFIRM -> confirmedInWords(scene, intent);
      case TEXT_CONSENT -> yesOrNo(intent).map(isYes -> mayText(scene, isYes));
      case UNREACHED -> unreachedInWords(scene, said, intent);
      case CALL_BACK_TIME ->
          intent == Intent.Talk.ASK_TO_REPEAT || intent == Intent.Talk.ASK_FOR_PERSON
              ? Optional.empty()
              : Optional.of(PersonOnThePhone.callBack(scene, scene.message().utterance()));
      case WHICH_PLACE ->
          scene.call().choices().stream()
              .filter(name -> said.replace(" ", "").equalsIgnoreCase(name.replace(" ", "")))
              .findFirst()
              .flatMap(name -> place(scene, name));
      case NEED, MORE, SERVICE, POSTCODE, GROUP, TOPIC, HOLD, MESSAGE -> Optional.empty();
    };
  }

  /// The last words once more, and the same question.
  Turn again(Scene scene) {
    return new Next(scene)
        .say(scene.call().words())
        .decidedBy("call.again")
        .listen(scene.call().troubles(0));
  }

  /// The first list.
  Turn groups(Scene scene) {
    return new Next(scene)
        .decidedBy("call.menu")
        .listen(scene.call().asking(Call.Asked.GROUP, List.of()).troubles(0));
  }

  private Optional<Turn> group(Scene scene, String key) {
    return number(key)
        .filter(number -> number <= scene.menu().groups().size())
        .map(number -> {
          CallMenu.Group group = scene.menu().groups().get(number - 1);
          List<String> items = group.items().stream().map(item -> item.intent().id()).toList();
          return new Next(scene)
              .decidedBy("call.menu")
              .listen(scene.call().asking(Call.Asked.TOPIC, items).troubles(0));
        });
  }

  private Optional<Turn> service(Scene scene, String key) {
    return switch (key) {
      case "1" -> Optional.of(again(scene));
      case "2" -> Optional.of(talk.chosen(scene, Intent.Talk.ASK_FOR_MORE, ""));
      case "3" -> Optional.of(textIt(scene));
      case "4" ->
          Optional.of(
              new Next(scene)
                  .decidedBy("call.postcode")
                  .listen(scene.call().asking(Call.Asked.POSTCODE, List.of()).troubles(0)));
      default -> Optional.empty();
    };
  }

  private Turn postcode(Scene scene, String digits) {
    List<Place> places = scene.directory().placesOnKeypad(digits.replaceAll("\\D", ""));
    if (places.isEmpty()) {
      return talk.troubled(scene, Prompt.CALL_POSTCODE_UNKNOWN, "call.postcode");
    }
    if (places.size() == 1) {
      return talk.place(scene, places.getFirst());
    }
    return new Next(scene)
        .decidedBy("call.postcode")
        .listen(
            scene
                .call()
                .asking(Call.Asked.WHICH_PLACE, places.stream().map(Place::name).toList())
                .troubles(0));
  }

  /// What the dialogue asked about, or a district that keys spell.
  private Optional<Turn> place(Scene scene, String name) {
    int at = PlaceQuestion.choices(scene.conversation()).indexOf(name);
    return at >= 0
        ? Optional.of(talk.chosenPlace(scene, at + 1))
        : scene.directory().place(name).map(place -> talk.place(scene, place));
  }

  private Optional<Turn> confirmedInWords(Scene scene, Intent intent) {
    boolean isNewPlace = scene.meaning().slots().place().isPresent();
    return isNewPlace ? Optional.empty() : yesOrNo(intent).map(isYes -> confirmed(scene, isYes));
  }

  /// Yes takes what was half understood as it is; no takes it without the place, or asks again.
  private Turn confirmed(Scene scene, boolean isYes) {
    Optional<Call.Pending> pending = scene.call().pending();
    Call call = scene.call().pending(Optional.empty()).troubles(0);
    if (pending.isPresent()) {
      Call.Pending half = pending.get();
      Interpretation meaning = half.meaning();
      if (isYes) {
        return talk.understood(scene.with(call), half.utterance(), meaning);
      }
      boolean isNeedClear =
          meaning.slots().place().isPresent() && meaning.intent() instanceof Intent.Find;
      if (isNeedClear) {
        return talk.understood(
            scene.with(call), half.utterance(), meaning.withSlots(meaning.slots().withoutPlace()));
      }
    }
    return new Next(scene)
        .say(scene.say(Prompt.CALL_MISHEARD))
        .decidedBy("call.confirm")
        .listen(call.asking(Call.Asked.NEED, List.of()));
  }

  /// The service that was read out, as a text: at once where the caller has said that texts are
  /// welcome, else after asking.
  Turn textIt(Scene scene) {
    if (scene.service().isEmpty()) {
      return new Next(scene)
          .say(scene.say(Prompt.CALL_TEXT_NOTHING))
          .listen(scene.call().asking(Call.Asked.MORE, List.of()).troubles(0));
    }
    if (!scene.mayText()) {
      return offering(scene, scene.say(Prompt.CALL_TEXT_IMPOSSIBLE), List.of());
    }
    boolean isWelcome = scene.conversation().calling().textsWelcome().orElse(false);
    return isWelcome
        ? texted(scene)
        : new Next(scene)
            .decidedBy("call.text")
            .listen(scene.call().asking(Call.Asked.TEXT_CONSENT, List.of()).troubles(0));
  }

  private Turn mayText(Scene scene, boolean isYes) {
    Conversation asked =
        scene
            .conversation()
            .draft()
            .calling(scene.conversation().calling().textsWelcome(isYes))
            .done();
    Scene after = scene.with(asked);
    return isYes ? texted(after) : offering(after, scene.say(Prompt.CALL_TEXT_DECLINED), List.of());
  }

  private static Turn texted(Scene scene) {
    List<Effect> texts = new ArrayList<>();
    Conversation next = scene.conversation();
    Optional<Signpost> service = scene.service();
    service.ifPresent(found ->
        texts.add(new Effect.SendText(ServiceLine.of(found, scene.circumstances().now()))));
    if (!next.noticeGiven()) {
      texts.add(new Effect.SendText(scene.prompts().text(Prompt.NOTICE_FIRST)));
      next = next.draft().noticeGiven().done();
    }
    return offering(scene.with(next), scene.say(Prompt.CALL_TEXT_SENT), texts);
  }

  /// Says something about the service that was read out, which stays what is said again.
  private static Turn offering(Scene scene, String sentence, List<Effect> effects) {
    return new Next(scene)
        .aside(sentence)
        .effects(effects)
        .decidedBy("call.text")
        .listen(scene.call().asking(Call.Asked.SERVICE, List.of()).troubles(0));
  }

  /// Keys of a caller who waits for a person: `1` to be rung back, `2` for a text; with any other
  /// they wait on.
  private static Turn waiting(Scene scene, String key) {
    Call call = scene.call();
    if (key.equals("1") && scene.instead() != Spoken.Instead.NOTHING) {
      return new Next(scene)
          .decidedBy("call.back")
          .leave(call.asking(Call.Asked.CALL_BACK_TIME, List.of()));
    }
    if (key.equals("2") && scene.instead() == Spoken.Instead.CALL_BACK_OR_TEXT) {
      return new Next(scene)
          .decidedBy("call.text_instead")
          .leave(call.asking(Call.Asked.MORE, List.of()));
    }
    return new Next(scene).hold(call, scene.conversation().priority());
  }

  /// Words of a caller who waits for a person, or of anybody else in the room: unless they choose
  /// something, they were not meant for us.
  ///
  /// @param said in small letters
  static Turn saidWaiting(Scene scene, String said) {
    if (RING_BACK.matcher(said).matches()) {
      return waiting(scene, "1");
    }
    if (TEXT_INSTEAD.matcher(said).matches()) {
      return waiting(scene, "2");
    }
    return new Next(scene)
        .decidedBy(Turn.OVERHEARD)
        .hold(scene.call(), scene.conversation().priority());
  }

  private static Optional<Turn> unreached(Scene scene, String key) {
    return switch (key) {
      case "1" ->
          scene.isWithheld() ? Optional.empty() : Optional.of(PersonOnThePhone.askWhen(scene));
      case "2" -> Optional.of(PersonOnThePhone.message(scene));
      case "3" -> Optional.of(goOn(scene));
      default -> Optional.empty();
    };
  }

  private static Optional<Turn> unreachedInWords(Scene scene, String said, Intent intent) {
    if (said.matches(".*\\b(?:message|voicemail|answerphone|record)\\b.*")) {
      return Optional.of(PersonOnThePhone.message(scene));
    }
    if (!scene.isWithheld() && said.matches(".*\\b(?:ring|call|phone|rung|called)\\b.*")) {
      return Optional.of(PersonOnThePhone.askWhen(scene));
    }
    if (intent == Intent.Talk.AFFIRM) {
      return Optional.of(
          scene.isWithheld() ? PersonOnThePhone.message(scene) : PersonOnThePhone.askWhen(scene));
    }
    return intent == Intent.Talk.DENY ? Optional.of(goOn(scene)) : Optional.empty();
  }

  private static Turn goOn(Scene scene) {
    return new Next(scene)
        .say(scene.say(Prompt.CALL_ALL_RIGHT))
        .listen(scene.call().asking(Call.Asked.NEED, List.of()).troubles(0));
  }

  private static Optional<Turn> when(Scene scene, String key) {
    Optional<Prompt> times =
        switch (key) {
          case "1" -> Optional.of(Prompt.CALL_WHEN_ANY);
          case "2" -> Optional.of(Prompt.CALL_WHEN_MORNING);
          case "3" -> Optional.of(Prompt.CALL_WHEN_AFTERNOON);
          default -> Optional.empty();
        };
    return times.map(prompt -> PersonOnThePhone.callBack(scene, scene.say(prompt)));
  }

  private static Optional<String> choice(Scene scene, String key) {
    List<String> choices = scene.call().choices();
    return number(key)
        .filter(number -> number <= choices.size())
        .map(number -> choices.get(number - 1));
  }

  private static Optional<Integer> number(String key) {
    return key.matches("[1-8]") ? Optional.of(Integer.valueOf(key)) : Optional.empty();
  }

  private static Optional<Boolean> yesOrNo(String key) {
    return switch (key) {
      case YES -> Optional.of(true);
      case NO -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> yesOrNo(Intent intent) {
    if (intent == Intent.Talk.AFFIRM) {
      return Optional.of(true);
    }
    return intent == Intent.Talk.DENY ? Optional.of(false) : Optional.empty();
  }
}
