package org.carersignpost.knowledge.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.Areas.Area;

/// Reads the areas, and checks that every place lies in some.
final class AreaFiles {
  static final String AREAS = "areas.csv";
  static final String PLACES = "places.csv";

  private static final List<String> AREA_NAMES =
      List.of("name", "code", "kind", "parent", "adults", "children");
  private static final List<String> PLACE_NAMES =
      List.of("name", "kind", "area", "council", "note");
  private static final Pattern CODE = Pattern.compile("[EKNSW][0-9]{8}");
  private static final String BETWEEN_AREAS = ";";
  private static final String OUTSIDE = "outside";
  private static final String CROSS_BORDER = "cross-border";

  private AreaFiles() {}

  static Areas areas(String text, Faults faults) {
    List<Area> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Table.Row row : Table.read(text, AREA_NAMES, faults).rows()) {
      Area area =
          new Area(
              row.value(0),
              row.value(1),
              row.value(2),
              given(row.value(3)),
              given(row.value(4)),
              given(row.value(5)));
      if (area.name().isEmpty() || area.kind().isEmpty()) {
        faults.add(row.field(), "has no name or no kind");
      }
      if (!CODE.matcher(area.code()).matches()) {
        faults.add(row.field(), "code: " + area.code() + " is not a code like E07000094");
      }
      if (!seen.add(area.name()) || !seen.add(area.code())) {
        faults.add(row.field(), area.name() + " or its code is there twice");
      }
      read.add(area);
    }
    Areas areas = new Areas(read);
    for (Area area : read) {
      List<Area> chain = areas.withParents(area.name());
      if (area.parent().filter(name -> areas.named(name).isEmpty()).isPresent()) {
        faults.add(area.name(), "lies in an area that is not in the file");
      } else if (chain.size() > new HashSet<>(chain).size()) {
        faults.add(area.name(), "lies in itself");
      }
    }
    return areas;
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(name -> !name.isEmpty());
  }

  /// @param slugs the services that exist
  static void checkWaysIn(Areas areas, Set<String> slugs, Faults faults) {
    for (Area area : areas.all()) {
      Stream.concat(area.adults().stream(), area.children().stream())
          .filter(slug -> !slugs.contains(slug))
          .forEach(slug -> faults.add(area.name(), slug + " is not a service"));
    }
  }

  /// Reads the places; those with a fault as far as they can be.
  static Places places(String text, Areas areas, Faults faults) {
    List<Table.Row> rows = Table.read(text, PLACE_NAMES, faults).rows();
    // Without areas, which is a fault of its own, there is nothing to check against.
    if (!areas.isEmpty()) {
      checkPlaces(rows, areas, faults);
    }
    return new Places(rows.stream().flatMap(row -> place(row, faults).stream()).toList());
  }

  private static Optional<Place> place(Table.Row row, Faults faults) {
    List<String> within = List.of(row.value(2).split(BETWEEN_AREAS, -1));
    return switch (row.value(1)) {
      case "place" -> Optional.of(new Place(row.value(0), within, Place.Kind.TOWN, ""));
      case "outcode" -> Optional.of(new Place(row.value(0), within, Place.Kind.POSTCODE, ""));
      case OUTSIDE ->
          Optional.of(
              new Place(
                  row.value(0),
                  within,
                  Place.Kind.OUTSIDE,
                  row.value(3).replace(BETWEEN_AREAS, " or ")));
      default -> {
        faults.add(row.field(), row.value(1) + " is no kind of place");
        yield Optional.empty();
      }
    };
  }

  private static void checkPlaces(List<Table.Row> rows, Areas areas, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (Table.Row row : rows) {
      String name = row.value(0);
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        faults.add(row.field(), name + " is there twice");
      }
      // Who lives outside is told which council to ask; the area is then not one of ours.
      if (row.value(1).equals(OUTSIDE)) {
        if (row.value(3).isEmpty()) {
          faults.add(row.field(), name + " has no council to ask");
        }
        continue;
      }
      List<String> within = List.of(row.value(2).split(BETWEEN_AREAS, -1));
      boolean crossesBorder = row.value(4).equals(CROSS_BORDER);
      if (crossesBorder && within.stream().noneMatch(area -> areas.named(area).isPresent())) {
        faults.add(row.field(), name + " lies in no area of areas.csv, so it is outside");
      }
      within.stream()
          .filter(area -> !crossesBorder && areas.named(area).isEmpty())
          .forEach(
              area -> faults.add(row.field(), name + " lies in " + area + ", not in areas.csv"));
    }
  }
}
