package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.jspecify.annotations.Nullable;

/// Trains a model: every utterance as written, and every message once more with a slip of the
/// thumb.
///
/// The same examples and settings always give the same model, bit by bit.
final class ModelTraining {
  private final List<Example> examples;
  private final ClassifierSettings settings;

  /// The words of each example, then those with a slip.
  private final List<List<String>> rows = new ArrayList<>();

  /// The example of each row.
  private final List<Example> rowExamples = new ArrayList<>();

  /// The features that are learnt from; empty for all.
  private final Optional<FeatureTable> known;

  /// @param fewestExamples in how many examples a feature must occur to be learnt from
  /// @param isMessage whether the example of that place is a whole message
  private ModelTraining(
      List<Example> examples,
      ClassifierSettings settings,
      int fewestExamples,
      IntPredicate isMessage) {
    this.examples = examples;
    this.settings = settings;
    Map<String, String> once = new HashMap<>();
    for (Example example : examples) {
      rows.add(
          Normaliser.tokens(example.utterance()).stream()
              .map(word -> once.computeIfAbsent(word, same -> same))
              .toList());
      rowExamples.add(example);
    }
    known = fewestExamples > 1 ? Optional.of(common(fewestExamples)) : Optional.empty();
    for (int i = 0; i < examples.size(); i++) {
      if (isMessage.test(i)) {
        addSlipped(i);
      }
    }
  }

  private ModelTraining(List<Example> examples, ClassifierSettings settings) {
    this(examples, settings, 1, _ -> true);
  }

  private void addSlipped(int place) {
    Typos.slip(rows.get(place))
        .ifPresent(slipped -> {
          rows.add(slipped);
          rowExamples.add(examples.get(place));
        });
  }

  /// The features that occur in so many of the rows there are.
  private FeatureTable common(int fewest) {
    Map<Long, Integer> times = new HashMap<>();
    for (List<String> row : rows) {
      for (long hash : FeatureVector.ofSeen(row).hashes()) {
        times.merge(hash, 1, Integer::sum);
      }
    }
    times.values().removeIf(count -> count < fewest);
    return new FeatureTable(times.keySet().stream().mapToLong(Long::longValue).sorted().toArray());
  }

  private FeatureVector vector(List<String> row) {
    return known
        .map(features -> FeatureVector.of(row, features))
        .orElseGet(() -> FeatureVector.of(row));
  }

  private String[] names(List<String> row) {
    return known
        .map(features -> FeatureVector.names(row, features))
        .orElseGet(() -> FeatureVector.names(row));
  }

  /// Trains, and measures how far its logits can be believed.
  static TrainedModel train(List<Example> examples, ClassifierSettings settings) {
    return new ModelTraining(examples, settings).train(true);
  }

  /// Trains only; its probabilities are rough.
  static TrainedModel trainUncalibrated(List<Example> examples, ClassifierSettings settings) {
    return new ModelTraining(examples, settings).train(false);
  }

  /// Trains labels that are judged one by one, and chooses the least probability of each.
  ///
  /// @param lines what to learn from; each must also say how it bears on the thresholds
  /// @param fewestLines in how many lines a feature must occur to be learnt from
  static TrainedModel trainKinds(
      List<KindLine> lines, ClassifierSettings settings, double mostFalseAlarms, int fewestLines) {
    try {
      ModelTraining training =
          new ModelTraining(
              lines.stream().map(KindLine::example).toList(),
              settings,
              fewestLines,
              line -> line == 0 || lines.get(line).message() != lines.get(line - 1).message());
      LinearSvmTrainer trainer = training.trainer();
      DataIndexer indexer = training.index(trainer);
      LinearModel weights = LinearModel.of((AbstractModel) trainer.train(indexer));
      Labels labels = Labels.judgedAlone(weights.labels());
      double[][] logits = training.heldOutLogits(trainer, indexer);
      Calibration calibration = Calibration.fit(labels, logits, training.truths(weights));
      double[][] heldOut = training.rowsOf(i -> calibration.probabilities(labels, logits[i]));
      double[] thresholds =
          new KindThresholds(weights.labels(), lines).choose(heldOut, mostFalseAlarms);
      return new TrainedModel(weights, calibration, training.words(), thresholds);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double[][] rowsOf(IntFunction<double[]> row) {
    return IntStream.range(0, examples.size()).parallel().mapToObj(row).toArray(double[][]::new);
  }

  /// The logits of every example by a model that saw neither it nor its neighbours.
  static double[][] crossValidatedLogits(List<Example> examples, ClassifierSettings settings) {
    try {
      ModelTraining training = new ModelTraining(examples, settings);
      LinearSvmTrainer trainer = training.trainer();
      return training.heldOutLogits(trainer, training.index(trainer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrainedModel train(boolean calibrated) {
    try {
      LinearSvmTrainer trainer = trainer();
      DataIndexer indexer = index(trainer);
      LinearModel weights = LinearModel.of((AbstractModel) trainer.train(indexer));
      Calibration calibration =
          calibrated
              ? calibration(weights, heldOutLogits(trainer, indexer))
              : Calibration.unmeasured(weights.labels().size());
      return new TrainedModel(weights, calibration, words());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Words that concepts are made of are known too, so that they are not corrected away.
  private SortedMap<String, Integer> words() {
    SortedMap<String, Integer> words = Spelling.count(rows.subList(0, examples.size()));
    Concepts.words().forEach(word -> words.merge(word, 1, Integer::sum));
    return words;
  }

  private LinearSvmTrainer trainer() {
    ExtensionLoader.registerAllowedPackage(LinearSvmTrainer.class.getPackageName());
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, LinearSvmTrainer.class.getName());
    parameters.put("DataIndexer", EventRows.class.getName());
    parameters.put(LinearSvmTrainer.COST, settings.cost());
    parameters.put(LinearSvmTrainer.POSITIVE_WEIGHT, settings.positiveWeight());
    return (LinearSvmTrainer) TrainerFactory.getEventTrainer(parameters, new HashMap<>());
  }

  private DataIndexer index(LinearSvmTrainer trainer) throws IOException {
    return trainer.getDataIndexer(new Events());
  }

  private double[][] heldOutLogits(LinearSvmTrainer trainer, DataIndexer indexer) {
    SortedMap<String, BitSet> positives = LinearSvmTrainer.positives(indexer);
    int[][] features = indexer.getContexts();
    float[][] values = LinearSvmTrainer.valuesOf(indexer);
    double[][] logits = new double[examples.size()][positives.size()];
    for (int fold = 0; fold < Example.FOLDS; fold++) {
      BitSet leftOut = new BitSet();
      for (int row = 0; row < rows.size(); row++) {
        leftOut.set(row, rowExamples.get(row).fold() == fold);
      }
      trainer.train(
          indexer,
          positives,
          leftOut,
          (weights, label) ->
              leftOut.stream()
                  .filter(row -> row < examples.size())
                  .forEach(row -> logits[row][label] = sum(weights, features[row], values[row])));
    }
    return logits;
  }

  private static double sum(double[] weights, int[] features, float[] values) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += weights[features[i]] * values[i];
    }
    return sum;
  }

  private Calibration calibration(LinearModel weights, double[][] logits) {
    return Calibration.fit(new Labels(weights.labels()), logits, truths(weights));
  }

  private List<BitSet> truths(LinearModel weights) {
    List<BitSet> truths = new ArrayList<>();
    for (Example example : examples) {
      BitSet truth = new BitSet();
      example.intents().forEach(intent -> truth.set(weights.labels().indexOf(intent)));
      truths.add(truth);
    }
    return truths;
  }

  /// The rows as OpenNLP's events, made one by one.
  private final class Events implements ObjectStream<Event> {
    private int next;

    @Override
    public @Nullable Event read() {
      if (next >= rows.size()) {
        return null;
      }
      float[] values = vector(rows.get(next)).values();
      String[] features = names(rows.get(next));
      String outcome = String.join(LinearSvmTrainer.SEPARATOR, rowExamples.get(next).intents());
      next++;
      return new Event(outcome, features, values);
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
