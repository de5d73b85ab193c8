package org.carersignpost.channel.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Call;
import org.carersignpost.dialogue.Phones;

/// A caller who does whatever the dice say. The same dice, the same call.
final class RandomCaller {
  static final List<String> WORDS = lines("words.txt");
  static final List<String> DANGERS = lines("dangers.txt");

  private static final List<String> KEYS =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#");
  private static final Pattern KEY = Pattern.compile("press (\\d)");
  private static final List<String> SEVERAL =
      List.of(
          "7623",
          "7614",
          "7614",
          "76239",
          "2",
          "00",
          "99",
          "12*",
          "7623922",
          "#1",
          "123456789012345");
  private static final List<String> CONFIDENCES =
      List.of("0.92", "0.92", "0.92", "0.3", "0.49", "1.0", "0", "", "-1", "sure");
  private static final List<String> BLANK = List.of(" ", ".", "?!", "...");
  private static final List<String> NUMBERS =
      List.of(
          "+447700900123", "+447700900123", "+441632960123", "anonymous", "+266696687", "Unknown");

  /// How waiting may end.
  private static final List<String> WAITING_ENDS =
      List.of("leave", "leave", "bridged", "bridged", "queue-full", "system-error", "error", "");

  private final RandomGenerator dice;
  private final List<String> story = new ArrayList<>();
  private final CoreLine line;
  private final TestPhone phone;
  private boolean hasHungUp;

  RandomCaller(int number, RandomGenerator dice) {
    this.dice = dice;
    LocalDateTime at = LocalDateTime.of(2026, 3, 2, 0, 5).plusMinutes(dice.nextInt(7 * 24 * 60));
    Phones phones = new Phones(dice.nextInt(3) == 0, dice.nextInt(3) == 0);
    boolean isForgetful = dice.nextInt(8) == 0;
    String from = one(NUMBERS);
    this.line = CoreLine.withoutHints().at(at).phones(phones);
    if (isForgetful) {
      line.forgetful();
    }
    story.add(
        "caller %d from %s at %s, %s%s"
            .formatted(number, from, at, phones, isForgetful ? ", nothing can be stored" : ""));
    this.phone = TestPhone.rings(line, "CA%032x".formatted(number), from);
  }

  private RandomCaller(RandomCaller other) {
    this.dice = other.dice;
    this.story.addAll(other.story);
    this.line = other.line.copy();
    this.phone = other.phone.on(line);
  }

  /// Another caller to whom everything has happened so far that has happened to this one.
  RandomCaller copy() {
    return new RandomCaller(this);
  }

  CoreLine line() {
    return line;
  }

  TestPhone phone() {
    return phone;
  }

  /// What was asked last, as the conversation has it; nothing once that is forgotten.
  Optional<Call> call() {
    String name = isShown() ? phone.from() : phone.call();
    return line.conversationOf(name).calling().call();
  }

  /// Whether the number is not hidden.
  boolean isShown() {
    return phone.from().startsWith("+44");
  }

  /// What the caller has done, for whoever must do it again.
  String story() {
    return String.join("\n", story);
  }

  /// Does the next thing.
  void go() {
    if (phone.waits()) {
      wait(dice.nextInt(10));
    } else if (phone.records()) {
      record(dice.nextInt(3));
    } else {
      answer(dice.nextInt(100));
    }
  }

  /// Speaks of danger.
  String tellsOfDanger() {
    String words = one(DANGERS);
    says(words, one(CONFIDENCES));
    return words;
  }

  void presses(String keys) {
    story.add("caller presses " + keys);
    phone.presses(keys);
  }

  void saysNothing() {
    story.add("caller says nothing");
    phone.saysNothing();
  }

  /// Whether the network was told that the call is over, which has no document.
  boolean hasHungUp() {
    return hasHungUp;
  }

  private void hangsUp() {
    story.add("caller hangs up");
    phone.hangsUp();
    hasHungUp = true;
  }

  String anyKey() {
    return one(KEYS);
  }

  private void says(String words, String confidence) {
    story.add("caller says: %s (%s)".formatted(words, confidence));
    phone.says(words, confidence);
  }

  private void answer(int die) {
    if (die < 45) {
      says(one(WORDS), one(CONFIDENCES));
    } else if (die < 48) {
      says(one(BLANK), one(CONFIDENCES));
    } else if (die < 74) {
      presses(one(offered()));
    } else if (die < 86) {
      presses(one(KEYS));
    } else if (die < 89) {
      presses(one(SEVERAL));
    } else if (die < 98) {
      saysNothing();
    } else {
      hangsUp();
    }
  }

  /// The keys that the caller has just been told of.
  private List<String> offered() {
    if (phone.attribute("Gather", "numDigits").isEmpty()) {
      return SEVERAL;
    }
    List<String> keys =
        KEY.matcher(phone.words()).results().map(key -> key.group(1)).distinct().toList();
    return keys.isEmpty() ? KEYS : keys;
  }

  private void wait(int die) {
    if (die < 3) {
      String key = one(List.of("1", "2"));
      story.add("caller presses while waiting " + key);
      phone.pressesWhileWaiting(key);
    } else {
      String result = die == 3 ? "hangup" : one(WAITING_ENDS);
      story.add("caller waits until: " + result);
      phone.stopsWaiting(result);
    }
  }

  private void record(int die) {
    if (die == 0) {
      saysNothing();
    } else {
      story.add("caller leaves a message");
      phone.leavesMessage(dice.nextInt(121));
    }
  }

  private String one(List<String> all) {
    return all.get(dice.nextInt(all.size()));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/callers", file)).stream()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
