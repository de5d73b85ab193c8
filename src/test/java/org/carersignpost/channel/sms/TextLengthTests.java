package org.carersignpost.channel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLengthTests {
  @Test
  void plainTextsAreCountedInTheAlphabetOfTexts() {
    assertThat(TextLength.of("a".repeat(160)).segments()).isEqualTo(1);
    assertThat(TextLength.of("a".repeat(161)).segments()).isEqualTo(2);
    assertThat(TextLength.of("a".repeat(306)).segments()).isEqualTo(2);
    assertThat(TextLength.of("a".repeat(307)).segments()).isEqualTo(3);
    assertThat(TextLength.of("£5")).hasToString("1 segment, GSM-7, 2 characters");
  }

  @Test
  void oneOtherCharacterMakesItUcs2() {
    assertThat(TextLength.of("\u2019" + "a".repeat(69)).segments()).isEqualTo(1);
    assertThat(TextLength.of("\u2019" + "a".repeat(70)).segments()).isEqualTo(2);
    assertThat(TextLength.of("\u2019".repeat(135)))
        .hasToString("3 segments, UCS-2, 135 characters");
  }
}
