package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Plays every call of `transcripts/calls`: understood by the model, decided by the dialogue, made
/// into TwiML that Twilio takes.
///
/// With `-Dtranscripts.record=true` what is heard is written into the files instead, to be reviewed
/// as copy.
class CallTranscriptTests {
  private static final int FEWEST_CALLS = 60;
  private static final Pattern SAYS = Pattern.compile("caller says: (.*?)(?: \\((0\\.\\d+)\\))?");

  @Test
  void thereAreCallsOfEveryKind() {
    assertThat(CallScript.files()).hasSizeGreaterThanOrEqualTo(FEWEST_CALLS);
  }

  @TestFactory
  Stream<DynamicTest> everyCallIsHeardAsItIsWritten() {
    return CallScript.files().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString().replace(".txt", "").replace('-', ' '),
                () -> play(file)));
  }

  private static void play(Path file) throws Exception {
    CallScript script = CallScript.read(file);
    CallScript played = new CallScript(script.title(), script.head(), new Calls(script).played());
    if (Boolean.getBoolean("transcripts.record")) {
      Files.writeString(file, played.write());
    } else {
      assertThat(played.write()).isEqualTo(script.write());
    }
  }

  /// One or more calls of one caller.
  static final class Calls {
    private final CallScript script;
    private final CoreLine line;
    private final List<TestPhone> phones = new ArrayList<>();

    Calls(CallScript script) {
      this.script = script;
      this.line = new CoreLine().at(script.at());
      if (script.has("phones on duty")) {
        line.phones(new Phones(true, false));
      } else if (script.has("duty phone only")) {
        line.phones(new Phones(false, true));
      }
      if (script.has("nothing can be stored")) {
        line.forgetful();
      }
    }

    List<CallScript.Step> played() {
      List<CallScript.Step> played = new ArrayList<>();
      for (CallScript.Step step : script.steps()) {
        played.add(new CallScript.Step(step.caller(), heard(step.caller())));
      }
      return played;
    }

    private List<String> heard(String caller) {
      if (caller.startsWith("later: ")) {
        line.at(CallScript.time(caller.substring("later: ".length())));
        return List.of();
      }
      if (caller.equals("caller rings")) {
        String call = "CA" + (phones.size() + 1);
        phones.add(TestPhone.rings(line, call, script.from()));
      } else {
        act(phones.getLast(), caller);
      }
      return described(line.last());
    }

    private void act(TestPhone phone, String caller) {
      Matcher says = SAYS.matcher(caller);
      if (says.matches()) {
        phone.says(says.group(1), says.group(2) == null ? "0.92" : says.group(2));
      } else if (caller.startsWith("caller presses while waiting ")) {
        phone.pressesWhileWaiting(caller.substring("caller presses while waiting ".length()));
      } else if (caller.startsWith("caller says while waiting: ")) {
        phone.saysWhileWaiting(caller.substring("caller says while waiting: ".length()));
      } else if (caller.startsWith("caller presses ")) {
        phone.presses(caller.substring("caller presses ".length()));
      } else {
        switch (caller) {
          case "caller says nothing" -> phone.saysNothing();
          case "caller hangs up" -> phone.hangsUp();
          case "caller leaves a message" -> phone.leavesMessage(12);
          case "caller talks with a person who rings off" -> phone.stopsWaiting("bridged");
          case "caller waits until nobody came" -> phone.stopsWaiting("leave");
          case "caller hangs up while waiting" -> phone.stopsWaiting("hangup");
          default -> throw new IllegalArgumentException("nobody can do this: " + caller);
        }
      }
      if (!phone.isOver()) {
        assertThat(TwimlRules.broken(phone.twiml())).as(phone.twiml()).isEmpty();
        assertThat(phone.again()).as("the same step once more").isEqualTo(phone.twiml());
      }
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

    private static String listens(Spoken.Keys keys, org.carersignpost.dialogue.Call.Pace pace) {
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
}
