package org.carersignpost.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    List<String> misspelt = quality.misspeltPlaces(places());
    lines.add("");
    lines.add(
        "Words that may be misspelt places, which are then not read as such: " + misspelt.size());
    misspelt.forEach(word -> lines.add("  " + word));
    return lines;
  }

  private static List<String> places() {
    try (Stream<String> rows = Files.lines(Evaluation.KNOWLEDGE_BASE.resolve("places.csv"))) {
      return rows.skip(1).map(row -> row.substring(0, row.indexOf(','))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
