package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePartsTests {
  @Test
  void wholeMessageComesFirstThenSentencesThenClauses() {
    assertThat(
            MessageParts.of(
                "Mum is doing so well. He pushed me again and I fell down hard! what now"))
        .containsExactly(
            "Mum is doing so well. He pushed me again and I fell down hard! what now",
            "Mum is doing so well",
            "He pushed me again and I fell down hard",
            "He pushed me again",
            "I fell down hard");
  }

  @Test
  void butAndLineEndsCutAndShortPartsAreLeftOut() {
    assertThat(MessageParts.of("i do love her\ni am at my end\nsorry dear"))
        .containsExactly(
            "i do love her\ni am at my end\nsorry dear", "i do love her", "i am at my end");
    assertThat(MessageParts.of("we get by here but he hit me hard"))
        .containsExactly("we get by here but he hit me hard", "we get by here", "he hit me hard");
  }

  @Test
  void messageOfOneSentenceIsJudgedOnce() {
    assertThat(MessageParts.of(" the sandy beach with band and butter. "))
        .containsExactly("the sandy beach with band and butter.", "the sandy beach with band");
    assertThat(MessageParts.of("nothing to cut in here")).hasSize(1);
    assertThat(MessageParts.of("...")).containsExactly("...");
  }

  @Test
  void noMoreIsReadThanTheRulesRead() {
    assertThat(MessageParts.of("word ".repeat(2_000)).getFirst()).hasSizeLessThanOrEqualTo(4_000);
  }
}
