package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Makes the slips of a thumb on a phone, so that training sees them.
///
/// The same words always get the same slip.
final class Typos {
  private static final int SHORTEST = 4;
  private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

  private Typos() {}

  /// The words with one slip in one word of four letters or more; none if there is no such word.
  static Optional<List<String>> slip(List<String> tokens) {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).length() >= SHORTEST
          && tokens.get(i).chars().allMatch(c -> c >= 'a' && c <= 'z')) {
        candidates.add(i);
      }
    }
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    SplittableRandom random = new SplittableRandom(tokens.hashCode());
    int chosen = candidates.get(random.nextInt(candidates.size()));
    List<String> slipped = new ArrayList<>(tokens);
    slipped.set(chosen, slip(tokens.get(chosen), random));
    return Optional.of(List.copyOf(slipped));
  }

  private static String slip(String word, SplittableRandom random) {
    int at = random.nextInt(word.length() - 1);
    StringBuilder slipped = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> slipped.deleteCharAt(at);
      case 1 -> slipped.insert(at, word.charAt(at));
      case 2 -> slipped.setCharAt(at, neighbour(word.charAt(at), random));
      default -> {
        slipped.setCharAt(at, word.charAt(at + 1));
        slipped.setCharAt(at + 1, word.charAt(at));
      }
    }
    return slipped.toString();
  }

  private static char neighbour(char key, SplittableRandom random) {
    for (String row : KEYBOARD) {
      int at = row.indexOf(key);
      if (at >= 0) {
        boolean right = at == 0 || (at < row.length() - 1 && random.nextBoolean());
        return row.charAt(right ? at + 1 : at - 1);
      }
    }
    return key;
  }
}
