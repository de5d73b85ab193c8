package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTests {
  private final Words words = new Words(List.of("resbite => respite"), List.of("mum"));
  private final Spelling spelling =
      new Spelling(
          words,
          List.of("Respite for carers, an allowance, a hoist and a wheelchair."),
          List.of("resbite"));

  @Test
  void oneSlipIsMendedInAWordOfFiveLettersOrMore() {
    assertThat(spelling.mended("hosit for mum")).isEqualTo("hoist for mum");
    assertThat(spelling.mended("respitte")).isEqualTo("respite");
  }

  @Test
  void twoSlipsAreMendedInALongWordOnly() {
    assertThat(spelling.mended("alowence")).isEqualTo("allowance");
    assertThat(spelling.mended("haist hosts")).isEqualTo("hoist hosts");
  }

  @Test
  void knownShortAndStrangeWordsStay() {
    assertThat(spelling.mended("resbite hois carers yesterday"))
        .isEqualTo("resbite hois carers yesterday");
  }

  @Test
  void firstLetterIsTrusted() {
    assertThat(spelling.mended("moist")).isEqualTo("moist");
  }

  @Test
  void swappedNeighboursAreOneSlip() {
    assertThat(Spelling.distance("hosit", "hoist")).isEqualTo(1);
    assertThat(Spelling.distance("", "hoist")).isEqualTo(5);
  }
}
