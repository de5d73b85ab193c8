package org.carersignpost.understanding.classifier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Intent;
import org.carersignpost.dialogue.TopicScore;
import org.carersignpost.understanding.classifier.Classification.Candidate;

/// A trained classifier of utterances. It never changes and may be used by any number of threads.
public final class IntentModel {
  private static final int MOST_TOPICS = 5;
  private static final int EXPLAINED_INTENTS = 5;
  private static final int EXPLAINED_FEATURES = 10;

  private final TrainedModel model;
  private final ClassifierSettings settings;
  private final Labels labels;
  private final List<Intent> intents;
  private final Spelling spelling;

  IntentModel(TrainedModel model, ClassifierSettings settings) {
    this.model = model;
    this.settings = settings;
    this.labels = new Labels(model.weights().labels());
    this.intents = model.weights().labels().stream().map(Intent::of).toList();
    this.spelling = new Spelling(model.words());
  }

  /// The intents it knows, in alphabetical order of their ids.
  public List<Intent> intents() {
    return intents;
  }

  /// Whether this word, written as [Normaliser] writes it, is one that carers are known to use.
  public boolean knows(String word) {
    return spelling.knows(word);
  }

  /// What an utterance means. One without words is `unclear`.
  public Classification classify(String utterance) {
    List<String> tokens = read(utterance);
    return classify(tokens, model.weights().logits(FeatureVector.of(tokens)));
  }

  /// What an utterance means, and why.
  public Explanation explain(String utterance) {
    List<String> tokens = read(utterance);
    FeatureVector vector = FeatureVector.of(tokens);
    double[] logits = model.weights().logits(vector);
    Classification classification = classify(tokens, logits);
    List<Explanation.Reason> reasons =
        classification.ranked().stream()
            .limit(EXPLAINED_INTENTS)
            .map(candidate -> reason(candidate, logits, vector, FeatureVector.names(tokens)))
            .toList();
    return new Explanation(classification, reasons);
  }

  private List<String> read(String utterance) {
    return spelling.correct(Normaliser.tokens(utterance));
  }

  private Classification classify(List<String> tokens, double[] logits) {
    List<Candidate> ranked = ranked(logits);
    double scopeScore = labels.scopeScore(logits);
    boolean inScope = !tokens.isEmpty() && scopeScore >= settings.scopeThreshold();
    boolean unclear = tokens.isEmpty() || labels.isRatherUnclear(logits);
    Candidate best =
        inScope
            ? bestInScope(ranked)
            : candidate(ranked, unclear ? Intent.Talk.UNCLEAR : Intent.Talk.OUT_OF_SCOPE);
    return new Classification(
        String.join(" ", tokens),
        best.intent(),
        best.probability(),
        inScope,
        scopeScore,
        topics(ranked, best),
        ranked);
  }

  /// All intents, the likeliest first; of equals the first in the alphabet.
  private List<Candidate> ranked(double[] logits) {
    double[] probabilities = model.calibration().probabilities(labels, logits);
    int[] order = new int[logits.length];
    for (int label = 0; label < order.length; label++) {
      int place = label;
      for (; place > 0 && logits[order[place - 1]] < logits[label]; place--) {
        order[place] = order[place - 1];
      }
      order[place] = label;
    }
    return Arrays.stream(order)
        .mapToObj(label -> new Candidate(intents.get(label), probabilities[label]))
        .toList();
  }

  private static Candidate bestInScope(List<Candidate> ranked) {
    return ranked.stream()
        .filter(candidate -> candidate.intent() != Intent.Talk.OUT_OF_SCOPE)
        .findFirst()
        .orElseThrow();
  }

  private static Candidate candidate(List<Candidate> ranked, Intent intent) {
    return ranked.stream()
        .filter(candidate -> candidate.intent().equals(intent))
        .findFirst()
        .orElse(new Candidate(intent, 0));
  }

  private List<TopicScore> topics(List<Candidate> ranked, Candidate best) {
    List<TopicScore> topics = new ArrayList<>();
    for (Candidate candidate : ranked) {
      boolean counts =
          candidate.probability() >= settings.topicThreshold() || candidate.equals(best);
      if (counts
          && topics.size() < MOST_TOPICS
          && candidate.intent() instanceof Intent.Find(String topic)) {
        topics.add(new TopicScore(topic, candidate.probability()));
      }
    }
    return topics;
  }

  private Explanation.Reason reason(
      Candidate candidate, double[] logits, FeatureVector vector, String[] names) {
    int label = intents.indexOf(candidate.intent());
    double[] contributions =
        IntStream.range(0, names.length)
            .mapToDouble(i -> vector.values()[i] * model.weights().weight(names[i], label))
            .toArray();
    double meaning =
        IntStream.range(0, names.length)
            .filter(i -> FeatureVector.isMeaning(names[i]))
            .mapToDouble(i -> contributions[i])
            .sum();
    Stream<Explanation.Feature> seen =
        IntStream.range(0, names.length)
            .filter(i -> !FeatureVector.isMeaning(names[i]))
            .mapToObj(i -> Explanation.Feature.of(names[i], contributions[i]));
    List<Explanation.Feature> features =
        Stream.concat(seen, Stream.of(Explanation.Feature.ofMeaning(meaning)))
            .filter(feature -> feature.contribution() != 0)
            .sorted(
                Comparator.comparingDouble(
                        (Explanation.Feature feature) -> Math.abs(feature.contribution()))
                    .reversed())
            .limit(EXPLAINED_FEATURES)
            .toList();
    return new Explanation.Reason(
        candidate.intent(), candidate.probability(), logits[label], features);
  }
}
