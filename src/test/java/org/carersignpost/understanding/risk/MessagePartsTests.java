package org.carersignpost.understanding.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessagePartsTests {
  @Test
  void wholeMessageComesFirstThenItsSentences() {
    assertThat(
            MessageParts.of(
                "Mum is doing so well. He pushed me again and I fell down hard! what now"))
        .containsExactly(
            "Mum is doing so well. He pushed me again and I fell down hard! what now",
            "Mum is doing so well",
            "He pushed me again and I fell down hard");
  }

  @Test
  void lineEndsCutAndShortSentencesAreLeftOut() {
    assertThat(MessageParts.of("i do love her\ni am at my end\nsorry dear"))
        .containsExactly(
            "i do love her\ni am at my end\nsorry dear", "i do love her", "i am at my end");
  }

  @Test
  void messageOfOneSentenceIsJudgedOnce() {
    assertThat(MessageParts.of("nothing to cut in here")).hasSize(1);
    assertThat(MessageParts.of("...")).containsExactly("...");
  }

  @Test
  void noMoreIsReadThanTheRulesRead() {
    assertThat(MessageParts.of("word ".repeat(2_000)).getFirst()).hasSizeLessThanOrEqualTo(4_000);
  }
}
