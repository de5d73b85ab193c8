package org.carersignpost.dialogue.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.Prompt;

/// What a caller is asked, and which key does what: the end of every step that listens.
final class Questions {
  private Questions() {}

  /// The sentences that ask what a call asks now.
  ///
  /// @param scene with the call as it will be after this step
  static List<String> of(Scene scene) {
    Call call = scene.call();
    return switch (call.asked()) {
      case NEED -> List.of(scene.say(Prompt.CALL_ASK_NEED));
      case MORE -> List.of(scene.say(Prompt.CALL_ASK_MORE));
      case SERVICE -> service(scene);
      case POSTCODE -> List.of(scene.say(Prompt.CALL_ASK_POSTCODE));
      case WHICH_PLACE -> pressed(scene, call.choices().stream().map(Questions::spelt).toList());
      case GROUP -> {
        List<String> groups =
            pressed(scene, scene.menu().groups().stream().map(CallMenu.Group::label).toList());
        yield withEnd(groups, scene.say(Prompt.CALL_OFFER_PERSON));
      }
      case TOPIC ->
          withEnd(
              pressed(scene, call.choices().stream().map(id -> label(scene, id)).toList()),
              scene.say(Prompt.CALL_ASK_LIST));
      case CONFIRM -> confirm(scene);
      case TEXT_CONSENT ->
          List.of(scene.say(Prompt.CALL_TEXT_CONSENT), scene.say(Prompt.CALL_YES_OR_NO));
      case UNREACHED ->
          List.of(
              scene.say(
                  scene.isWithheld()
                      ? Prompt.CALL_ASK_UNREACHED_WITHHELD
                      : Prompt.CALL_ASK_UNREACHED));
      case CALL_BACK_TIME -> List.of(scene.say(Prompt.CALL_ASK_WHEN));
      case HOLD, MESSAGE -> List.of();
    };
  }

  private static List<String> service(Scene scene) {
    List<String> question = new ArrayList<>();
    if (isPlaceAsked(scene)) {
      question.add(scene.say(Prompt.CALL_ASK_PLACE));
    }
    question.add(scene.say(Prompt.CALL_ASK_SERVICE));
    if (scene.mayText()) {
      question.add(scene.say(Prompt.CALL_OFFER_TEXT));
    }
    question.add(scene.say(Prompt.CALL_OFFER_PERSON));
    return question;
  }

  private static boolean isPlaceAsked(Scene scene) {
    return scene.conversation().question().equals(Optional.of(Conversation.Question.PLACE));
  }

  private static List<String> confirm(Scene scene) {
    Optional<Call.Pending> pending = scene.call().pending();
    Optional<Place> place = pending.flatMap(half -> half.meaning().slots().place());
    String question =
        place
            .map(where -> scene.say(Prompt.CALL_CONFIRM_PLACE, Map.of("place", where.name())))
            .orElseGet(
                () -> scene.say(Prompt.CALL_CONFIRM_NEED, Map.of("topic", topic(scene, pending))));
    return List.of(question, scene.say(Prompt.CALL_YES_OR_NO));
  }

  private static String topic(Scene scene, Optional<Call.Pending> pending) {
    return pending
        .flatMap(half -> half.meaning().topics().stream().findFirst())
        .map(score -> scene.directory().labelOf(score.topic()))
        .orElse("");
  }

  private static String label(Scene scene, String intent) {
    return scene.menu().item(intent).map(CallMenu.Item::label).orElse(intent);
  }

  /// `S O 23`: letters one by one, so that two districts sound different.
  private static String spelt(String district) {
    return district.replaceAll("(\\p{Lu})(?=[\\p{Lu}\\d])", "$1 ");
  }

  private static List<String> pressed(Scene scene, List<String> labels) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      sentences.add(
          scene.say(
              Prompt.CALL_ASK_PRESS,
              Map.of("label", labels.get(i), "key", Integer.toString(i + 1))));
    }
    return sentences;
  }

  private static List<String> withEnd(List<String> sentences, String end) {
    List<String> all = new ArrayList<>(sentences);
    all.add(end);
    return all;
  }
}
