package org.carersignpost.knowledge.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carersignpost.knowledge.files.Draft;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Whether each service can be reached, and whose a number is.
final class ReachChecks {
  private static final int MOST_NAMED = 6;

  private final List<ServiceRecord> services;
  private final Findings reached;
  private final Findings twice;

  ReachChecks(Draft draft, Findings findings) {
    this.services = draft.services().stream().filter(ServiceRecord::isActive).toList();
    this.reached = findings.of(Rule.REACHED);
    this.twice = findings.of(Rule.TWICE);
  }

  void check() {
    services.forEach(this::reachable);
    sameNameAndNumber();
    sharedNumbers();
  }

  private void reachable(ServiceRecord service) {
    if (service.phones().isEmpty() && service.url().isEmpty() && service.email().isEmpty()) {
      reached
          .in(service)
          .warning("phones", "has no number, page or address", "at least one way to reach it");
    } else if (isWithoutNumber(service)) {
      reached
          .in(service)
          .warning(
              "phones", "has no number that people can ring or text", "a number, if it has one");
    }
  }

  /// Whether nobody can ring or text it; a textphone is for few.
  static boolean isWithoutNumber(ServiceRecord service) {
    return service.phones().stream().allMatch(phone -> phone.type() == Phone.Type.TEXTPHONE);
  }

  private void sameNameAndNumber() {
    Map<String, ServiceRecord> seen = new LinkedHashMap<>();
    for (ServiceRecord service : services) {
      Set<String> keys =
          service.phones().stream()
              .map(phone -> service.alternateName().toLowerCase(Locale.ROOT) + phone.number())
              .collect(Collectors.toCollection(LinkedHashSet::new));
      for (String key : keys) {
        ServiceRecord other = seen.putIfAbsent(key, service);
        if (other != null) {
          twice
              .in(service)
              .error(
                  "alternate_name",
                  "has the name and a number of " + other.slug() + ", so it is there twice",
                  "one record of both");
          break;
        }
      }
    }
  }

  /// One organisation may well answer for several services on one line; several on one line is
  /// worth a look.
  private void sharedNumbers() {
    SortedMap<String, Set<ServiceRecord>> byNumber = new TreeMap<>();
    for (ServiceRecord service : services) {
      service
          .phones()
          .forEach(phone ->
              byNumber.computeIfAbsent(phone.number(), _ -> new LinkedHashSet<>()).add(service));
    }
    byNumber.forEach((number, sharing) -> {
      long organisations =
          sharing.stream().map(service -> service.organization().name()).distinct().count();
      if (organisations > 1) {
        String others =
            sharing.stream()
                .skip(1)
                .limit(MOST_NAMED)
                .map(ServiceRecord::slug)
                .collect(Collectors.joining(", "));
        twice
            .in(sharing.iterator().next())
            .warning(
                "phones",
                "%s is the number of %s too, of other organisations".formatted(number, others),
                "somebody has made sure that one line answers for all");
      }
    });
  }
}
