package org.carersignpost.channel.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;

/// The calls of one script, played on a line.
///
/// @param <C> the kind of phone
final class PlayedCalls<C extends Caller> {
  private final CallScript script;
  private final CoreLine line;
  private final Ring<C> ring;
  private final Consumer<C> afterEachStep;
  private final List<C> phones = new ArrayList<>();

  /// Rings a line.
  @FunctionalInterface
  interface Ring<C> {
    C on(CoreLine line, String call, String from);
  }

  /// @param line a new one; it becomes as the script's head says
  /// @param afterEachStep looks at what the phone has then
  PlayedCalls(CallScript script, CoreLine line, Ring<C> ring, Consumer<C> afterEachStep) {
    this.script = script;
    this.line = line.at(script.at());
    this.ring = ring;
    this.afterEachStep = afterEachStep;
    if (script.has("phones on duty")) {
      line.phones(new Phones(true, false));
    } else if (script.has("duty phone only")) {
      line.phones(new Phones(false, true));
    }
    if (script.has("nothing can be stored")) {
      line.forgetful();
    }
  }

  /// The script as it is heard now.
  CallScript played() {
    List<CallScript.Step> played = new ArrayList<>();
    for (CallScript.Step step : script.steps()) {
      played.add(new CallScript.Step(step.caller(), heard(step.caller())));
    }
    return new CallScript(script.title(), script.head(), played);
  }

  private List<String> heard(String caller) {
    if (caller.startsWith("later: ")) {
      line.at(CallScript.time(caller.substring("later: ".length())));
      return List.of();
    }
    if (caller.equals("caller rings")) {
      phones.add(ring.on(line, "CA" + (phones.size() + 1), script.from()));
    } else {
      CallScript.act(phones.getLast(), caller);
    }
    afterEachStep.accept(phones.getLast());
    return described(line.last());
  }

  private static List<String> described(Turn turn) {
    List<String> lines = new ArrayList<>();
    Spoken spoken = turn.spoken().orElseThrow();
    spoken.firm().forEach(words -> lines.add("  !! " + words));
    spoken.words().forEach(words -> lines.add("  us: " + words));
    if (!spoken.question().isEmpty()) {
      lines.add("  us: " + String.join(" ", spoken.question()));
    }
    String then = then(spoken.then());
    if (!then.isEmpty()) {
      lines.add("  > " + then);
    }
    for (Effect effect : turn.effects()) {
      lines.add("  ! " + described(effect));
    }
    return lines;
  }

  private static String then(Spoken.Then then) {
    return switch (then) {
      case Spoken.Then.Listen(var keys, var pace) -> listens(keys, pace);
      case Spoken.Then.Hold(var team, var priority, var instead) ->
          "rings %s, %s%s".formatted(team, priority.id(), offered(instead));
      case Spoken.Then.Leave() -> "stops waiting";
      case Spoken.Then.TakeMessage() -> "records a message";
      case Spoken.Then.HangUp() -> "hangs up";
    };
  }

  private static String offered(Spoken.Instead instead) {
    return switch (instead) {
      case NOTHING -> "";
      case CALL_BACK -> "; or to be rung back";
      case CALL_BACK_OR_TEXT -> "; or to be rung back, or a text";
    };
  }

  private static String listens(Spoken.Keys keys, Call.Pace pace) {
    String many = keys == Spoken.Keys.SEVERAL ? "listens for several keys" : "";
    String slow =
        switch (pace) {
          case ORDINARY -> "";
          case SLOW -> "waits longer";
          case RELAY -> "waits as long as it takes";
        };
    return many.isEmpty() || slow.isEmpty() ? many + slow : many + ", " + slow;
  }

  private static String described(Effect effect) {
    return switch (effect) {
      case Effect.Handoff(var priority, var reason) -> "handoff " + priority.id() + ": " + reason;
      case Effect.SendText(var text) -> "text: " + text.replace("\n", " / ");
      case Effect.OptOut() -> "opt out";
      case Effect.OptIn() -> "opt in";
    };
  }
}
