package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTests {
  private final Spelling spelling =
      new Spelling(Map.of("respite", 9, "carer", 9, "cared", 3, "dementia", 5, "mum", 50));

  @ParameterizedTest
  @CsvSource({
    "respit, respite",
    "resspite, respite",
    "rezpite, respite",
    "repsite, respite",
    "careq, carer",
    "demetnia, dementia",
    "edmentia, dementia",
  })
  void oneEditIsCorrected(String written, String meant) {
    assertThat(spelling.correct(List.of(written))).containsExactly(meant);
  }

  @ParameterizedTest
  @CsvSource({"mam", "cared", "rezzite", "xcaredx", "resp1te", "sementia", "completely"})
  void otherWordsStay(String word) {
    assertThat(spelling.correct(List.of(word))).containsExactly(word);
  }

  @Test
  void wordsAreCounted() {
    assertThat(Spelling.count(List.of(List.of("a", "b"), List.of("b"))))
        .containsExactly(Map.entry("a", 1), Map.entry("b", 2));
  }

  @Test
  void slipsAreSmallAndAlwaysTheSame() {
    List<String> tokens = List.of("my", "mother", "has", "dementia");
    List<String> slipped = Typos.slip(tokens).orElseThrow();
    assertThat(slipped).isNotEqualTo(tokens).hasSameSizeAs(tokens);
    assertThat(Typos.slip(tokens)).contains(slipped);
    assertThat(Typos.slip(List.of("i", "am", "ill"))).isEmpty();
  }
}
