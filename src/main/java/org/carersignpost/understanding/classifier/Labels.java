package org.carersignpost.understanding.classifier;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.carersignpost.dialogue.Intent;

/// The names of a model's intents, and of what kind each is.
final class Labels {
  private static final String TOPIC_PREFIX = "find_";

  /// How much the intent `out_of_scope` takes away from the best of the others.
  private static final double OUT_OF_SCOPE_SHARE = 0.5;

  private final List<String> names;
  private final int[] topics;
  private final int[] talk;
  private final int outOfScope;
  private final int unclear;

  Labels(List<String> names) {
    this(names, name -> name.startsWith(TOPIC_PREFIX));
  }

  private Labels(List<String> names, Predicate<String> judgedAlone) {
    this.names = List.copyOf(names);
    this.topics =
        IntStream.range(0, names.size()).filter(i -> judgedAlone.test(names.get(i))).toArray();
    this.talk =
        IntStream.range(0, names.size()).filter(i -> !judgedAlone.test(names.get(i))).toArray();
    this.outOfScope = names.indexOf(Intent.Talk.OUT_OF_SCOPE.id());
    this.unclear = names.indexOf(Intent.Talk.UNCLEAR.id());
  }

  /// Labels each of which is judged by itself, as topics are.
  static Labels judgedAlone(List<String> names) {
    return new Labels(names, name -> true);
  }

  int size() {
    return names.size();
  }

  /// The intents that are about a topic.
  int[] topics() {
    return topics.clone();
  }

  /// The intents about the conversation itself, `out_of_scope` and `unclear` among them.
  int[] talk() {
    return talk.clone();
  }

  /// How much a message sounds like one that we can answer: the best logit of any intent but
  /// `out_of_scope` and `unclear`, less half the logit of `out_of_scope`.
  double scopeScore(double[] logits) {
    double best = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < logits.length; label++) {
      if (label != outOfScope && label != unclear) {
        best = Math.max(best, logits[label]);
      }
    }
    return outOfScope < 0 ? best : best - OUT_OF_SCOPE_SHARE * logits[outOfScope];
  }

  /// Of a message that we cannot answer: whether that is because it says too little.
  boolean isRatherUnclear(double[] logits) {
    return unclear >= 0 && (outOfScope < 0 || logits[unclear] >= logits[outOfScope]);
  }
}
