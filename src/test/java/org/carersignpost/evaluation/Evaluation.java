package org.carersignpost.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.Interpretation;
import org.carersignpost.understanding.Understanding;
import org.carersignpost.understanding.classifier.IntentModel;
import org.carersignpost.understanding.classifier.IntentModels;

/// One measurement of the whole understanding: needs, scope, slots, danger, language, and how much
/// of it survives noise.
///
/// Every message is read as the first of a conversation.
final class Evaluation {
  static final Path KNOWLEDGE_BASE = Path.of("knowledge-base");

  /// Kept between runs, since training takes seconds; named by content, so it cannot be stale.
  static final Path MODELS = Path.of("target", "models");

  /// Where the messages are that nobody tunes on.
  static final Path HELD_OUT = Path.of("src", "test", "resources", "evaluation");

  /// Where the messages are that settings are chosen by.
  static final Path DEVELOPMENT = Path.of("src", "test", "resources", "development");

  private final Understanding understanding;
  private final IntentModel model;
  private final List<LabelledMessage> texts;
  private final List<LabelledMessage> speech;
  private final IntentScores intents = new IntentScores();
  private final IntentScores spoken = new IntentScores();
  private final Map<Noise, Noisy> noisy = new EnumMap<>(Noise.class);
  private final SlotScores slots = new SlotScores();
  private final DangerScores danger;
  private double auroc;
  private Share kept = Share.of(0, 0);
  private Share refused = Share.of(0, 0);
  private Share foreign = Share.of(0, 0);

  private Evaluation(Path folder) {
    understanding = Understanding.load(KNOWLEDGE_BASE, MODELS);
    model = IntentModels.load(KNOWLEDGE_BASE.resolve("intents"), MODELS);
    texts = LabelledMessage.read(folder.resolve("messages.tsv"));
    speech = LabelledMessage.read(folder.resolve("speech.tsv"));
    List<DangerMessage> dangers = DangerMessage.read(folder.resolve("danger.tsv"));
    List<HarmlessMessage> traps = HarmlessMessage.read(folder.resolve("traps.tsv"));
    List<LabelledMessage> all = Stream.concat(texts.stream(), speech.stream()).toList();
    danger = new DangerScores(dangers, traps, all, utterance -> read(utterance).risks());
    readTexts();
    scoreAll(speech, spoken);
    List<DangerMessage> explicit = dangers.stream().filter(DangerMessage::explicit).toList();
    for (Noise noise : Noise.values()) {
      noisy.put(noise, noisy(noise, explicit));
    }
    readLanguages(all, dangers, traps);
  }

  /// What is left with noise.
  ///
  /// @param intents how well needs and wishes are found
  /// @param noticed how many messages of plain danger are noticed
  record Noisy(IntentScores intents, Share noticed) {}

  /// Measures on the messages of a folder.
  static Evaluation on(Path folder) {
    return new Evaluation(folder);
  }

  private Interpretation read(String utterance) {
    return understanding.interpret(utterance, Conversation.begin(new ConversationId("evaluation")));
  }

  private void scoreAll(List<LabelledMessage> messages, IntentScores scores) {
    List<Interpretation> meanings =
        messages.parallelStream().map(message -> read(message.utterance())).toList();
    for (int i = 0; i < messages.size(); i++) {
      scores.add(messages.get(i), meanings.get(i));
    }
  }

  private Noisy noisy(Noise noise, List<DangerMessage> dangers) {
    IntentScores scores = new IntentScores();
    scoreAll(texts.stream().map(noise::on).toList(), scores);
    long noticed =
        dangers.parallelStream()
            .filter(message -> !read(noise.on(message.utterance())).risks().isEmpty())
            .count();
    return new Noisy(scores, Share.of(noticed, dangers.size()));
  }

  private void readTexts() {
    List<Interpretation> meanings =
        texts.parallelStream().map(message -> read(message.utterance())).toList();
    List<Double> ours = new ArrayList<>();
    List<Double> others = new ArrayList<>();
    int keptOnes = 0;
    int refusedOnes = 0;
    for (int i = 0; i < texts.size(); i++) {
      LabelledMessage message = texts.get(i);
      intents.add(message, meanings.get(i));
      slots.add(message, meanings.get(i).slots());
      boolean isRefused =
          meanings.get(i).intent() == Intent.Talk.OUT_OF_SCOPE
              || meanings.get(i).intent() == Intent.Talk.UNCLEAR;
      double score = model.classify(message.utterance()).scopeScore();
      if (message.isOutOfScope()) {
        others.add(score);
        refusedOnes += isRefused ? 1 : 0;
      } else if (!message.isUnclear()) {
        ours.add(score);
        keptOnes += isRefused ? 0 : 1;
      }
    }
    auroc = auroc(ours, others);
    kept = Share.of(keptOnes, ours.size());
    refused = Share.of(refusedOnes, others.size());
  }

  private void readLanguages(
      List<LabelledMessage> all, List<DangerMessage> dangers, List<HarmlessMessage> traps) {
    List<String> english =
        Stream.of(
                all.stream().map(LabelledMessage::utterance),
                dangers.stream().map(DangerMessage::utterance),
                traps.stream().map(HarmlessMessage::utterance))
            .flatMap(utterances -> utterances)
            .toList();
    foreign =
        Share.of(
            english.parallelStream()
                .filter(utterance -> read(utterance).language().isPresent())
                .count(),
            english.size());
  }

  /// The share of pairs of which the one that is ours has the higher score; ties count half.
  static double auroc(List<Double> ours, List<Double> others) {
    double[] sorted = others.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double wins = 0;
    for (double score : ours) {
      wins += Arrays.stream(sorted).filter(other -> other < score).count();
      wins += Arrays.stream(sorted).filter(other -> other == score).count() / 2.0;
    }
    return wins / ((double) ours.size() * sorted.length);
  }

  IntentScores intents() {
    return intents;
  }

  IntentScores spoken() {
    return spoken;
  }

  Map<Noise, Noisy> noisy() {
    return noisy;
  }

  SlotScores slots() {
    return slots;
  }

  DangerScores danger() {
    return danger;
  }

  /// How well scope scores tell what is ours to answer from what is not: 0.5 is chance, 1 perfect.
  double auroc() {
    return auroc;
  }

  /// Messages that are ours and are answered.
  Share kept() {
    return kept;
  }

  /// Messages that are not ours and are not answered as if they were.
  Share refused() {
    return refused;
  }

  /// English messages that are taken for another language.
  Share foreign() {
    return foreign;
  }
}
