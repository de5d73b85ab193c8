package org.carersignpost.dialogue.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;

/// The turn that ends one step of a call, put together: first the words, then what the phone does.
final class Next {
  private final Scene scene;
  private final List<String> firm = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private String decidedBy = "call";
  private boolean isAside;

  Next(Scene scene) {
    this.scene = scene;
  }

  /// Said to the end.
  Next firmly(List<String> sentences) {
    firm.addAll(sentences);
    return this;
  }

  Next say(List<String> sentences) {
    words.addAll(sentences);
    return this;
  }

  Next say(String sentence) {
    words.add(sentence);
    return this;
  }

  /// Said beside what the call is about: asked for it again, the caller hears what came before.
  Next aside(String sentence) {
    isAside = true;
    return say(sentence);
  }

  Next effects(List<Effect> added) {
    effects.addAll(added);
    return this;
  }

  Next decidedBy(String policy) {
    decidedBy = policy;
    return this;
  }

  /// Asks what a call asks now, and listens.
  Turn listen(Call call) {
    Call next = remembering(call);
    Scene after = scene.with(next);
    Spoken.Keys keys = next.asked() == Call.Asked.POSTCODE ? Spoken.Keys.SEVERAL : Spoken.Keys.ONE;
    return turn(next, Questions.of(after), new Spoken.Then.Listen(keys, next.pace()));
  }

  /// Lets the caller wait for a person.
  Turn hold(Call call, Priority priority) {
    String team = scene.circumstances().teamName();
    return turn(
        remembering(call.asking(Call.Asked.HOLD, List.of())),
        List.of(),
        new Spoken.Then.Hold(team, priority, scene.instead()));
  }

  /// Leaves the queue of those who wait.
  Turn leave(Call call) {
    return turn(call, List.of(), new Spoken.Then.Leave());
  }

  Turn record(Call call) {
    Call next = remembering(call.asking(Call.Asked.MESSAGE, List.of()));
    return turn(next, List.of(), new Spoken.Then.TakeMessage());
  }

  Turn hangUp(Call call) {
    return turn(call, List.of(), new Spoken.Then.HangUp());
  }

  /// Ends what is remembered of the call.
  Turn forgotten() {
    return done(
        Optional.empty(), new Spoken(List.of(), List.of(), List.of(), new Spoken.Then.HangUp()));
  }

  private Call remembering(Call call) {
    List<String> said = said();
    return isAside || said.isEmpty() ? call : call.saying(said);
  }

  private Turn turn(Call call, List<String> question, Spoken.Then then) {
    return done(Optional.of(call), new Spoken(firm, words, question, then));
  }

  private Turn done(Optional<Call> call, Spoken spoken) {
    Conversation.Draft next = scene.conversation().draft().lastMessageAt(scene.message().at());
    next.calling(scene.conversation().calling().call(call));
    return new Turn(next.done(), said(), effects, decidedBy, Optional.of(spoken));
  }

  private List<String> said() {
    List<String> said = new ArrayList<>(firm);
    said.addAll(words);
    return said;
  }
}
