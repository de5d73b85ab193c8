package org.carersignpost.understanding.classifier;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.TrainingParameters;

/// Trains linear support vector machines, one intent against all others, as an OpenNLP algorithm.
///
/// An event's outcome may name several intents with commas between them: it is then an example of
/// each. Parameters: [#COST] and [#POSITIVE_WEIGHT]. The weights do not depend on how many threads
/// train, nor on the order in which intents are first met. OpenNLP makes trainers by name, so this
/// class is public and needs no arguments; its package must be registered with OpenNLP's
/// `ExtensionLoader`.
public final class LinearSvmTrainer extends AbstractEventTrainer {
  /// How hard an event on the wrong side pulls.
  public static final String COST = "C";

  /// How much harder an event of the intent pulls than one of another.
  public static final String POSITIVE_WEIGHT = "PosWeight";

  /// Stands between the intents of one outcome.
  static final String SEPARATOR = ",";

  /// How far each row pulls in the last training on all of them, for each intent.
  private final Map<String, double[]> pulls = new ConcurrentHashMap<>();

  /// OpenNLP needs a constructor without arguments.
  public LinearSvmTrainer() {}

  @Override
  public boolean isSortAndMerge() {
    return false;
  }

  @Override
  public MaxentModel doTrain(DataIndexer indexer) {
    SortedMap<String, BitSet> positives = positives(indexer);
    pulls.clear();
    LabelWeights[] weights = new LabelWeights[positives.size()];
    train(
        indexer,
        positives,
        new BitSet(),
        (found, label) -> weights[label] = LabelWeights.of(found));
    return new LinearMaxentModel(
        LinearModel.of(List.copyOf(positives.keySet()), indexer.getPredLabels(), weights));
  }

  /// Trains each intent without the rows left out, beginning with what was found for all rows, if
  /// that was.
  ///
  /// @param weights takes the weights of an intent and its place among the names; called by several
  ///   threads, once for each intent
  void train(
      DataIndexer indexer,
      SortedMap<String, BitSet> positives,
      BitSet leftOut,
      ObjIntConsumer<double[]> weights) {
    TrainingParameters parameters = Objects.requireNonNull(trainingParameters, "call init first");
    double cost = parameters.getDoubleParameter(COST, ClassifierSettings.DEFAULTS.cost());
    double positiveWeight =
        parameters.getDoubleParameter(
            POSITIVE_WEIGHT, ClassifierSettings.DEFAULTS.positiveWeight());
    SparseRows rows = SparseRows.of(indexer);
    int features = indexer.getPredLabels().length;
    List<String> labels = List.copyOf(positives.keySet());
    IntStream.range(0, labels.size())
        .parallel()
        .forEach(label -> {
          BitSet positive = Objects.requireNonNull(positives.get(labels.get(label)));
          String name = labels.get(label);
          double[] start = pulls.getOrDefault(name, new double[0]);
          LinearSvm svm =
              LinearSvm.solve(
                  rows, features, positive, leftOut, cost, positiveWeight, name.hashCode(), start);
          if (leftOut.isEmpty()) {
            pulls.put(name, svm.alphas());
          }
          weights.accept(svm.weights(), label);
        });
  }

  /// For each intent the rows that carry it.
  static SortedMap<String, BitSet> positives(DataIndexer indexer) {
    SortedMap<String, BitSet> positives = new TreeMap<>();
    int[] outcomes = indexer.getOutcomeList();
    String[] names = indexer.getOutcomeLabels();
    for (int row = 0; row < outcomes.length; row++) {
      for (String label : names[outcomes[row]].split(SEPARATOR, -1)) {
        positives.computeIfAbsent(label, l -> new BitSet()).set(row);
      }
    }
    return positives;
  }
}
