package org.carersignpost.understanding.classifier;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/// Holds the training events, each as the numbers of its features and their values.
///
/// OpenNLP's own indexers hold every event twice while they work, names and all, which is more than
/// the service has memory for. Nothing is dropped, merged or sorted here. OpenNLP makes indexers by
/// name, so this class is public and needs no arguments.
public final class EventRows implements DataIndexer {
  private final SparseRows rows = new SparseRows();
  private int[] outcomes = {};
  private String[] features = {};
  private String[] outcomeNames = {};

  /// OpenNLP needs a constructor without arguments.
  public EventRows() {}

  @Override
  public void init(TrainingParameters parameters, Map<String, String> report) {}

  @Override
  public void index(ObjectStream<Event> events) throws IOException {
    Map<String, Integer> featureNumbers = new HashMap<>();
    Map<String, Integer> outcomeNumbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    List<String> namesOfOutcomes = new ArrayList<>();
    List<Integer> rowOutcomes = new ArrayList<>();
    for (Event event = events.read(); event != null; event = events.read()) {
      int[] numbers = new int[event.getContext().length];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(event.getContext()[i], featureNumbers, names);
      }
      rows.add(numbers, event.getValues());
      rowOutcomes.add(number(event.getOutcome(), outcomeNumbers, namesOfOutcomes));
    }
    outcomes = rowOutcomes.stream().mapToInt(Integer::intValue).toArray();
    features = names.toArray(String[]::new);
    outcomeNames = namesOfOutcomes.toArray(String[]::new);
  }

  /// The events' features and values, as they are kept.
  SparseRows rows() {
    return rows;
  }

  private static int number(String name, Map<String, Integer> numbers, List<String> names) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  @Override
  public int[][] getContexts() {
    return IntStream.range(0, rows.size()).mapToObj(rows::features).toArray(int[][]::new);
  }

  @Override
  public float[][] getValues() {
    return IntStream.range(0, rows.size()).mapToObj(rows::values).toArray(float[][]::new);
  }

  @Override
  public int[] getOutcomeList() {
    return outcomes;
  }

  @Override
  public String[] getOutcomeLabels() {
    return outcomeNames;
  }

  @Override
  public String[] getPredLabels() {
    return features;
  }

  @Override
  public int[] getPredCounts() {
    int[] seen = new int[features.length];
    for (int row = 0; row < rows.size(); row++) {
      for (int feature : rows.features(row)) {
        seen[feature]++;
      }
    }
    return seen;
  }

  /// Every event once.
  @Override
  public int[] getNumTimesEventsSeen() {
    int[] once = new int[rows.size()];
    Arrays.fill(once, 1);
    return once;
  }

  @Override
  public int getNumEvents() {
    return rows.size();
  }
}
