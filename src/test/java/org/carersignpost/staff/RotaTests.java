package org.carersignpost.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotaTests {
  private static final Rota ROTA =
      Rota.parse(
          """
          mon-wed 09:00-12:30 13:00-17:00
          Friday, 22:00 - 06:00
          sat 06:00-24:00
          """);

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00, 2026-03-02T12:30",
    "2026-03-02T13:00, 2026-03-02T17:00",
    "2026-03-04T16:59, 2026-03-04T17:00",
    "2026-03-06T23:00, 2026-03-08T00:00",
    "2026-03-07T05:00, 2026-03-08T00:00"
  })
  void aShiftEndsWhereNoOtherGoesOn(LocalDateTime now, LocalDateTime end) {
    assertThat(ROTA.shiftEndsAt(now)).contains(end);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T08:59",
        "2026-03-02T12:30",
        "2026-03-02T17:00",
        "2026-03-05T10:00",
        "2026-03-08T00:00"
      })
  void outsideOfEveryShiftThereIsNone(LocalDateTime now) {
    assertThat(ROTA.shiftEndsAt(now)).isEmpty();
  }

  @Test
  void whatIsWrittenCanBeReadAgain() {
    assertThat(Rota.parse(ROTA.written())).isEqualTo(ROTA);
    assertThat(ROTA.written()).startsWith("mon tue wed 09:00-12:30 13:00-17:00\n");
    assertThat(Rota.parse(" \n ")).isEqualTo(Rota.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "monday",
        "09:00-17:00",
        "someday 09:00-17:00",
        "mon 9-5",
        "mon 25:00-26:00",
        "mo 09:00-10:00"
      })
  void whatCannotBeReadIsRefused(String lines) {
    assertThatThrownBy(() -> Rota.parse(lines)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRotaWithoutAGapHasAnEndAllTheSame() {
    Rota always = Rota.parse("mon-sun 00:00-24:00");
    assertThat(always.shiftEndsAt(LocalDateTime.parse("2026-03-02T10:00"))).isPresent();
  }
}
