package org.carersignpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTests {
  private final BackOff backOff =
      new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(5), new Random(7));

  @Test
  void eachPauseIsAboutTwiceTheLastUpToTheLongest() {
    for (int attempts = 1; attempts < 100; attempts++) {
      Duration most = Duration.ofSeconds((long) Math.min(300, Math.pow(2, attempts)));
      assertThat(backOff.after(attempts)).isBetween(most.dividedBy(2), most);
    }
  }

  @Test
  void noTwoPausesAreTheSame() {
    List<Duration> pauses = IntStream.range(0, 20).mapToObj(_ -> backOff.after(10)).toList();

    assertThat(pauses).doesNotHaveDuplicates();
  }

  @Test
  void carrierMayAskForMoreButNotForLess() {
    assertThat(backOff.after(1, Optional.of(Duration.ofMinutes(9))))
        .isEqualTo(Duration.ofMinutes(9));
    assertThat(backOff.after(3, Optional.of(Duration.ZERO)))
        .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
  }
}
