package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The areas that services cover and places lie in, from `knowledge-base/areas.csv`: a tree, such
/// as Winchester in Hampshire in England in the UK.
public final class Areas {
  /// No real chain of areas is longer; it bounds the way up.
  private static final int MOST_LEVELS = 10;

  private final Map<String, Area> byName;

  /// @param areas each name once
  Areas(List<Area> areas) {
    Map<String, Area> names = new LinkedHashMap<>();
    areas.forEach(area -> names.put(area.name(), area));
    byName = names;
  }

  /// An area.
  ///
  /// @param name such as `Winchester`; unique
  /// @param code its code of the Office for National Statistics, such as `E07000094`; unique
  /// @param kind such as `district` or `county`
  /// @param parent the name of the area it lies in
  /// @param adults slug of the service to ask about adults when nothing fits better
  /// @param children slug of the service to ask about children when nothing fits better
  public record Area(
      String name,
      String code,
      String kind,
      Optional<String> parent,
      Optional<String> adults,
      Optional<String> children) {}

  /// Every area, in the order of the file.
  public List<Area> all() {
    return List.copyOf(byName.values());
  }

  /// The area of that name.
  public Optional<Area> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /// The area of that code.
  public Optional<Area> ofCode(String code) {
    return byName.values().stream().filter(area -> area.code().equals(code)).findFirst();
  }

  /// Whether the area named `inner` is `outer` or lies in it; false when either is unknown.
  public boolean isWithin(String inner, String outer) {
    return withParents(inner).stream().anyMatch(area -> area.name().equals(outer));
  }

  /// The slug of the service to ask about adults there: the area's own, or that of the nearest area
  /// it lies in.
  public Optional<String> adultsWayIn(String name) {
    return withParents(name).stream().flatMap(area -> area.adults().stream()).findFirst();
  }

  /// The slug of the service to ask about children there: the area's own, or that of the nearest
  /// area it lies in.
  public Optional<String> childrenWayIn(String name) {
    return withParents(name).stream().flatMap(area -> area.children().stream()).findFirst();
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }

  /// The area of that name and those it lies in, smallest first; empty when it is unknown.
  public List<Area> withParents(String name) {
    List<Area> chain = new ArrayList<>();
    Optional<Area> area = named(name);
    while (area.isPresent() && chain.size() < MOST_LEVELS) {
      chain.add(area.get());
      area = area.get().parent().flatMap(this::named);
    }
    return List.copyOf(chain);
  }
}
