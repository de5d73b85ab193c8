package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.knowledge.files.Schedule.OnBankHolidays;

/// What holds of all opening hours, tried on weeks thrown together at random from fixed seeds.
class OpeningHoursPropertiesTests {
  private static final LocalDateTime START = LocalDateTime.parse("2026-03-30T00:00");
  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06"));
  private static final List<String> DAYS =
      List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU", "MO,TU,WE,TH,FR", "SA,SU");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /// The hour from one o'clock is skipped, and comes twice.
  private static final List<Instant> CLOCK_CHANGES =
      List.of(Instant.parse("2026-03-29T01:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));

  private static final int QUARTERS_OF_A_DAY = 96;

  private static List<Schedule> week(int seed) {
    Random random = new Random(seed);
    List<Schedule> week = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(5); i++) {
      int opens = random.nextInt(QUARTERS_OF_A_DAY);
      int closes = (opens + 1 + random.nextInt(QUARTERS_OF_A_DAY - 1)) % QUARTERS_OF_A_DAY;
      Schedule schedule =
          TestSchedules.weekly(
              DAYS.get(random.nextInt(DAYS.size())),
              time(opens).toString(),
              time(closes).toString());
      week.add(
          TestSchedules.onBankHolidays(
              random.nextBoolean() ? OnBankHolidays.OPEN : OnBankHolidays.CLOSED, schedule));
    }
    return week;
  }

  private static LocalTime time(int quarter) {
    return LocalTime.MIN.plusMinutes(15L * quarter);
  }

  private static OpeningState at(List<Schedule> week, LocalDateTime now) {
    return Schedules.stateAt(week, now, HOLIDAYS);
  }

  @Property(seed = "1", tries = 300)
  void itIsNeverBothOpenAndClosed(
      @ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 20_000) int minute) {
    OpeningState state = at(week(seed), START.plusMinutes(minute));

    assertThat(state.isOpen() && state.isClosed()).isFalse();
  }

  @Property(seed = "2", tries = 300)
  void nextOpeningIsReallyOpen(
      @ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 20_000) int minute) {
    List<Schedule> week = week(seed);
    LocalDateTime now = START.plusMinutes(minute);
    if (at(week, now) instanceof OpeningState.Closed(LocalDateTime opensAt)) {
      assertThat(opensAt).isAfter(now);
      assertThat(at(week, opensAt).isOpen()).isTrue();
      assertThat(at(week, opensAt.minusMinutes(1)).isClosed()).isTrue();
    }
  }

  @Property(seed = "3", tries = 300)
  void nextClosingIsReallyClosed(
      @ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 20_000) int minute) {
    List<Schedule> week = week(seed);
    LocalDateTime now = START.plusMinutes(minute);
    if (at(week, now) instanceof OpeningState.Open(LocalDateTime closesAt)) {
      assertThat(closesAt).isAfter(now);
      assertThat(at(week, closesAt.minusMinutes(1)).isOpen()).isTrue();
      assertThat(at(week, closesAt).isOpen()).isFalse();
    }
  }

  @Property(seed = "4", tries = 300)
  void openingHoursAreThoseOfSomeBlock(
      @ForAll @IntRange(max = 9_999) int seed, @ForAll @IntRange(max = 20_000) int minute) {
    List<Schedule> week = week(seed);
    LocalDateTime now = START.plusMinutes(minute);
    boolean inABlock =
        week.stream().anyMatch(s -> covers(s, now, now.toLocalDate()))
            || week.stream().anyMatch(s -> covers(s, now, now.toLocalDate().minusDays(1)));

    assertThat(at(week, now).isOpen()).isEqualTo(inABlock);
  }

  /// Blocks of two hours and more, so that none lies within the hour that is skipped.
  @Property(seed = "5", tries = 1_000)
  void whatIsSaidHoldsThroughBothClockChanges(
      @ForAll @IntRange(max = 9_999) int seed,
      @ForAll @IntRange(max = 1) int change,
      @ForAll @IntRange(min = -2_000, max = 2_000) int minute) {
    List<Schedule> week = week(seed).stream().filter(OpeningHoursPropertiesTests::isLong).toList();
    Instant now = CLOCK_CHANGES.get(change).plus(Duration.ofMinutes(minute));
    switch (at(week, LocalDateTime.ofInstant(now, LONDON))) {
      case OpeningState.Open(LocalDateTime closesAt) -> {
        Instant closing = closesAt.atZone(LONDON).withLaterOffsetAtOverlap().toInstant();
        assertThat(closing).isAfter(now);
        assertThat(at(week, LocalDateTime.ofInstant(closing, LONDON)).isOpen()).isFalse();
      }
      case OpeningState.Closed(LocalDateTime opensAt) -> {
        Instant opening = opensAt.atZone(LONDON).withLaterOffsetAtOverlap().toInstant();
        assertThat(opening).isAfter(now);
        assertThat(at(week, LocalDateTime.ofInstant(opening, LONDON)).isOpen()).isTrue();
      }
      default -> assertThat(week).isEmpty();
    }
  }

  private static boolean isLong(Schedule schedule) {
    Duration open =
        Duration.between(schedule.opensAt().orElseThrow(), schedule.closesAt().orElseThrow());
    return (open.isPositive() ? open : open.plusDays(1)).compareTo(Duration.ofHours(2)) >= 0;
  }

  /// Whether the block that starts on a day contains a time, worked out in another way.
  private static boolean covers(Schedule schedule, LocalDateTime time, LocalDate day) {
    String code = day.getDayOfWeek().name().substring(0, 2);
    boolean closedThen =
        HOLIDAYS.contains(day) && schedule.bankHolidays().orElseThrow() == OnBankHolidays.CLOSED;
    if (closedThen || !schedule.byday().orElseThrow().contains(code)) {
      return false;
    }
    LocalDateTime opens = day.atTime(schedule.opensAt().orElseThrow());
    LocalDateTime closes = day.atTime(schedule.closesAt().orElseThrow());
    LocalDateTime ends = closes.isAfter(opens) ? closes : closes.plusDays(1);
    return !time.isBefore(opens) && time.isBefore(ends);
  }
}
