package org.carersignpost.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.carersignpost.understanding.classifier.TrainingQuality;

/// What an editor of training utterances should look at, worst first.
final class TrainingReport {
  private static final int MOST_WORDS = 60;

  private TrainingReport() {}

  static List<String> lines() {
    TrainingQuality quality = TrainingQuality.of(Evaluation.KNOWLEDGE_BASE.resolve("intents"));
    List<String> lines = new ArrayList<>();
    lines.add(quality.size() + " utterances");
    quality.counts().forEach((intent, count) -> lines.add("  " + intent + " " + count));
    lines.add("");
    lines.add("Thin intents: " + quality.thinIntents());
    List<String> alike = quality.nearDuplicates();
    lines.add("");
    lines.add("Near-duplicates: " + alike.size());
    alike.forEach(pair -> lines.add("  " + pair));
    List<String> won = quality.wonByOthers();
    lines.add("");
    lines.add("Lines that another intent would win: " + won.size());
    won.forEach(line -> lines.add("  " + line));
    List<String> messages =
        LabelledMessage.read(Evaluation.DEVELOPMENT.resolve("messages.tsv")).stream()
            .map(LabelledMessage::utterance)
            .toList();
    List<String> unseen = quality.neverSeen(messages);
    lines.add("");
    lines.add("Words of the development messages never seen: " + unseen.size());
    lines.add("  " + String.join(" ", unseen.subList(0, Math.min(MOST_WORDS, unseen.size()))));
    return lines;
  }
}
