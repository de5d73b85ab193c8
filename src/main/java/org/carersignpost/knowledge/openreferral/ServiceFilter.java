package org.carersignpost.knowledge.openreferral;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.carersignpost.knowledge.files.Schedule;

/// Which services a program asks for; what it does not ask about is empty.
///
/// @param organization who runs them
/// @param modifiedAfter only what may have changed at that moment or later. A file that was changed
///   need not say so, therefore what counts is since when we tell it as it is; what its file says
///   can only make that later
/// @param minimumAge their own minimum age is at least that
/// @param maximumAge their own maximum age is at most that
/// @param startTime they open then or later, on [#day] if it is given
/// @param endTime they close then or earlier, at the same opening
/// @param zone where their days begin
record ServiceFilter(
    Optional<UUID> term,
    Optional<UUID> taxonomy,
    Optional<UUID> organization,
    Optional<Instant> modifiedAfter,
    Optional<BigDecimal> minimumAge,
    Optional<BigDecimal> maximumAge,
    Optional<LocalTime> startTime,
    Optional<LocalTime> endTime,
    Optional<String> day,
    ZoneId zone) {

  static ServiceFilter of(Parameters parameters, ZoneId zone) {
    return new ServiceFilter(
        parameters.id("taxonomy_term_id"),
        parameters.id("taxonomy_id"),
        parameters.id("organization_id"),
        parameters.moment("modified_after", zone),
        parameters.age("minimum_age"),
        parameters.age("maximum_age"),
        parameters.time("start_time"),
        parameters.time("end_time"),
        parameters.day("day"),
        zone);
  }

  /// @param item the service, or what is told of it at one site
  boolean fits(PublishedService service, Item item) {
    return term.filter(id -> !service.terms().contains(id)).isEmpty()
        && taxonomy.filter(id -> !service.taxonomies().contains(id)).isEmpty()
        && organization.filter(id -> !service.organization().equals(id)).isEmpty()
        && modifiedAfter.filter(moment -> isUnchanged(service, item, moment)).isEmpty()
        && minimumAge.filter(least -> !isAtLeast(service.minimumAge(), least)).isEmpty()
        && maximumAge.filter(most -> !isAtMost(service.maximumAge(), most)).isEmpty()
        && isOpen(service.schedules());
  }

  private boolean isUnchanged(PublishedService service, Item item, Instant moment) {
    boolean datedBefore =
        service
            .dated()
            .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
            .filter(moment::isBefore)
            .isEmpty();
    return item.isKnownSince(moment) && datedBefore;
  }

  private static boolean isAtLeast(Optional<Integer> age, BigDecimal least) {
    return age.filter(its -> BigDecimal.valueOf(its).compareTo(least) >= 0).isPresent();
  }

  private static boolean isAtMost(Optional<Integer> age, BigDecimal most) {
    return age.filter(its -> BigDecimal.valueOf(its).compareTo(most) <= 0).isPresent();
  }

  private boolean isOpen(List<Schedule> schedules) {
    boolean asked = startTime.isPresent() || endTime.isPresent() || day.isPresent();
    return !asked || schedules.stream().anyMatch(this::isOpen);
  }

  private boolean isOpen(Schedule schedule) {
    return day.filter(wanted -> !daysOf(schedule).contains(wanted)).isEmpty()
        && startTime.filter(least -> !opensFrom(schedule, least)).isEmpty()
        && endTime.filter(most -> !closesBy(schedule, most)).isEmpty();
  }

  private static Set<String> daysOf(Schedule schedule) {
    // Monthly patterns say which one: 2MO, -1FR.
    return Set.copyOf(
        Arrays.stream(schedule.byday().orElse("").split(","))
            .map(day -> day.substring(Math.max(0, day.length() - 2)))
            .distinct()
            .toList());
  }

  private static boolean opensFrom(Schedule schedule, LocalTime least) {
    return schedule.opensAt().filter(opens -> !opens.isBefore(least)).isPresent();
  }

  private static boolean closesBy(Schedule schedule, LocalTime most) {
    boolean overnight =
        schedule.opensAt().flatMap(o -> schedule.closesAt().filter(c -> c.isBefore(o))).isPresent();
    return !overnight && schedule.closesAt().filter(closes -> !closes.isAfter(most)).isPresent();
  }
}
