package org.carersignpost.understanding.classifier;

import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Chooses from which probability on a kind counts.
///
/// Every threshold begins above all harmless messages. Then, while false alarms are left, the one
/// is lowered that finds most further lines for each harmless message that would alarm.
/// Probabilities are those of models that had not seen the line.
final class KindThresholds {
  private static final int LONGEST_STEP = 12;

  /// A threshold that nothing reaches.
  private static final double NEVER = 1.01;

  private final List<String> labels;
  private final List<KindLine> lines;
  private final int[] wanted;

  KindThresholds(List<String> labels, List<KindLine> lines) {
    this.labels = List.copyOf(labels);
    this.lines = List.copyOf(lines);
    this.wanted =
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isHarmless() && lines.get(i).weighs())
            .toArray();
  }

  /// The least probability of each label that counts.
  ///
  /// @param heldOut for each line the probability of each label, by a model that did not see it
  /// @param mostFalseAlarms the share of harmless messages that may alarm, 0 to 1
  double[] choose(double[][] heldOut, double mostFalseAlarms) {
    double[][] harmless = harmlessMessages(heldOut);
    double[] thresholds = new double[labels.size()];
    int[][] order = new int[labels.size()][];
    for (int label = 0; label < thresholds.length; label++) {
      int column = label;
      order[label] =
          IntStream.range(0, harmless.length)
              .boxed()
              .sorted((a, b) -> Double.compare(harmless[b][column], harmless[a][column]))
              .mapToInt(Integer::intValue)
              .toArray();
    }
    lower(thresholds, heldOut, harmless, order, (int) (mostFalseAlarms * harmless.length));
    return thresholds;
  }

  private void lower(
      double[] thresholds, double[][] heldOut, double[][] harmless, int[][] order, int most) {
    int[] let = new int[thresholds.length];
    for (int label = 0; label < thresholds.length; label++) {
      thresholds[label] = after(label, 0, harmless, order);
    }
    BitSet alarmed = new BitSet();
    while (true) {
      BitSet found = found(thresholds, heldOut);
      int bestLabel = -1;
      int bestStep = 0;
      double bestWorth = 0;
      for (int label = 0; label < thresholds.length; label++) {
        if (labels.get(label).equals(KindModel.NONE)) {
          continue;
        }
        int cost = 0;
        for (int step = 1; step <= LONGEST_STEP && let[label] + step <= harmless.length; step++) {
          cost += alarmed.get(order[label][let[label] + step - 1]) ? 0 : 1;
          double threshold = after(label, let[label] + step, harmless, order);
          double worth = gain(label, threshold, heldOut, found) / (cost + 0.5);
          if (alarmed.cardinality() + cost <= most && worth > bestWorth) {
            bestLabel = label;
            bestStep = step;
            bestWorth = worth;
          }
        }
      }
      if (bestLabel < 0) {
        return;
      }
      for (int step = 0; step < bestStep; step++) {
        alarmed.set(order[bestLabel][let[bestLabel]++]);
      }
      thresholds[bestLabel] = after(bestLabel, let[bestLabel], harmless, order);
    }
  }

  /// The threshold that so many harmless messages pass.
  private double after(int label, int passing, double[][] harmless, int[][] order) {
    if (labels.get(label).equals(KindModel.NONE)) {
      return NEVER;
    }
    return passing < harmless.length
        ? Math.nextUp(harmless[order[label][passing]][label])
        : Double.MIN_VALUE;
  }

  private BitSet found(double[] thresholds, double[][] heldOut) {
    BitSet found = new BitSet();
    for (int line : wanted) {
      for (int label = 0; label < thresholds.length; label++) {
        if (heldOut[line][label] >= thresholds[label]) {
          found.set(line);
        }
      }
    }
    return found;
  }

  private double gain(int label, double threshold, double[][] heldOut, BitSet found) {
    int gain = 0;
    for (int line : wanted) {
      gain += !found.get(line) && heldOut[line][label] >= threshold ? 1 : 0;
    }
    return gain;
  }

  /// For each harmless message the highest probability of each label in any of its lines.
  private double[][] harmlessMessages(double[][] probabilities) {
    SortedMap<Integer, double[]> highest = new TreeMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      if (lines.get(i).isHarmless()) {
        highest.merge(
            lines.get(i).message(),
            probabilities[i],
            (a, b) ->
                IntStream.range(0, a.length).mapToDouble(k -> Math.max(a[k], b[k])).toArray());
      }
    }
    return highest.values().toArray(double[][]::new);
  }
}
