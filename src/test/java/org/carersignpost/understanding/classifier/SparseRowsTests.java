package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SparseRowsTests {
  private final SparseRows rows = new SparseRows();

  @Property
  void aCellKeepsItsFeatureAndNearlyItsValue(
      @ForAll @IntRange(max = 0xFFFFF) int feature,
      @ForAll @FloatRange(min = 0.0005f, max = 15.9f) @Scale(5) float value) {
    SparseRows one = new SparseRows();
    one.add(new int[] {feature, 0}, new float[] {value, -value});
    assertThat(one.features(0)).containsExactly(feature, 0);
    assertThat(one.values(0)[0]).isCloseTo(value, Percentage.withPercentage(0.4));
    assertThat(one.values(0)[1]).isEqualTo(-one.values(0)[0]);
  }

  @Test
  void whatIsTooSmallCountsNothingAndWhatIsTooLargeAsMuchAsThereIs() {
    rows.add(new int[] {1, 2, 3, 4}, new float[] {0, 1e-6f, 1e6f, -1e6f});
    assertThat(rows.values(0)).containsExactly(0, 0, 15.9375f, -15.9375f);
  }

  @Test
  void withoutValuesEveryFeatureCountsOne() {
    rows.add(new int[] {5, 1}, null);
    assertThat(rows.values(0)).containsExactly(1, 1);
  }

  @Test
  void rowsAreMultipliedAndMoved() {
    rows.add(new int[] {0, 2}, new float[] {1, -0.5f});
    double[] weights = {3, 7, 2};
    assertThat(rows.product(0, weights)).isCloseTo(2, within(1e-9));
    assertThat(rows.squaredLength(0)).isCloseTo(1.25, within(1e-9));
    rows.move(0, 2, weights);
    assertThat(weights).containsExactly(5, 7, 1);
  }

  @Test
  void aNumberThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> rows.add(new int[] {1 << 20}, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1048576 features");
  }
}
