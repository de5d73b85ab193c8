package org.carersignpost.understanding.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormaliserTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "I can't cope | i can not cope",
        "i cant cope | i can not cope",
        "cannot cope | can not cope",
        "I’ve had enough | i have had enough",
        "she's lost, mum's lost | she is lost mums lost",
        "who'd help? they'll know | who would help they will know",
        "pls help, cos im tired | please help because i am tired",
        "c u 2moro | c you tomorrow",
        "PLEEEEASE | pleease",
        "well i am ill and were lost | well i am ill and were lost",
        "Mum & Dad | mum and dad",
        "£76.75 a week | £76 75 a week",
        "ring 999!!! | ring 999",
        "ＨＥＬＰ | help",
        "rock'n'roll | rocknroll",
      })
  void shortFormsAreWrittenOut(String written, String read) {
    assertThat(String.join(" ", Normaliser.tokens(written))).isEqualTo(read);
  }

  @Test
  void signsAloneAreNoWords() {
    assertThat(Normaliser.tokens("?! ... ' '' \uD83D\uDE00 \u0301")).isEmpty();
  }

  @Test
  void endlessMessagesAreCut() {
    assertThat(Normaliser.tokens("can't ".repeat(10_000))).hasSize(Normaliser.MOST_TOKENS);
  }
}
