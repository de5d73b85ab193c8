package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.jspecify.annotations.Nullable;

/// Trains a model: every utterance as written, and messages once more with a slip of the thumb.
///
/// The same examples and settings always give the same model, bit by bit.
final class ModelTraining {
  /// Two fifths of the examples show well enough how far logits can be believed, and each fold
  /// costs a further training. One lies early in every file and one late.
  private static final Set<Integer> CALIBRATING_FOLDS = Set.of(0, 3);

  private static final Set<Integer> ALL_FOLDS =
      IntStream.range(0, Example.FOLDS).boxed().collect(Collectors.toSet());

  /// Of lines of kinds every third message is slipped: there are many, and all of them gain little
  /// more for half as much memory again.
  private static final int SLIPPED_OF_KINDS = 3;

  /// This many events are made at once: enough for several threads, few enough for the memory.
  private static final int BATCH = 512;

  private final List<Example> examples;
  private final ClassifierSettings settings;

  /// The words of each example, then those with a slip.
  private final List<List<String>> rows = new ArrayList<>();

  /// The example of each row.
  private final List<Example> rowExamples = new ArrayList<>();

  /// The features that are learnt from, in context; empty for all, without.
  private final Optional<KnownFeatures> known;

  /// @param fewestExamples in how many examples a feature must occur to be learnt from; 0 for
  ///   features without context, which are learnt from wherever they occur
  /// @param slips whether the example of that place is learnt with a slip too
  private ModelTraining(
      List<Example> examples, ClassifierSettings settings, int fewestExamples, IntPredicate slips) {
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
    known =
        fewestExamples > 0 ? Optional.of(KnownFeatures.of(rows, fewestExamples)) : Optional.empty();
    for (int i = 0; i < examples.size(); i++) {
      if (slips.test(i)) {
        addSlipped(i);
      }
    }
  }

  private ModelTraining(List<Example> examples, ClassifierSettings settings) {
    this(examples, settings, 0, _ -> true);
  }

  private void addSlipped(int place) {
    Typos.slip(rows.get(place))
        .ifPresent(slipped -> {
          rows.add(slipped);
          rowExamples.add(examples.get(place));
        });
  }

  private float[] values(List<String> row) {
    return known
        .map(features -> FeatureVector.known(row, features).values())
        .orElseGet(() -> FeatureVector.of(row).values());
  }

  private String[] names(List<String> row) {
    return known
        .map(features -> FeatureVector.names(row, features))
        .orElseGet(() -> FeatureVector.names(row));
  }

  /// Trains, and measures how far its logits can be believed.
  static TrainedModel train(List<Example> examples, ClassifierSettings settings) {
    return new ModelTraining(examples, settings).train(Labels::new);
  }

  /// Trains only; its probabilities are rough.
  static TrainedModel trainUncalibrated(List<Example> examples, ClassifierSettings settings) {
    try {
      ModelTraining training = new ModelTraining(examples, settings);
      LinearSvmTrainer trainer = training.trainer();
      LinearModel weights = weights(trainer, training.index(trainer));
      return training.model(weights, Calibration.unmeasured(weights.labels().size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Trains kinds, which are judged one by one, on features in context.
  ///
  /// @param fewestLines in how many lines a feature must occur to be learnt from
  static TrainedModel trainKinds(
      List<KindLine> lines, ClassifierSettings settings, int fewestLines) {
    ModelTraining training =
        new ModelTraining(
            lines.stream().map(KindLine::example).toList(),
            settings,
            fewestLines,
            line -> lines.get(line).isWhole() && line % SLIPPED_OF_KINDS == 0);
    return training.train(Labels::judgedAlone);
  }

  /// The logits of every example by a model that saw neither it nor its neighbours.
  static double[][] crossValidatedLogits(List<Example> examples, ClassifierSettings settings) {
    try {
      ModelTraining training = new ModelTraining(examples, settings);
      LinearSvmTrainer trainer = training.trainer();
      return training.heldOutLogits(trainer, training.index(trainer), ALL_FOLDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TrainedModel train(Function<List<String>, Labels> labels) {
    try {
      LinearSvmTrainer trainer = trainer();
      DataIndexer indexer = index(trainer);
      LinearModel weights = weights(trainer, indexer);
      double[][] logits = heldOutLogits(trainer, indexer, CALIBRATING_FOLDS);
      int[] judged =
          IntStream.range(0, logits.length)
              .filter(example -> CALIBRATING_FOLDS.contains(examples.get(example).fold()))
              .toArray();
      Calibration calibration =
          Calibration.fit(
              labels.apply(weights.labels()),
              Arrays.stream(judged).mapToObj(example -> logits[example]).toArray(double[][]::new),
              truths(weights, judged));
      return model(weights, calibration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LinearModel weights(LinearSvmTrainer trainer, DataIndexer indexer)
      throws IOException {
    return ((LinearMaxentModel) trainer.train(indexer)).weights();
  }

  private TrainedModel model(LinearModel weights, Calibration calibration) {
    return new TrainedModel(
        weights,
        calibration,
        words(),
        known.map(KnownFeatures::rarities).orElseGet(() -> new float[0]));
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

  /// @param folds those that are judged; the rows of the others stay 0
  private double[][] heldOutLogits(
      LinearSvmTrainer trainer, DataIndexer indexer, Set<Integer> folds) {
    SortedMap<String, BitSet> positives = LinearSvmTrainer.positives(indexer);
    SparseRows cells = SparseRows.of(indexer);
    double[][] logits = new double[examples.size()][positives.size()];
    for (int fold : folds) {
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
                  .forEach(row -> logits[row][label] = cells.product(row, weights)));
    }
    return logits;
  }

  private List<BitSet> truths(LinearModel weights, int[] judged) {
    List<BitSet> truths = new ArrayList<>();
    for (int example : judged) {
      BitSet truth = new BitSet();
      examples
          .get(example)
          .intents()
          .forEach(intent -> truth.set(weights.labels().indexOf(intent)));
      truths.add(truth);
    }
    return truths;
  }

  /// The rows as OpenNLP's events, made some at a time.
  private final class Events implements ObjectStream<Event> {
    private final Deque<Event> made = new ArrayDeque<>();
    private int next;

    @Override
    public @Nullable Event read() {
      if (made.isEmpty()) {
        int from = next;
        next = Math.min(from + BATCH, rows.size());
        made.addAll(IntStream.range(from, next).parallel().mapToObj(this::event).toList());
      }
      return made.poll();
    }

    private Event event(int row) {
      return new Event(
          String.join(LinearSvmTrainer.SEPARATOR, rowExamples.get(row).intents()),
          names(rows.get(row)),
          values(rows.get(row)));
    }

    @Override
    public void reset() {
      made.clear();
      next = 0;
    }
  }
}
