package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.call.CallFlow;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/// Thousands of callers who do whatever comes into their heads: whatever they do, the phone line
/// stays one that Twilio takes, that keeps people safe, and that leads somewhere.
class RandomCallersTests {
  private static final long SEED = 20260302;
  private static final int CALLERS = 2_000;
  private static final int MOST_THINGS = 40;

  /// Within so many silences a person is there, a message can be left, or the call is over.
  private static final int MOST_SILENCES = 8;

  private static final Pattern KEY_FOR_TEXT =
      Pattern.compile("sent as a text|(?:May I|I can) text it");

  /// What tells the documents of two calls or steps apart although the same is said.
  private static final Pattern STEP = Pattern.compile("/CA[0-9a-f]{32}/\\d+");

  private final Set<String> checked = new HashSet<>();
  private final Set<Object> silentSince = new HashSet<>();
  private final Set<Object> stuckSince = new HashSet<>();
  private final Set<Call.Asked> asked = EnumSet.noneOf(Call.Asked.class);

  @Test
  void whateverCallersDoTheyAreAnsweredWell() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    for (int number = 0; number < CALLERS; number++) {
      RandomCaller caller = new RandomCaller(number, seeds.split());
      int things = 1 + Math.min(seeds.nextInt(MOST_THINGS), seeds.nextInt(MOST_THINGS));
      rings(caller, things, seeds.nextInt(20));
    }

    assertThat(asked).as("what callers were asked").contains(Call.Asked.values());
  }

  /// @param dangerAt at which step danger is spoken of; it may be none that is reached
  private void rings(RandomCaller caller, int things, int dangerAt) {
    check(caller);
    for (int i = 0; i < things && !caller.phone().isOver(); i++) {
      if (i == dangerAt && caller.phone().listens()) {
        String words = caller.tellsOfDanger();
        checkDanger(caller, words);
      } else {
        caller.go();
      }
      if (!caller.hasHungUp()) {
        check(caller);
        fallsSilentSometimes(caller);
      }
      if (i % 4 == 3) {
        asksForTheSameStep(caller);
      }
    }
    pressesOneKeyForEver(caller, caller.anyKey());
  }

  private void check(RandomCaller caller) {
    String twiml = caller.phone().twiml();
    boolean isNew = checked.add(STEP.matcher(twiml).replaceAll("/"));
    if (isNew) {
      assertThat(TwimlRules.broken(twiml)).as(caller::story).isEmpty();
    }
    if (!caller.phone().from().startsWith("+447")) {
      assertThat(twiml).as(caller::story).doesNotContainPattern(KEY_FOR_TEXT);
    }
  }

  private static void asksForTheSameStep(RandomCaller caller) {
    assertThat(caller.phone().again()).as(caller::story).isEqualTo(caller.phone().twiml());
  }

  private static void checkDanger(RandomCaller caller, String words) {
    Spoken spoken = caller.line().last().spoken().orElseThrow();
    Element first = (Element) TestPhone.parsed(caller.phone().twiml()).getFirstChild();
    assertThat(String.join(" ", spoken.firm())).as(words + "\n" + caller.story()).contains("999");
    assertThat(caller.phone().firmWords()).as(caller::story).contains("9 9 9");
    assertThat(first.getTagName()).as(caller::story).isEqualTo("Say");
  }

  /// From each point that is unlike all others so far the caller says nothing any more.
  private void fallsSilentSometimes(RandomCaller caller) {
    caller.call().ifPresent(call -> asked.add(call.asked()));
    if (silentSince.add(point(caller))) {
      RandomCaller silent = caller.copy();
      for (int i = 0; i < MOST_SILENCES && !isLooked(silent); i++) {
        silent.saysNothing();
        check(silent);
      }
      assertThat(isLooked(silent)).as(silent::story).isTrue();
    }
  }

  /// From each question, with each key once.
  private void pressesOneKeyForEver(RandomCaller caller, String key) {
    boolean isNew = stuckSince.add(List.of(caller.call().map(Call::asked), key));
    if (!isNew) {
      return;
    }
    for (int i = 0; i < CallFlow.MOST_STEPS && !isLooked(caller); i++) {
      caller.presses(key);
    }
    assertThat(isLooked(caller)).as(caller::story).isTrue();
  }

  /// A person, a message or the end has been reached.
  private static boolean isLooked(RandomCaller caller) {
    boolean isPromised =
        caller.line().last().effects().stream()
            .anyMatch(effect ->
                effect instanceof Effect.Handoff(_, var reason) && reason.equals("call_back"));
    return isPromised
        || caller.phone().isOver()
        || caller.phone().waits()
        || caller.phone().records();
  }

  /// What tells apart two points of calls.
  private static Object point(RandomCaller caller) {
    Optional<Call> call = caller.call();
    return List.of(
        call.map(Call::asked),
        call.map(Call::choices),
        call.map(Call::troubles),
        call.map(Call::pace),
        caller.isShown(),
        caller.line().last().next().priority());
  }
}
