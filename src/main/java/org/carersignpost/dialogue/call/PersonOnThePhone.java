package org.carersignpost.dialogue.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallBack;
import org.carersignpost.dialogue.Calling;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Turn;

/// A person for a caller: rung now, ringing back later, or reached by a message.
final class PersonOnThePhone {
  private PersonOnThePhone() {}

  /// Rings somebody if anybody can be rung; else says so and offers what there is.
  ///
  /// @param scene with the conversation as it is after a person was asked for
  static Turn ring(Scene scene, List<Effect> effects, String... first) {
    Priority priority = scene.conversation().priority();
    Next next = new Next(scene).say(List.of(first)).effects(effects).decidedBy("person");
    if (scene.circumstances().phones().any(priority)) {
      return next.say(scene.say(Prompt.CALL_HOLD)).hold(scene.call().troubles(0), priority);
    }
    return offered(scene, next);
  }

  /// Nobody came, or nobody is there.
  static Turn unreached(Scene scene) {
    return offered(scene, new Next(scene).decidedBy("person"));
  }

  private static Turn offered(Scene scene, Next next) {
    return next.say(away(scene))
        .listen(scene.call().asking(Call.Asked.UNREACHED, List.of()).troubles(0));
  }

  private static String away(Scene scene) {
    return switch (scene.circumstances().team()) {
      case OpeningState.Open _, OpeningState.Always _ -> scene.say(Prompt.CALL_UNREACHED_OPEN);
      case OpeningState.Closed(var opensAt) ->
          scene.say(Prompt.CALL_UNREACHED_CLOSED, Map.of("when", scene.when(opensAt)));
      case OpeningState.ClosedToday _, OpeningState.Unknown _ ->
          scene.say(Prompt.CALL_UNREACHED_UNKNOWN);
    };
  }

  /// When may we ring back?
  static Turn askWhen(Scene scene) {
    return new Next(scene)
        .decidedBy("call.back")
        .listen(scene.call().asking(Call.Asked.CALL_BACK_TIME, List.of()).troubles(0));
  }

  /// Somebody will ring back, at times that suit and are safe.
  ///
  /// @param times in the caller's own words, or as the keys stand for
  static Turn callBack(Scene scene, String times) {
    CallBack wish = new CallBack(scene.message().at(), times);
    Calling calling = scene.conversation().calling().callBack(Optional.of(wish));
    Conversation next = scene.conversation().draft().calling(calling).done();
    Priority priority = scene.conversation().priority();
    return new Next(scene.with(next))
        .say(promised(scene, wish.when()))
        .effects(List.of(new Effect.Handoff(priority, "call_back")))
        .decidedBy("call.back")
        .listen(scene.call().asking(Call.Asked.MORE, List.of()).troubles(0));
  }

  private static String promised(Scene scene, String times) {
    return scene.circumstances().team() instanceof OpeningState.Closed(var opensAt)
        ? scene.say(
            Prompt.CALL_BACK_DONE_LATER, Map.of("when", scene.when(opensAt), "times", times))
        : scene.say(Prompt.CALL_BACK_DONE, Map.of("times", times));
  }

  /// A message after the tone.
  static Turn message(Scene scene) {
    return new Next(scene)
        .firmly(List.of(scene.say(Prompt.CALL_MESSAGE)))
        .decidedBy("call.message")
        .record(scene.call().troubles(0));
  }

  /// The message is there; it is in the queue until somebody has heard it.
  static Turn messageLeft(Scene scene) {
    Priority priority = scene.conversation().priority();
    return new Next(scene)
        .say(scene.say(Prompt.CALL_MESSAGE_DONE))
        .say(scene.say(Prompt.CALL_GOODBYE))
        .effects(List.of(new Effect.Handoff(priority, "voicemail")))
        .decidedBy("call.message")
        .hangUp(scene.call());
  }
}
