package org.carersignpost.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpellingTests {
  private final Words words = new Words(List.of("resbite => respite"), List.of("mum"));
  private final Spelling spelling = spelling(words, "resbite");

  private static Spelling spelling(Words words, String misspeltOnPurpose) {
    String prose = "Respite for carers, an allowance, a hoist and a wheelchair.";
    Set<String> terms = new HashSet<>(words.terms(prose));
    terms.addAll(words.terms(misspeltOnPurpose));
    return new Spelling(words, Stream.of(prose), terms);
  }

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
