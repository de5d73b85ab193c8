package org.carersignpost.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningWordsTests {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2026, 3, 2, 10, 15);

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T17:00, opens 5pm",
    "2026-03-03T08:30, opens 8.30am tomorrow",
    "2026-03-03T00:00, opens midnight",
    "2026-03-05T12:00, opens Thu noon",
    "2026-03-16T09:00, opens Mon 16 Mar 9am"
  })
  void anOpeningIsSaidAsPeopleSayIt(LocalDateTime opensAt, String words) {
    assertThat(OpeningWords.of(new OpeningState.Closed(opensAt), MONDAY)).isEqualTo(words);
  }

  @Test
  void whatIsOpenSaysUntilWhen() {
    assertThat(OpeningWords.of(new OpeningState.Open(MONDAY.withHour(16).withMinute(30)), MONDAY))
        .isEqualTo("open until 4.30pm");
    assertThat(OpeningWords.of(new OpeningState.Always(), MONDAY)).isEqualTo("24 hours");
  }

  @Test
  void whatIsNotKnownIsNotClaimed() {
    assertThat(OpeningWords.of(new OpeningState.Unknown(""), MONDAY)).isEmpty();
    assertThat(OpeningWords.of(new OpeningState.Unknown("weekdays"), MONDAY)).isEqualTo("weekdays");
    assertThat(OpeningWords.of(new OpeningState.ClosedToday("weekdays, daytime"), MONDAY))
        .isEqualTo("closed today, weekdays, daytime");
  }
}
