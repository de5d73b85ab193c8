package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class Gsm7Tests {

  @Test
  void aTextOf160IsOneSegmentAndOneMoreIsTwo() {
    assertThat(Gsm7.segments("a".repeat(160))).isEqualTo(1);
    assertThat(Gsm7.segments("a".repeat(161))).isEqualTo(2);
    assertThat(Gsm7.segments("a".repeat(306))).isEqualTo(2);
    assertThat(Gsm7.segments("a".repeat(307))).isEqualTo(3);
    assertThat(Gsm7.segments("")).isZero();
  }

  @Test
  void bracesAndTheEuroSignCountTwice() {
    assertThat(Gsm7.septets("{}")).isEqualTo(4);
    assertThat(Gsm7.septets("5€")).isEqualTo(3);
    assertThat(Gsm7.septets("£5")).isEqualTo(2);
  }

  @Test
  void curlyQuotesAndDashesBecomePlain() {
    assertThat(Gsm7.plain("It’s “fine” – really…")).isEqualTo("It's \"fine\" - really...");
    assertThat(Gsm7.plain("ok 👍")).isEqualTo("ok ?");
  }

  @Property(tries = 500)
  void whateverIsMadePlainCanBeSentPlain(@ForAll @StringLength(max = 200) String text) {
    assertThat(Gsm7.isGsm7(Gsm7.plain(text))).isTrue();
    assertThat(Gsm7.plain(Gsm7.plain(text))).isEqualTo(Gsm7.plain(text));
  }
}
