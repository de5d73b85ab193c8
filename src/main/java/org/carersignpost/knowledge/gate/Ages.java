package org.carersignpost.knowledge.gate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Freshness;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;

/// How old the facts of the services that are offered are.
///
/// @param fresh of the last three months
/// @param ageing older, at most twelve months
/// @param unassured older still, or of no known date
/// @param lowConfidence whose facts are doubtful, of whatever age
/// @param withoutNumber that nobody can ring or text
/// @param byAge how many are of each age, the newest first
public record Ages(
    int fresh,
    int ageing,
    int unassured,
    int lowConfidence,
    int withoutNumber,
    Map<String, Integer> byAge) {

  private static final List<Step> STEPS =
      List.of(
          new Step(3, "3 months or newer"),
          new Step(6, "3 to 6 months"),
          new Step(12, "6 to 12 months"),
          new Step(24, "1 to 2 years"),
          new Step(60, "2 to 5 years"));

  private static final String OLDER = "older than 5 years";
  private static final String UNDATED = "no known date";

  private record Step(int months, String name) {}

  /// @param services those that are offered
  public static Ages of(List<ServiceRecord> services, LocalDate today) {
    Map<String, Integer> byAge = new LinkedHashMap<>();
    STEPS.forEach(step -> byAge.put(step.name(), 0));
    byAge.put(OLDER, 0);
    byAge.put(UNDATED, 0);
    services.forEach(service -> byAge.merge(name(service.assuredDate(), today), 1, Integer::sum));
    return new Ages(
        count(services, Freshness.FRESH, today),
        count(services, Freshness.AGEING, today),
        count(services, Freshness.UNASSURED, today),
        (int)
            services.stream()
                .filter(service -> service.signpost().confidence() == Signposting.Confidence.LOW)
                .count(),
        (int) services.stream().filter(ReachChecks::isWithoutNumber).count(),
        byAge);
  }

  private static int count(List<ServiceRecord> services, Freshness freshness, LocalDate today) {
    return (int)
        services.stream()
            .filter(service -> Freshness.of(service.assuredDate(), today) == freshness)
            .count();
  }

  private static String name(Optional<LocalDate> assured, LocalDate today) {
    return assured
        .map(date ->
            STEPS.stream()
                .filter(step -> !date.isBefore(today.minusMonths(step.months())))
                .findFirst()
                .map(Step::name)
                .orElse(OLDER))
        .orElse(UNDATED);
  }

  /// In one line: `fresh: 3, ageing: 10, unassured: 88, low confidence: 20, without a number: 13`.
  public String summary() {
    return "fresh: %d, ageing: %d, unassured: %d, low confidence: %d, without a number: %d"
        .formatted(fresh, ageing, unassured, lowConfidence, withoutNumber);
  }
}
