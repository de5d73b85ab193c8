package org.carersignpost.knowledge.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.Areas;

/// Which services reach a place, and how much that speaks for them.
///
/// Nothing here names an area: the smallest areas are those no other lies in, the home area is the
/// one below the nations that holds most of them.
final class Coverage {
  private static final String NATION = "nation";

  private final Areas areas;
  private final List<String> smallest;
  private final Set<String> nations;
  private final String home;

  /// Services share few sets of areas, so each set is worked out once.
  private final Map<Set<String>, Covered> known = new HashMap<>();

  Coverage(Areas areas) {
    this.areas = areas;
    this.smallest = smallest(areas);
    this.nations =
        areas.all().stream()
            .filter(area -> area.kind().equals(NATION))
            .map(Areas.Area::name)
            .collect(Collectors.toUnmodifiableSet());
    this.home = mostParts();
  }

  /// Where one service is available.
  ///
  /// @param names the areas it names
  /// @param isNationwide whether it is for all of a nation around the home area
  /// @param reach by smallest area: the factor there; none where it is not available
  /// @param local the factor in any area that it covers and that is smaller than a nation
  /// @param unknown the factor where the place is not known
  record Covered(
      Set<String> names,
      boolean isNationwide,
      Map<String, Double> reach,
      double local,
      double unknown) {}

  /// Where a service is available that names these areas.
  ///
  /// It is asked while an index is made, by one thread.
  Covered covered(Set<String> names) {
    return known.computeIfAbsent(Set.copyOf(names), this::workedOut);
  }

  private Covered workedOut(Set<String> names) {
    double local = Weights.REGIONAL + Weights.LOCAL * (1 - partOfAll(names));
    Map<String, Double> reach = new HashMap<>();
    for (String area : smallest) {
      around(area)
          .filter(names::contains)
          .findFirst()
          .ifPresent(
              around -> reach.put(area, nations.contains(around) ? Weights.NATIONAL : local));
    }
    boolean nationwide = around(home).anyMatch(n -> nations.contains(n) && names.contains(n));
    return new Covered(
        names,
        nationwide,
        Map.copyOf(reach),
        local,
        nationwide ? Weights.NATIONAL : atUnknown(reach));
  }

  /// An area and those it lies in, smallest first.
  private Stream<String> around(String area) {
    return areas.withParents(area).stream().map(Areas.Area::name);
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
        areas.all().stream().map(Areas.Area::name).filter(name -> !nations.contains(name)).toList();
    return candidates.stream()
        .max(Comparator.comparingLong(this::parts).thenComparing(Comparator.reverseOrder()))
        .orElseGet(() -> areas.all().getFirst().name());
  }

  /// The smallest nation around the home area, or the home area where there is none.
  String nation() {
    return around(home).filter(nations::contains).findFirst().orElse(home);
  }

  /// Every area that is a whole nation.
  Set<String> nations() {
    return nations;
  }

  private long parts(String area) {
    return smallest.stream().filter(part -> areas.isWithin(part, area)).count();
  }

  /// How services reach a place, or a carer whose place is not known.
  Reach to(Optional<Place> place) {
    if (place.isEmpty() || (place.get().areas().isEmpty() && !place.get().isOutside())) {
      return new Reach.Unknown();
    }
    return place.get().isOutside() ? new Reach.Outside() : toAreas(place.get().areas());
  }

  /// How services reach one area, or somewhere in one of several.
  ///
  /// An area nobody knows is treated as outside: better nothing local than something wrong.
  Reach toAreas(List<String> names) {
    if (names.stream().noneMatch(name -> areas.named(name).isPresent())) {
      return new Reach.Outside();
    }
    return new Reach.Within(this, names);
  }

  /// The areas around these ones and themselves, but no nation.
  Set<String> localAround(List<String> names) {
    return names.stream()
        .flatMap(this::around)
        .filter(name -> !nations.contains(name))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// How well it reaches an area of any size; 0 where it is not available.
  double at(Covered covered, String area) {
    Double factor = covered.reach().get(area);
    if (factor != null) {
      return factor;
    }
    if (areas.named(area).isEmpty()) {
      return covered.isNationwide() ? Weights.NATIONAL : 0;
    }
    return around(area)
        .filter(covered.names()::contains)
        .findFirst()
        .map(around -> nations.contains(around) ? Weights.NATIONAL : covered.local())
        .orElse(0.0);
  }

  /// Whether an area is one of others or lies in one.
  boolean isWithinAny(String inner, List<String> outer) {
    return outer.stream().anyMatch(name -> areas.isWithin(inner, name));
  }

  private double atUnknown(Map<String, Double> reach) {
    List<String> homeParts = smallest.stream().filter(part -> areas.isWithin(part, home)).toList();
    double part =
        (double) homeParts.stream().filter(reach::containsKey).count()
            / Math.max(1, homeParts.size());
    double whole = Weights.PART_OF_UNKNOWN + (1 - Weights.PART_OF_UNKNOWN) * part * part;
    return part == 1 ? Weights.REGIONAL : whole;
  }

  private double partOfAll(Set<String> covered) {
    long reached =
        smallest.stream().filter(area -> around(area).anyMatch(covered::contains)).count();
    return (double) reached / smallest.size();
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
}
