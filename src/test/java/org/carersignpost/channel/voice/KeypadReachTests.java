package org.carersignpost.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Effect;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Spoken;
import org.carersignpost.dialogue.Turn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever cannot or does not want to speak gets everything with keys: every path of keys is tried,
/// each question once.
class KeypadReachTests {
  private static final int MOST_STEPS = 5;
  private static final String CARER = "+447700900123";
  private static final List<String> KEYS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#");

  /// In letters SO14 and PO14: districts that share their keys.
  private static final String TWO_DISTRICTS = "7614";

  private static final String ONE_DISTRICT = "7623";

  private static Set<String> nobodyThere = Set.of();
  private static Set<String> somebodyThere = Set.of();

  /// A call as far as it has come.
  private record Path(CoreLine line, TestPhone phone, int steps) {}

  /// What is looked at once.
  private record Question(Call.Asked asked, List<String> choices) {}

  @BeforeAll
  static void tryAllKeys() {
    nobodyThere = reached(Phones.NONE);
    somebodyThere = reached(new Phones(true, false));
  }

  @Test
  void everyTopicIsReached() {
    List<String> topics =
        CoreLine.knowledge().topicNames().keySet().stream()
            .map(id -> new Intent.Find(id).id())
            .toList();

    assertThat(topics).hasSizeGreaterThan(30);
    assertThat(nobodyThere).containsAll(topics);
    assertThat(somebodyThere).containsAll(topics);
  }

  @Test
  void everythingAboutTheServiceIsReached() {
    List<String> talk =
        CoreLine.knowledge().menu().groups().stream()
            .flatMap(group -> group.items().stream())
            .map(item -> item.intent())
            .filter(Intent.Talk.class::isInstance)
            .map(Intent::id)
            .toList();

    assertThat(talk).isNotEmpty();
    assertThat(nobodyThere).containsAll(talk);
  }

  @Test
  void placeIsReachedByItsPostcode() {
    assertThat(nobodyThere).contains("place SO23", "choice of places");
  }

  @Test
  void eachOfTwoDistrictsIsReached() {
    CoreLine line = new CoreLine();
    TestPhone phone =
        TestPhone.rings(line, "CA1", CARER).presses("1").presses("1").presses("1").presses("4");
    phone.presses(TWO_DISTRICTS);
    CoreLine otherLine = line.copy();
    TestPhone other = phone.on(otherLine);

    phone.presses("1");
    other.presses("2");

    assertThat(line.conversationOf(CARER).slots().place().orElseThrow().name()).isEqualTo("SO14");
    assertThat(otherLine.conversationOf(CARER).slots().place().orElseThrow().name())
        .isEqualTo("PO14");
  }

  @Test
  void textCallBackMessageAndPersonAreReached() {
    assertThat(nobodyThere).contains("text", "call back", "message");
    assertThat(somebodyThere).contains("text", "person");
  }

  @Test
  void callBackAndTextAreReachedWhileWaiting() {
    CoreLine line = new CoreLine().phones(new Phones(true, false));
    TestPhone phone = TestPhone.rings(line, "CA1", CARER).presses("0");
    CoreLine otherLine = line.copy();
    TestPhone other = phone.on(otherLine);

    phone.pressesWhileWaiting("1").presses("1");
    other.pressesWhileWaiting("2");

    assertThat(phone.words()).contains("will ring you back");
    assertThat(other.words()).contains("will text you");
  }

  @Test
  void messageIsReachedWhenNobodyComes() {
    CoreLine line = new CoreLine().phones(new Phones(true, false));

    TestPhone phone =
        TestPhone.rings(line, "CA1", CARER).presses("0").stopsWaiting("leave").presses("2");

    assertThat(phone.records()).isTrue();
  }

  @Test
  void hiddenNumberIsNotPromisedToBeRungBack() {
    CoreLine line = new CoreLine().phones(new Phones(true, false));

    TestPhone phone =
        TestPhone.rings(line, "CA1", "anonymous").presses("0").pressesWhileWaiting("1");

    assertThat(phone.waits()).isTrue();
    assertThat(line.conversationOf("CA1").calling().callBack()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"anonymous", "+441632960123"})
  void whoeverCannotBeTextedIsNotPromisedAText(String from) {
    CoreLine line = new CoreLine().phones(new Phones(true, false));

    TestPhone phone = TestPhone.rings(line, "CA1", from).presses("0").pressesWhileWaiting("2");

    assertThat(phone.words()).doesNotContain("will text you");
  }

  private static Set<String> reached(Phones phones) {
    Set<String> reached = new TreeSet<>();
    Set<Question> seen = new HashSet<>();
    CoreLine line = new CoreLine().phones(phones);
    Deque<Path> next = new ArrayDeque<>();
    next.add(new Path(line, TestPhone.rings(line, "CA1", CARER), 0));
    while (!next.isEmpty()) {
      Path path = next.remove();
      if (path.steps() < MOST_STEPS && path.phone().listens() && seen.add(question(path))) {
        for (String keys : keys(path)) {
          Path pressed = press(path, keys);
          reached.addAll(results(path, keys, pressed));
          next.add(pressed);
        }
      }
    }
    return reached;
  }

  private static List<String> keys(Path path) {
    List<String> keys = new ArrayList<>(KEYS);
    if (call(path).asked() == Call.Asked.POSTCODE) {
      keys.addAll(List.of(ONE_DISTRICT, TWO_DISTRICTS));
    }
    return keys;
  }

  private static Path press(Path path, String keys) {
    CoreLine line = path.line().copy();
    return new Path(line, path.phone().on(line).presses(keys), path.steps() + 1);
  }

  private static List<String> results(Path before, String keys, Path after) {
    List<String> results = new ArrayList<>();
    Turn turn = after.line().last();
    chosen(before, keys, turn).ifPresent(results::add);
    turn.next().slots().place().ifPresent(place -> results.add("place " + place.name()));
    if (call(after).asked() == Call.Asked.WHICH_PLACE) {
      results.add("choice of places");
    }
    for (Effect effect : turn.effects()) {
      if (effect instanceof Effect.SendText) {
        results.add("text");
      } else if (effect instanceof Effect.Handoff(_, var why) && why.equals("call_back")) {
        results.add("call back");
      }
    }
    switch (turn.spoken().map(Spoken::then).orElseThrow()) {
      case Spoken.Then.Hold _ -> results.add("person");
      case Spoken.Then.TakeMessage() -> results.add("message");
      case Spoken.Then.Listen _, Spoken.Then.Leave(), Spoken.Then.HangUp() -> {}
    }
    return results;
  }

  /// The intent that the key stood for in a list of topics, if it was answered.
  private static Optional<String> chosen(Path before, String keys, Turn turn) {
    Call call = call(before);
    boolean isChoice =
        call.asked() == Call.Asked.TOPIC
            && keys.matches("[1-8]")
            && Integer.parseInt(keys) <= call.choices().size();
    boolean isAnswered =
        switch (turn.decidedBy()) {
          case "signposting", "question", "small-talk", "opt-out", "risk" -> true;
          default -> false;
        };
    return isChoice && isAnswered
        ? Optional.of(call.choices().get(Integer.parseInt(keys) - 1))
        : Optional.empty();
  }

  private static Question question(Path path) {
    Call call = call(path);
    return new Question(call.asked(), call.choices());
  }

  private static Call call(Path path) {
    return path.line().conversationOf(CARER).calling().call().orElseThrow();
  }
}
