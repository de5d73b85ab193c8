package org.carersignpost.channel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceClockTests {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  private final Clock system = Clock.fixed(Instant.parse("2030-06-01T00:00:00Z"), ZoneOffset.UTC);
  private final ServiceClock clock = ServiceClock.startingAt(START, system);

  @Test
  void clockStartsWhereItIsTold() {
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void clockRunsOn() {
    ServiceClock running = ServiceClock.startingAt(START, Clock.tickMillis(ZoneOffset.UTC));
    Instant first = running.instant();
    while (running.instant().equals(first)) {
      Thread.onSpinWait();
    }

    assertThat(running.instant()).isAfter(first).isBefore(START.plusSeconds(60));
  }

  @Test
  void stepsAddUpInEveryZone() {
    Clock inHampshire = clock.withZone(ZoneId.of("Europe/London"));
    clock.advance(Duration.ofHours(20));
    clock.advance(Duration.ofDays(400));

    assertThat(inHampshire.instant()).isEqualTo(START.plus(Duration.ofHours(9620)));
    assertThat(inHampshire.getZone()).isEqualTo(ZoneId.of("Europe/London"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "P400DT1S", "P9999D"})
  void clockNeverGoesBackNorTooFar(String step) {
    assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.parse(step)));
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void clockEndsWithTheYear2199() {
    ServiceClock late = ServiceClock.startingAt(Instant.parse("2199-12-31T00:00:00Z"), system);

    assertThatIllegalArgumentException().isThrownBy(() -> late.advance(Duration.ofDays(2)));
  }
}
