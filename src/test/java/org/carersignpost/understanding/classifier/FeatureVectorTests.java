package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    List<String> words = List.of("my", "mum", "and", "my", "dad", "and", "my", "nan");
    assertThat(length(words, f -> f.startsWith("c:"))).isCloseTo(1, within(1e-6));
    assertThat(length(words, f -> "wsk".indexOf(f.charAt(0)) >= 0)).isCloseTo(1, within(1e-6));
    assertThat(length(words, f -> f.startsWith("m:"))).isCloseTo(0.7, within(1e-6));
    assertThat(value(words, MessageFeatures.BIAS)).isEqualTo(1);
    assertThat(value(words, "w:my"))
        .isCloseTo((float) (value(words, "w:mum") * (1 + Math.log(3))), within(1e-6f));
  }

  @Test
  void anEmptyMessageHasOnlyTheBias() {
    assertThat(FeatureVector.names(List.of())).containsExactly(MessageFeatures.BIAS);
    assertThat(FeatureVector.of(List.of()).values()).containsExactly(1);
  }

  @Test
  void unknownFeaturesTakeNoShareOfTheLengthInContextAndRareOnesMore() {
    List<String> words = List.of("my", "xyzzy", "dad");
    KnownFeatures known =
        KnownFeatures.of(
            List.of(List.of("my", "dad"), List.of("my", "mum"), List.of("my", "dad")), 2);

    List<String> names = List.of(FeatureVector.names(words, known));
    float[] values = FeatureVector.known(words, known).values();

    assertThat(names)
        .contains("w:my", "w:dad", "p:dad&my", "c:_my_", MessageFeatures.BIAS)
        .noneMatch(name -> name.contains("xyzzy") || name.startsWith("s:"))
        .hasSize(values.length);
    assertThat(values[names.indexOf("p:dad&my")]).isEqualTo(1);
    assertThat(values[names.indexOf("w:dad")])
        .isGreaterThan(values[names.indexOf("w:my")])
        .isLessThan(1);
    assertThat(value(words, "w:my")).isLessThan(values[names.indexOf("w:my")]);
  }

  @Test
  void whatIsDeniedIsAnotherWordBesideItsNeighbours() {
    assertThat(MessageFeatures.inContext(List.of("he", "does", "not", "hit", "me")))
        .contains("p:does&he", "p:he&!hit", "p:!hit&!me", "p:he&not")
        .doesNotContain("p:he&hit");
    assertThat(MessageFeatures.inContext(List.of("me", "me"))).doesNotContain("p:me&me");
  }

  @Test
  void hashesAreThoseOfTheNamesInTheSameOrder() {
    List<String> words =
        IntStream.range(0, 300).mapToObj(i -> "word" + Integer.toString(i % 250, 26)).toList();
    assertThat(FeatureVector.of(words).hashes())
        .hasSizeGreaterThan(400)
        .containsExactly(
            Stream.of(FeatureVector.names(words)).mapToLong(FeatureHash::of).toArray());
  }

  @Test
  void phrasesAreFoundByTheirStems() {
    assertThat(Concepts.in(new String[] {"power", "of", "attornei"})).contains("law");
    assertThat(Concepts.in(new String[] {"xyzzy"})).isEmpty();
    assertThat(Concepts.words()).contains("stairlift").doesNotContain("xyzzy");
  }

  private static double length(List<String> words, Predicate<String> kind) {
    String[] names = FeatureVector.names(words);
    float[] values = FeatureVector.of(words).values();
    return Math.sqrt(
        IntStream.range(0, names.length)
            .filter(i -> kind.test(names[i]))
            .mapToDouble(i -> values[i] * (double) values[i])
            .sum());
  }

  private static float value(List<String> words, String name) {
    return FeatureVector.of(words).values()[List.of(FeatureVector.names(words)).indexOf(name)];
  }
}
