package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/// The demonstration's clock: the system clock and a lead that can be enlarged.
///
/// All views of it in other time zones share the lead. Safe to use from any thread. [SharedClock]
/// moves it.
final class ServiceClock extends Clock {
  /// The longest step at once.
  static final Duration MOST_ADVANCE = Duration.ofDays(400);

  /// Beyond this no date is shown or stored properly.
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private final Clock system;
  private final AtomicReference<Duration> lead;

  private ServiceClock(Clock system, AtomicReference<Duration> lead) {
    this.system = system;
    this.lead = lead;
  }

  /// A clock that shows this instant now and runs on.
  static ServiceClock startingAt(Instant start, Clock system) {
    return new ServiceClock(
        system, new AtomicReference<>(Duration.between(system.instant(), start)));
  }

  /// Moves the clock forward.
  ///
  /// @throws IllegalArgumentException if the step is not positive, longer than 400 days, or leads
  ///   beyond the year 2200
  void advance(Duration step) {
    if (!step.isPositive() || step.compareTo(MOST_ADVANCE) > 0) {
      throw new IllegalArgumentException("the clock moves forward, by at most 400 days");
    }
    if (instant().plus(step).isAfter(LATEST)) {
      throw new IllegalArgumentException("the clock does not go beyond the year 2200");
    }
    lead.updateAndGet(now -> now.plus(step));
  }

  Duration lead() {
    return lead.get();
  }

  void lead(Duration shared) {
    lead.set(shared);
  }

  @Override
  public Instant instant() {
    return system.instant().plus(lead.get());
  }

  @Override
  public ZoneId getZone() {
    return system.getZone();
  }

  @Override
  public ServiceClock withZone(ZoneId zone) {
    return new ServiceClock(system.withZone(zone), lead);
  }
}
