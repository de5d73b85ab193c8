package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Place;

/// The places and postcode districts of `places.csv`, by name and by the keys of a phone.
public final class Places {
  private static final int MOST = 4;
  private static final int SHORTEST_DISTRICT = 2;
  private static final int LONGEST_DISTRICT = 4;

  private static final String IN = " in ";

  /// A postcode ends in three signs after its district.
  private static final int INWARD = 3;

  private static final List<String> LETTERS =
      List.of("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz");

  private final Map<String, Place> byName = new LinkedHashMap<>();
  private final Map<String, List<Place>> byKeys = new LinkedHashMap<>();

  /// The council to ask in each area that lies outside.
  private final Map<String, String> councils = new LinkedHashMap<>();

  private final Map<String, Centroid> centroids;

  /// Places of which nothing is known but the names and areas.
  ///
  /// @param places in the order of the file
  public Places(List<Place> places) {
    this(places, Map.of());
  }

  private Places(List<Place> places, Map<String, Centroid> centroids) {
    this.centroids = Map.copyOf(centroids);
    for (Place place : places) {
      byName.put(place.name().toLowerCase(Locale.ROOT), place);
      if (place.isOutside() && !place.isAmbiguous()) {
        councils.putIfAbsent(place.areas().getFirst(), place.council());
      }
      if (place.kind() == Place.Kind.POSTCODE) {
        byKeys.computeIfAbsent(keys(place.name()), _ -> new ArrayList<>()).add(place);
      }
    }
  }

  /// All of them, in the order of the file.
  public Stream<Place> all() {
    return byName.values().stream();
  }

  /// The place of that name, however its letters are written; `Hook in Hart` is the one of that
  /// name in that area.
  public Optional<Place> named(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT))).or(() -> within(name));
  }

  private Optional<Place> within(String name) {
    int at = name.lastIndexOf(IN);
    if (at < 0) {
      return Optional.empty();
    }
    String area = name.substring(at + IN.length());
    return Optional.ofNullable(byName.get(name.substring(0, at).toLowerCase(Locale.ROOT)))
        .filter(place -> place.areas().contains(area))
        .map(place -> {
          Optional<String> council = Optional.ofNullable(councils.get(area));
          return new Place(
              place.name(),
              List.of(area),
              council.isPresent() ? Place.Kind.OUTSIDE : place.kind(),
              council.orElse(""));
        });
  }

  /// The same places, and where they are.
  ///
  /// @param middles by the small letters of the place's name
  Places at(Map<String, Centroid> middles) {
    return new Places(List.copyOf(byName.values()), middles);
  }

  /// The middle of the place of that name, a postcode district too; empty where it is not known and
  /// for a name that several places have.
  public Optional<Centroid> centroid(String placeName) {
    return Optional.ofNullable(centroids.get(placeName.toLowerCase(Locale.ROOT)));
  }

  /// The middle of the district of a whole postcode, however it is spaced.
  public Optional<Centroid> centroidOfPostcode(String postcode) {
    String code = postcode.replaceAll("\\s", "");
    return code.length() > INWARD
        ? centroid(code.substring(0, code.length() - INWARD))
        : Optional.empty();
  }

  /// The districts that these keys spell: alone, or as the beginning of a whole postcode. Those
  /// wholly in one area come first; at most four.
  public List<Place> onKeypad(String keys) {
    List<Place> found = new ArrayList<>(byKeys.getOrDefault(keys, List.of()));
    int whole = keys.length() - INWARD;
    if (found.isEmpty() && whole >= SHORTEST_DISTRICT && whole <= LONGEST_DISTRICT) {
      found.addAll(byKeys.getOrDefault(keys.substring(0, whole), List.of()));
    }
    return found.stream()
        .sorted(Comparator.comparingInt(place -> place.areas().size()))
        .limit(MOST)
        .toList();
  }

  private static String keys(String district) {
    StringBuilder keys = new StringBuilder();
    for (char sign : district.toLowerCase(Locale.ROOT).toCharArray()) {
      keys.append(Character.isDigit(sign) ? sign : key(sign));
    }
    return keys.toString();
  }

  private static char key(char letter) {
    for (int i = 0; i < LETTERS.size(); i++) {
      if (LETTERS.get(i).indexOf(letter) >= 0) {
        return (char) ('2' + i);
      }
    }
    throw new IllegalArgumentException("no key has the sign " + letter);
  }
}
