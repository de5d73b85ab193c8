package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.Areas;
import org.carersignpost.knowledge.files.ServiceRecord;

/// Which services reach a place, and how much that speaks for them.
///
/// A reach is a factor by the ordinal of the service; 0 means that the service is not for this
/// place. Nothing here names an area: the smallest areas are those no other lies in, the home area
/// is the one below the nations that holds most of them.
final class Coverage {
  private static final String NATION = "nation";

  private final Areas areas;
  private final List<Set<String>> covered;
  private final List<String> smallest;
  private final String home;
  private final Map<String, double[]> bySmallest = new HashMap<>();
  private final double[] unknown;
  private final double[] outside;

  Coverage(Areas areas, List<ServiceRecord> services) {
    this.areas = areas;
    this.covered = services.stream().map(Coverage::names).toList();
    this.smallest = smallest(areas);
    this.home = mostParts();
    for (String area : smallest) {
      bySmallest.put(area, reach(service -> at(service, area)));
    }
    this.unknown = reach(this::atUnknown);
    this.outside = reach(service -> coversNation(service, home) ? Weights.NATIONAL : 0);
  }

  /// The areas that places lie in, in the order of the file.
  List<String> smallest() {
    return smallest;
  }

  /// The area most people who write are in; the nation itself where nothing smaller is known.
  String home() {
    return home;
  }

  private String mostParts() {
    List<String> candidates =
        areas.all().stream().filter(area -> !isNation(area.name())).map(Areas.Area::name).toList();
    return candidates.stream()
        .max(Comparator.comparingLong(this::parts).thenComparing(Comparator.reverseOrder()))
        .orElseGet(() -> areas.all().getFirst().name());
  }

  /// The smallest nation around the home area, or the home area where there is none.
  String nation() {
    return areas.withParents(home).stream()
        .map(Areas.Area::name)
        .filter(this::isNation)
        .findFirst()
        .orElse(home);
  }

  private long parts(String area) {
    return smallest.stream().filter(part -> areas.isWithin(part, area)).count();
  }

  /// The reach of every service to a place, or to a carer whose place is not known.
  double[] to(Optional<Place> place) {
    if (place.isEmpty() || (place.get().areas().isEmpty() && !place.get().isOutside())) {
      return unknown;
    }
    if (place.get().isOutside()) {
      return outside;
    }
    return toAreas(place.get().areas());
  }

  /// The reach of every service to one area, or to somewhere in one of several.
  double[] toAreas(List<String> names) {
    List<double[]> reaches = names.stream().map(this::toArea).toList();
    if (reaches.size() == 1) {
      return reaches.getFirst();
    }
    double[] together = new double[covered.size()];
    for (int service = 0; service < together.length; service++) {
      double sum = 0;
      int reached = 0;
      for (double[] reach : reaches) {
        sum += reach[service];
        reached += reach[service] > 0 ? 1 : 0;
      }
      double part = (double) reached / reaches.size();
      double factor = part == 1 ? 1 : Weights.PART_OF_AMBIGUOUS * part;
      together[service] = reached == 0 ? 0 : sum / reached * factor;
    }
    return together;
  }

  /// An area nobody knows is treated as outside: better nothing local than something wrong.
  private double[] toArea(String name) {
    double[] known = bySmallest.get(name);
    if (known != null) {
      return known;
    }
    return areas.named(name).isPresent() ? reach(service -> at(service, name)) : outside;
  }

  /// Whether an area is one of others or lies in one.
  boolean isWithinAny(String inner, List<String> outer) {
    return outer.stream().anyMatch(name -> areas.isWithin(inner, name));
  }

  private double at(int service, String area) {
    for (Areas.Area around : areas.withParents(area)) {
      if (covered.get(service).contains(around.name())) {
        return isNation(around.name())
            ? Weights.NATIONAL
            : Weights.REGIONAL + Weights.LOCAL * (1 - partOfAll(service));
      }
    }
    return 0;
  }

  private double atUnknown(int service) {
    if (coversNation(service, home)) {
      return Weights.NATIONAL;
    }
    List<String> homeParts = smallest.stream().filter(part -> areas.isWithin(part, home)).toList();
    double part =
        (double) homeParts.stream().filter(area -> at(service, area) > 0).count()
            / Math.max(1, homeParts.size());
    double whole = Weights.PART_OF_UNKNOWN + (1 - Weights.PART_OF_UNKNOWN) * part * part;
    return part == 1 ? Weights.REGIONAL : whole;
  }

  private double partOfAll(int service) {
    long reached =
        smallest.stream()
            .filter(area ->
                areas.withParents(area).stream()
                    .anyMatch(around -> covered.get(service).contains(around.name())))
            .count();
    return (double) reached / smallest.size();
  }

  private boolean coversNation(int service, String inner) {
    return areas.withParents(inner).stream()
        .map(Areas.Area::name)
        .anyMatch(name -> isNation(name) && covered.get(service).contains(name));
  }

  private boolean isNation(String name) {
    return areas.named(name).map(area -> area.kind().equals(NATION)).orElse(false);
  }

  private static Set<String> names(ServiceRecord service) {
    Set<String> names = new HashSet<>();
    service.serviceAreas().forEach(area -> names.add(area.name()));
    return names;
  }

  private static List<String> smallest(Areas areas) {
    Set<String> parents = new HashSet<>();
    areas.all().forEach(area -> area.parent().ifPresent(parents::add));
    List<String> smallest = new ArrayList<>();
    areas.all().stream()
        .map(Areas.Area::name)
        .filter(name -> !parents.contains(name))
        .forEach(smallest::add);
    return List.copyOf(smallest);
  }

  @FunctionalInterface
  private interface Reach {
    double of(int service);
  }

  private double[] reach(Reach reach) {
    double[] factors = new double[covered.size()];
    Arrays.setAll(factors, reach::of);
    return factors;
  }
}
