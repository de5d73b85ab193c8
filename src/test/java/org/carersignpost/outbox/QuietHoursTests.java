package org.carersignpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTests {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final QuietHours NIGHT = QuietHours.parse("21:00-08:00", LONDON);

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T20:59:59Z,",
    "2026-03-02T21:00:00Z, 2026-03-03T08:00:00Z",
    "2026-03-03T07:59:59Z, 2026-03-03T08:00:00Z",
    "2026-03-03T08:00:00Z,",
    "2026-07-02T19:59:59Z,",
    "2026-07-02T20:00:00Z, 2026-07-03T07:00:00Z",
  })
  void nightIsQuietByTheClockOnTheWall(Instant now, Instant end) {
    assertThat(NIGHT.end(now)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void nightIsShorterWhenTheClocksGoForward() {
    assertThat(NIGHT.end(Instant.parse("2026-03-28T21:00:00Z")))
        .contains(Instant.parse("2026-03-29T07:00:00Z"));
  }

  @Test
  void nightIsLongerWhenTheClocksGoBack() {
    assertThat(NIGHT.end(Instant.parse("2026-10-24T20:00:00Z")))
        .contains(Instant.parse("2026-10-25T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"21:00-08:00", "22:30-01:30", "01:15-01:45", "00:00-02:00", "12:00-13:00"})
  void endIsAlwaysAheadAndNotQuietThroughoutTheYear(String written) {
    QuietHours quiet = QuietHours.parse(written, LONDON);
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    while (now.isBefore(Instant.parse("2027-01-01T00:00:00Z"))) {
      Instant at = now;
      quiet
          .end(at)
          .ifPresent(end -> {
            assertThat(end).as("from %s", at).isAfter(at).isBefore(at.plus(Duration.ofHours(14)));
            assertThat(quiet.end(end)).as("from %s", at).isEmpty();
          });
      now = now.plus(Duration.ofMinutes(7));
    }
  }

  @Test
  void thereNeedBeNone() {
    assertThat(QuietHours.parse("", LONDON).end(Instant.parse("2026-03-02T00:00:00Z"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"21:00", "9pm-8am", "21:00-08:00-09:00", "21:00-25:00"})
  void anythingElseIsRefusedAtTheStart(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuietHours.parse(written, LONDON))
        .withMessageContaining("signpost.outbox.quiet");
  }
}
