package org.carersignpost.channel.simulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows the demonstration's time and moves it on: `POST /simulator/clock?advance=PT20H`, or
/// `?to=20:00` for the next time it is that o'clock in Hampshire.
@RestController
@DemonstrationOnly
@RequestMapping("/simulator/clock")
class SimulatorClock {
  static final ZoneId HAMPSHIRE = ZoneId.of("Europe/London");
  private static final DateTimeFormatter AS_PEOPLE_SAY_IT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final ServiceClock clock;
  private final SharedClock shared;

  SimulatorClock(ServiceClock clock, SharedClock shared) {
    this.clock = clock;
    this.shared = shared;
  }

  /// @param now the service's time
  /// @param local the same for people in Hampshire: `Monday 2 March 2026, 10:15`
  record Time(Instant now, String local) {
    static Time of(Instant now) {
      return new Time(now, AS_PEOPLE_SAY_IT.format(now.atZone(HAMPSHIRE)));
    }
  }

  @GetMapping
  Time now() {
    return Time.of(clock.instant());
  }

  @PostMapping
  Time advance(
      @RequestParam("advance") Optional<String> step, @RequestParam("to") Optional<String> to) {
    if (step.isPresent() == to.isPresent()) {
      throw new IllegalArgumentException("say either advance=PT20H or to=20:00");
    }
    shared.advance(
        step.map(Duration::parse).orElseGet(() -> until(LocalTime.parse(to.orElseThrow()))));
    return now();
  }

  private Duration until(LocalTime time) {
    ZonedDateTime now = clock.instant().atZone(HAMPSHIRE);
    ZonedDateTime next = now.with(time);
    return Duration.between(now, next.isAfter(now) ? next : now.plusDays(1).with(time));
  }

  @ExceptionHandler({
    DateTimeException.class,
    IllegalArgumentException.class,
    ArithmeticException.class
  })
  ProblemDetail refused(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        e instanceof IllegalArgumentException
            ? String.valueOf(e.getMessage())
            : "advance is a duration such as PT20H, to is a time such as 20:00");
  }
}
