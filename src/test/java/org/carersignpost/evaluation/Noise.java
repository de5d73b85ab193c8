package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Copies of messages as tired thumbs and old phones would have sent them.
///
/// The same message always gets the same noise.
enum Noise {
  /// One slip in every fifth word of four letters or more, in one word at least.
  TYPOS("slips of the thumb"),
  ABBREVIATED("short forms"),
  UNPUNCTUATED("no punctuation"),
  CAPITALS("capitals");

  private static final int SHORTEST = 4;
  private static final int EVERY = 5;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  /// As people write them who pay by the letter, or did.
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("you", "u"),
          Map.entry("your", "ur"),
          Map.entry("are", "r"),
          Map.entry("to", "2"),
          Map.entry("for", "4"),
          Map.entry("please", "plz"),
          Map.entry("because", "cos"),
          Map.entry("and", "n"),
          Map.entry("with", "wiv"),
          Map.entry("have", "av"),
          Map.entry("what", "wot"),
          Map.entry("about", "abt"),
          Map.entry("people", "ppl"),
          Map.entry("know", "kno"),
          Map.entry("night", "nite"),
          Map.entry("tonight", "tonite"),
          Map.entry("tomorrow", "tmrw"),
          Map.entry("would", "wud"),
          Map.entry("could", "cud"),
          Map.entry("should", "shud"),
          Map.entry("cannot", "cant"),
          Map.entry("can't", "cnt"),
          Map.entry("don't", "dnt"),
          Map.entry("going", "goin"),
          Map.entry("someone", "sum1"),
          Map.entry("anyone", "ne1"),
          Map.entry("anything", "nefin"),
          Map.entry("something", "sumfin"),
          Map.entry("the", "da"),
          Map.entry("that", "dat"),
          Map.entry("this", "dis"),
          Map.entry("really", "rly"),
          Map.entry("thanks", "thx"),
          Map.entry("message", "msg"),
          Map.entry("months", "mths"),
          Map.entry("weeks", "wks"),
          Map.entry("appointment", "appt"),
          Map.entry("hospital", "hosp"),
          Map.entry("before", "b4"),
          Map.entry("be", "b"),
          Map.entry("see", "c"),
          Map.entry("why", "y"));

  private final String label;

  Noise(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  LabelledMessage on(LabelledMessage message) {
    return message.withUtterance(on(message.utterance()));
  }

  String on(String utterance) {
    return switch (this) {
      case TYPOS -> slipped(utterance);
      case ABBREVIATED -> abbreviated(utterance);
      case UNPUNCTUATED -> utterance.replaceAll("[.,;:!?'\u2019\"()-]", "");
      case CAPITALS -> utterance.toUpperCase(Locale.UK);
    };
  }

  private static String abbreviated(String utterance) {
    return Arrays.stream(utterance.split(" "))
        .map(word -> SHORT.getOrDefault(word.toLowerCase(Locale.UK), word))
        .collect(Collectors.joining(" "));
  }

  private static String slipped(String utterance) {
    SplittableRandom random = new SplittableRandom(utterance.hashCode());
    List<String> words = new ArrayList<>(List.of(utterance.split(" ")));
    List<Integer> longer = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).length() >= SHORTEST && words.get(i).chars().allMatch(Character::isLetter)) {
        longer.add(i);
      }
    }
    int slips = longer.isEmpty() ? 0 : Math.max(1, words.size() / EVERY);
    for (int slip = 0; slip < Math.min(slips, longer.size()); slip++) {
      int place = random.nextInt(longer.size());
      int at = longer.get(place);
      longer.subList(place, place + 1).clear();
      words.set(at, slip(words.get(at), random));
    }
    return String.join(" ", words);
  }

  private static String slip(String word, SplittableRandom random) {
    int at = random.nextInt(word.length() - 1);
    StringBuilder slipped = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> slipped.deleteCharAt(at);
      case 1 -> slipped.insert(at, word.charAt(at));
      case 2 -> slipped.setCharAt(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
      default -> {
        slipped.setCharAt(at, word.charAt(at + 1));
        slipped.setCharAt(at + 1, word.charAt(at));
      }
    }
    return slipped.toString();
  }
}
