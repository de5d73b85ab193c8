package org.carersignpost.understanding.classifier;

import java.util.Set;

/// Words that stand near each other, whichever comes first: `hits` and `me`, `used` and `hit`.
///
/// They tell a linear model what single words cannot: who is meant, when it was, and whether it is
/// so. A word shortly after a negation counts as another word.
final class WordPairs {
  /// The farthest of two words that belong together stands this many words on.
  private static final int FARTHEST = 11;

  /// How many words a negation reaches.
  private static final int NEGATED = 4;

  private static final Set<String> NEGATIONS =
      Set.of("not", "no", "never", "nobody", "none", "without", "nothing");

  private static final char DENIED = '!';
  private static final char WITH = '&';

  private WordPairs() {}

  /// Tells every two different words near each other.
  static void tell(String[] words, FeatureSink sink) {
    boolean[] denied = denied(words);
    for (int i = 0; i < words.length; i++) {
      for (int j = i + 1; j < words.length && j <= i + FARTHEST; j++) {
        int order = words[i].compareTo(words[j]);
        if (order != 0) {
          int first = order < 0 ? i : j;
          int second = order < 0 ? j : i;
          sink.begin(MessageFeatures.PAIRS);
          add(words[first], denied[first], sink);
          add(words[second], denied[second], sink.add(WITH));
          sink.end();
        }
      }
    }
  }

  private static void add(String word, boolean denied, FeatureSink sink) {
    if (denied) {
      sink.add(DENIED);
    }
    sink.add(word);
  }

  private static boolean[] denied(String[] words) {
    boolean[] denied = new boolean[words.length];
    int left = 0;
    for (int i = 0; i < words.length; i++) {
      denied[i] = left > 0;
      left = NEGATIONS.contains(words[i]) ? NEGATED : left - 1;
    }
    return denied;
  }
}
