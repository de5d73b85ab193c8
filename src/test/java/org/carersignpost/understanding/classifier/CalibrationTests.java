package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTests {
  private static final Labels LABELS =
      new Labels(List.of("affirm", "deny", "find_dementia", "find_transport"));

  @Test
  void theSigmoidFindsTheCurveThatMadeTheData() {
    SplittableRandom random = new SplittableRandom(1);
    double[] scores = new double[20_000];
    BitSet positive = new BitSet();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = 4 * random.nextDouble() - 2;
      positive.set(i, random.nextDouble() < Sigmoid.of(3 * scores[i] - 1));
    }
    Sigmoid sigmoid = Sigmoid.fit(scores, positive);
    assertThat(sigmoid.slope()).isCloseTo(3, within(0.15));
    assertThat(sigmoid.offset()).isCloseTo(-1, within(0.1));
  }

  @Test
  void fewExamplesNeverMakeItCertain() {
    BitSet positive = new BitSet();
    positive.set(0, 3);
    Sigmoid sigmoid = Sigmoid.fit(new double[] {1, 1, 1, -1, -1, -1}, positive);
    assertThat(Sigmoid.of(sigmoid.slope() + sigmoid.offset())).isBetween(0.6, 0.9);
  }

  @Test
  void probabilitiesAreAsOftenTrueAsTheySay() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] logits = new double[8_000][];
    List<BitSet> truths = new ArrayList<>();
    for (int i = 0; i < logits.length; i++) {
      int truth = random.nextInt(4);
      logits[i] = new double[4];
      for (int label = 0; label < 4; label++) {
        logits[i][label] = (label == truth ? 0.4 : -0.4) + 0.5 * (random.nextDouble() * 2 - 1);
      }
      BitSet labels = new BitSet();
      labels.set(truth);
      truths.add(labels);
    }
    Calibration calibration = Calibration.fit(LABELS, logits, truths);
    for (int label : new int[] {0, 2}) {
      double said = 0;
      double happened = 0;
      for (int i = 0; i < logits.length; i++) {
        said += calibration.probabilities(LABELS, logits[i])[label];
        happened += truths.get(i).get(label) ? 1 : 0;
      }
      assertThat(said / logits.length).isCloseTo(happened / logits.length, within(0.03));
    }
  }

  @Test
  void talkSharesOneCertaintyAndTopicsDoNot() {
    Calibration calibration = Calibration.unmeasured(4);
    double[] both = calibration.probabilities(LABELS, new double[] {-1, -1, 1, 1});
    assertThat(both[2]).isEqualTo(both[3]).isGreaterThan(0.7);
    double[] yes = calibration.probabilities(LABELS, new double[] {1, 1, -1, -1});
    assertThat(yes[0] + yes[1]).isLessThanOrEqualTo(1);
    assertThat(yes[0]).isCloseTo(0.5, within(0.01));
  }

  @Test
  void outOfScopeTakesAwayHalfItsLogit() {
    Labels labels = new Labels(List.of("find_dementia", "out_of_scope", "thank", "unclear"));
    assertThat(labels.scopeScore(new double[] {0.2, 0.6, -0.5, 0.9})).isCloseTo(-0.1, within(1e-9));
    assertThat(labels.isRatherUnclear(new double[] {0.2, 0.6, -0.5, 0.9})).isTrue();
    assertThat(LABELS.scopeScore(new double[] {-1, -2, 0.3, 0})).isCloseTo(0.3, within(1e-9));
  }
}
