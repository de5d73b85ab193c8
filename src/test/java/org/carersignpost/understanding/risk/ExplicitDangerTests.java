package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.carersignpost.dialogue.Risk;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Messages written without a look at the rules.
class ExplicitDangerTests {
  private static final RiskRules RULES =
      RiskRules.load(Path.of("knowledge-base/risk"), OrdinaryWords.listed());

  @ParameterizedTest
  @CsvFileSource(resources = "/risk/explicit.tsv", delimiter = '\t')
  void explicitMessageFires(String kind, String message) {
    assertThat(RiskRules.risks(RULES.find(Words.of(message))))
        .extracting(Risk::kind)
        .containsAnyOf(kind.split("/"));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/risk/figures-of-speech.tsv", delimiter = '\t')
  void figureOfSpeechFiresNothing(String message) {
    assertThat(RULES.find(Words.of(message))).isEmpty();
  }
}
