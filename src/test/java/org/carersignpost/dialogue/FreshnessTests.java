package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource({
    "2026-03-03, FRESH",
    "2026-03-02, FRESH",
    "2025-12-02, FRESH",
    "2025-12-01, AGEING",
    "2025-03-02, AGEING",
    "2025-03-01, UNASSURED",
    "2012-01-01, UNASSURED"
  })
  void factsAgeByMonths(LocalDate assured, Freshness expected) {
    assertThat(Freshness.of(Optional.of(assured), TODAY)).isEqualTo(expected);
  }

  @Test
  void factsOfNoDateAreUnassured() {
    assertThat(Freshness.of(Optional.empty(), TODAY)).isEqualTo(Freshness.UNASSURED);
  }
}
