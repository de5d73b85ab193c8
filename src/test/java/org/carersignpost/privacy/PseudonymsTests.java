package org.carersignpost.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymsTests {
  private static final String OLD = "an-old-root-secret-of-many-characters";
  private static final String NEW = "a-new-root-secret-of-many-characters";
  private static final String CARER = "+447700900123";

  @Test
  void theSameNumberHasTheSamePseudonymAfterEveryStart() {
    // What is stored is found by it, so it must stay the same from release to release.
    assertThat(new Pseudonyms(OLD).of(CARER))
        .isEqualTo(new Pseudonyms(OLD).of(CARER))
        .isEqualTo("_1wNfoUw9OGhuDIAwECxow")
        .matches("[A-Za-z0-9_-]{22}")
        .doesNotContain("7700900123");
  }

  @Test
  void everyNumberHasItsOwn() {
    Pseudonyms pseudonyms = new Pseudonyms(OLD);
    Set<String> all =
        IntStream.range(0, 1_000)
            .mapToObj(n -> pseudonyms.of("+447700900%03d".formatted(n)))
            .collect(Collectors.toSet());
    assertThat(all).hasSize(1_000);
  }

  @Test
  void anotherKeyGivesAnotherPseudonym() {
    assertThat(new Pseudonyms(NEW).of(CARER)).isNotEqualTo(new Pseudonyms(OLD).of(CARER));
  }

  @Test
  void lookUpsTryEveryKeyTheNewestFirst() {
    Pseudonyms rotated = new Pseudonyms(NEW + ", " + OLD);
    assertThat(rotated.allOf(CARER))
        .containsExactly(new Pseudonyms(NEW).of(CARER), new Pseudonyms(OLD).of(CARER));
    assertThat(rotated.of(CARER)).isEqualTo(new Pseudonyms(NEW).of(CARER));
  }

  @Test
  void aWithheldNumberGetsADifferentOneEachTime() {
    Pseudonyms pseudonyms = new Pseudonyms(OLD);
    Set<String> made = new HashSet<>();
    for (int n = 0; n < 1_000; n++) {
      String one = pseudonyms.made();
      assertThat(one).matches("[A-Za-z0-9_-]{22}");
      made.add(one);
    }
    assertThat(made).hasSize(1_000);
  }

  @Test
  void withoutASecretThereAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pseudonyms(""))
        .withMessageContaining("SIGNPOST_SECRET_KEY");
  }
}
