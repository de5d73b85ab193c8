package org.carersignpost.dialogue.call;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.CallMenu;
import org.carersignpost.dialogue.CallStep;
import org.carersignpost.dialogue.Circumstances;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Dialogue;
import org.carersignpost.dialogue.Heard;
import org.carersignpost.dialogue.InboundMessage;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.dialogue.Prompt;
import org.carersignpost.dialogue.Prompts;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;

/// Decides each turn, of texts and of calls.
///
/// It is a pure function and safe to use from any thread. Texts are the [Dialogue]'s alone; of a
/// call it decides what keys, silence and mishearing mean, and leaves the rest to the same
/// dialogue. No call is endless: two silences or misunderstandings in a row lead to a person or to
/// a message, and after [#MOST_STEPS] steps it ends kindly.
public final class CallFlow {
  /// A call has no more steps than this.
  public static final int MOST_STEPS = 150;

  /// Without memory nobody knows how long a caller has been silent, so it ends here.
  private static final int MOST_STEPS_FORGOTTEN = 3;

  private final Dialogue dialogue;
  private final Prompts prompts;
  private final CallMenu menu;
  private final Talk talk;
  private final Keypad keypad;

  public CallFlow(Dialogue dialogue, Prompts prompts, CallMenu menu) {
    this.dialogue = dialogue;
    this.prompts = prompts;
    this.menu = menu;
    this.talk = new Talk(dialogue);
    this.keypad = new Keypad(talk);
  }

  /// The turn that answers a text or a step of a call. Same arguments, same turn.
  public Turn take(
      Conversation before,
      InboundMessage message,
      Interpretation meaning,
      Circumstances circumstances,
      ServiceDirectory directory) {
    if (message.call().isEmpty()) {
      return dialogue.take(before, message, meaning, circumstances, directory);
    }
    CallStep step = message.call().get();
    Call call =
        before
            .calling()
            .call()
            .filter(known -> known.id().equals(step.call()))
            .map(known -> meaning.distressed() ? known.upset() : known)
            .orElseGet(() -> Call.begin(step.call()));
    Scene scene =
        new Scene(before, call, message, step, meaning, circumstances, directory, prompts, menu);
    return step.number() >= MOST_STEPS && !(step.heard() instanceof Heard.Ended)
        ? new Next(scene).say(scene.say(Prompt.CALL_TOO_LONG)).hangUp(call)
        : take(scene);
  }

  private Turn take(Scene scene) {
    return switch (scene.step().heard()) {
      case Heard.Began() -> greet(scene);
      case Heard.Words words -> talk.heard(scene, words.confidence(), keypad);
      case Heard.Keys(var digits) -> keypad.pressed(scene, digits);
      case Heard.Nothing() -> silent(scene);
      case Heard.Left(var how) -> left(scene, how);
      case Heard.Recorded _ -> PersonOnThePhone.messageLeft(scene);
      case Heard.Ended() -> new Next(scene).forgotten();
    };
  }

  /// What a caller hears who waits for a person: a function of the time waited and the place in the
  /// line.
  ///
  /// @param waited so far
  /// @param longest after that nobody is waited for any more
  /// @param place how many come first, and this one: 1 is next
  /// @param instead what the caller may choose instead
  /// @param isDanger whether somebody may be in danger
  public Spoken waiting(
      Duration waited, Duration longest, int place, Spoken.Instead instead, boolean isDanger) {
    if (waited.compareTo(longest) >= 0) {
      return new Spoken(List.of(), List.of(), List.of(), new Spoken.Then.Leave());
    }
    List<String> words = new ArrayList<>();
    words.add(
        place == 1
            ? prompts.speech(Prompt.CALL_WAIT_NEXT, Map.of())
            : prompts.speech(Prompt.CALL_WAIT_PLACE, Map.of("place", Integer.toString(place))));
    if (isDanger) {
      words.add(prompts.speech(Prompt.CALL_WAIT_DANGER, Map.of()));
    }
    List<String> question =
        switch (instead) {
          case CALL_BACK_OR_TEXT ->
              List.of(prompts.speech(Prompt.CALL_WAIT_BACK_OR_TEXT, Map.of()));
          case CALL_BACK -> List.of(prompts.speech(Prompt.CALL_WAIT_BACK, Map.of()));
          case NOTHING -> List.of();
        };
    return new Spoken(
        List.of(), words, question, new Spoken.Then.Listen(Spoken.Keys.ONE, Call.Pace.ORDINARY));
  }

  /// What a staff member's phone hears before the caller is put through.
  ///
  /// @param about the carer in a few words: `in Alton`, `dementia`, ...
  public String whisper(List<String> about, boolean isDanger) {
    return prompts.speech(
        isDanger ? Prompt.CALL_WHISPER_DANGER : Prompt.CALL_WHISPER,
        Map.of("about", String.join(", ", about)));
  }

  /// A sentence to a staff member on the phone.
  public String toStaff(Prompt prompt) {
    return prompts.speech(prompt, Map.of());
  }

  private static Turn greet(Scene scene) {
    Next next = new Next(scene).decidedBy("call.greeting").say(scene.say(Prompt.CALL_GREETING));
    if (scene.conversation().ownership() instanceof Ownership.Staff) {
      next.say(scene.say(Prompt.CALL_WITH_STAFF));
    }
    return next.listen(scene.call().asking(Call.Asked.NEED, List.of()));
  }

  private Turn silent(Scene scene) {
    Call call = scene.call();
    if (call.asked() == Call.Asked.MESSAGE) {
      return new Next(scene)
          .say(scene.say(Prompt.CALL_MESSAGE_NONE))
          .say(scene.say(Prompt.CALL_GOODBYE))
          .hangUp(call);
    }
    if (!scene.circumstances().hasMemory() && scene.step().number() >= MOST_STEPS_FORGOTTEN) {
      return new Next(scene).firmly(List.of(scene.say(Prompt.CALL_STAY_SAFE))).hangUp(call);
    }
    return talk.troubled(scene, Prompt.CALL_SILENCE, "call.silence");
  }

  private Turn left(Scene scene, Heard.Left.How how) {
    Call call = scene.call();
    if (how == Heard.Left.How.TALKED) {
      return new Next(scene)
          .decidedBy("person")
          .say(scene.say(Prompt.CALL_TALKED))
          .listen(call.asking(Call.Asked.MORE, List.of()).troubles(0));
    }
    return switch (call.asked()) {
      // What the caller has chosen while waiting.
      case CALL_BACK_TIME -> new Next(scene).listen(call);
      case MORE ->
          new Next(scene).say(scene.say(Prompt.CALL_TEXT_INSTEAD)).listen(call.troubles(0));
      default -> PersonOnThePhone.unreached(scene);
    };
  }
}
