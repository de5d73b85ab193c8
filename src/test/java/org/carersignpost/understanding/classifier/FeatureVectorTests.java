package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureVectorTests {
  @Test
  void aMessageIsSeenFromAllSides() {
    Collection<String> features =
        new MessageFeatures()
            .extractFeatures(new String[] {"mum", "keeps", "falling", "24"}, Map.of());
    assertThat(features)
        .contains(
            "w:mum", "w:^ mum", "w:mum keeps", "w:00 $$", "s:fall", "s:keep fall", "k:mum fall")
        .contains("c:_m", "c:ing_", "c:_00_", "m:parent", "m:falling", MessageFeatures.BIAS)
        .doesNotContain("w:24", "c:_m_");
  }

  @Test
  void eachKindHasALengthOfItsOwn() {
    FeatureVector vector =
        FeatureVector.of(List.of("my", "mum", "and", "my", "dad", "and", "my", "nan"));
    assertThat(length(vector, f -> f.startsWith("c:"))).isCloseTo(1, within(1e-6));
    assertThat(length(vector, f -> "wsk".indexOf(f.charAt(0)) >= 0)).isCloseTo(1, within(1e-6));
    assertThat(length(vector, f -> f.startsWith("m:"))).isCloseTo(0.7, within(1e-6));
    assertThat(value(vector, MessageFeatures.BIAS)).isEqualTo(1);
    assertThat(value(vector, "w:my"))
        .isCloseTo((float) (value(vector, "w:mum") * (1 + Math.log(3))), within(1e-6f));
  }

  @Test
  void anEmptyMessageHasOnlyTheBias() {
    assertThat(FeatureVector.of(List.of()).names()).containsExactly(MessageFeatures.BIAS);
  }

  @Test
  void phrasesAreFoundByTheirStems() {
    assertThat(Concepts.in(new String[] {"power", "of", "attornei"})).contains("law");
    assertThat(Concepts.in(new String[] {"xyzzy"})).isEmpty();
    assertThat(Concepts.words()).contains("stairlift").doesNotContain("xyzzy");
  }

  private static double length(FeatureVector vector, Predicate<String> kind) {
    return Math.sqrt(
        IntStream.range(0, vector.names().length)
            .filter(i -> kind.test(vector.names()[i]))
            .mapToDouble(i -> vector.values()[i] * (double) vector.values()[i])
            .sum());
  }

  private static float value(FeatureVector vector, String name) {
    return vector.values()[List.of(vector.names()).indexOf(name)];
  }
}
