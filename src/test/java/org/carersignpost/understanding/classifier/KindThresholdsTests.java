package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindThresholdsTests {
  private static final List<String> LABELS = List.of("any", "fire", "none");

  private final List<KindLine> lines = new ArrayList<>();
  private final List<double[]> heldOut = new ArrayList<>();

  @Test
  void withoutFalseAlarmsEveryThresholdIsJustAboveTheHarmless() {
    harmless(0, 0.3, false);
    harmless(1, 0.6, false);
    dangerous(0.9);
    dangerous(0.5);

    double[] thresholds = choose(0);

    assertThat(thresholds[1]).isEqualTo(Math.nextUp(0.6));
    assertThat(thresholds[2]).isGreaterThan(1);
  }

  @Test
  void thresholdIsLoweredWhileFalseAlarmsAreLeftAndMoreIsFound() {
    harmless(0, 0.6, false);
    harmless(1, 0.4, false);
    harmless(2, 0.2, false);
    harmless(3, 0.1, false);
    dangerous(0.9);
    dangerous(0.5);
    dangerous(0.3);

    assertThat(choose(0.25)[1]).isEqualTo(Math.nextUp(0.4));
    assertThat(choose(0.5)[1]).isEqualTo(Math.nextUp(0.2));
    assertThat(choose(1)[1]).as("nothing more to find").isEqualTo(Math.nextUp(0.2));
  }

  @Test
  void sentencesOfOneMessageAlarmOnce() {
    harmless(0, 0.6, false);
    harmless(0, 0.5, false);
    harmless(1, 0.1, false);
    dangerous(0.3);

    assertThat(choose(0.5)[1]).isEqualTo(Math.nextUp(0.1));
  }

  private double[] choose(double mostFalseAlarms) {
    double[][] rows = heldOut.toArray(double[][]::new);
    return new KindThresholds(LABELS, lines).choose(rows, mostFalseAlarms);
  }

  private void harmless(int message, double probability, boolean weighs) {
    lines.add(new KindLine("mild", List.of(), message, 0, weighs));
    heldOut.add(new double[] {0, probability, 1 - probability});
  }

  private void dangerous(double probability) {
    lines.add(new KindLine("hot", List.of("fire"), 1_000 + lines.size(), 0, true));
    heldOut.add(new double[] {0, probability, 1 - probability});
  }
}
