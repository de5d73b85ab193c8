package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.understanding.classifier.Classification;
import org.carersignpost.understanding.classifier.IntentModel;
import org.carersignpost.understanding.classifier.TrainingSizes;

/// What more training utterances bring, measured on the held-out messages by the classifier alone.
final class LearningCurve {
  private static final List<Integer> SIZES = List.of(500, 1_000, 2_000, 4_000, 6_000);

  private LearningCurve() {}

  static List<String> lines() {
    List<LabelledMessage> messages =
        LabelledMessage.read(Evaluation.HELD_OUT.resolve("messages.tsv"));
    List<String> lines = new ArrayList<>();
    lines.add("utterances  first is wanted                    F1 micro");
    TrainingSizes.models(Evaluation.KNOWLEDGE_BASE.resolve("intents"), SIZES)
        .forEach((size, model) -> lines.add(line(size, model, messages)));
    return lines;
  }

  private static String line(int size, IntentModel model, List<LabelledMessage> messages) {
    int first = 0;
    int right = 0;
    int missed = 0;
    int wrong = 0;
    for (LabelledMessage message : messages) {
      Classification found = model.classify(message.utterance());
      Set<String> all = new HashSet<>(Set.of(found.intent().id()));
      found.topics().forEach(topic -> all.add(new Intent.Find(topic.topic()).id()));
      first +=
          message.must().contains(found.intent().id())
                  || message.may().contains(found.intent().id())
              ? 1
              : 0;
      for (String wanted : message.must()) {
        right += all.contains(wanted) ? 1 : 0;
        missed += all.contains(wanted) ? 0 : 1;
      }
      wrong +=
          (int)
              all.stream()
                  .filter(id -> !message.must().contains(id) && !message.may().contains(id))
                  .count();
    }
    return ReportText.format(
        "%10d  %-34s %.1f",
        size, Share.of(first, messages.size()), 100 * 2.0 * right / (2.0 * right + missed + wrong));
  }
}
