package org.carersignpost.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "are you sure",
        "r u sure about that",
        "are you sure thats the right number",
        "are you sure thats right",
        "is that number right",
        "is that still the right number",
        "is it up to date",
        "but is the number still correct",
        "are these details up to date",
        "does that number work",
        "when was this checked",
        "when was it last checked",
        "when did you last check this",
        "has anyone checked that",
        "have you actually checked these numbers lately",
        "how old is this information",
        "how do i know its right"
      })
  void questionsWhetherItIsRightAreHeard(String said) {
    assertThat(Doubts.isOne(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "is it right that i get nothing",
        "is it open",
        "when was mum checked",
        "i am not sure",
        "are you sure he should be left alone all day",
        "does that work for people with dementia",
        "has anyone checked on my mum"
      })
  void otherQuestionsAreNot(String said) {
    assertThat(Doubts.isOne(said)).isFalse();
  }

  @Property(tries = 300)
  void everythingThatIsSaidIsJudged(@ForAll String said) {
    assertThat(Doubts.isOne(said)).isFalse();
  }
}
