package org.carersignpost.knowledge.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpeakingTimeTests {
  @Test
  void aMinuteHoldsAHundredAndFiftyWords() {
    assertThat(SpeakingTime.seconds("word ".repeat(150))).isCloseTo(60, within(0.01));
  }

  /// Eleven digits, and two pauses between three groups.
  @Test
  void numbersAreSaidDigitByDigitWithPauses() {
    assertThat(SpeakingTime.seconds("0300 555 1386")).isCloseTo(6.4, within(0.01));
    assertThat(SpeakingTime.seconds("116 123")).isCloseTo(3.4, within(0.01));
  }

  @Test
  void signsAloneTakeNoTime() {
    assertThat(SpeakingTime.seconds(" - , ... ")).isZero();
  }
}
