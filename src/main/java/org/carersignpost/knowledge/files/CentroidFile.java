package org.carersignpost.knowledge.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.carersignpost.dialogue.Place;

/// Reads where the middle of each place is, from `place-centroids.csv`. A county may do without the
/// file, and a place without a line: then no distance is known.
final class CentroidFile {
  static final String NAME = "place-centroids.csv";

  private static final List<String> NAMES = List.of("name", "latitude", "longitude");

  private CentroidFile() {}

  /// The centroids by the small letters of their place; lines with a fault are left out.
  static Map<String, Centroid> centroids(String text, Places places, Faults faults) {
    Map<String, Centroid> read = new LinkedHashMap<>();
    for (Table.Row row : Table.read(text, NAMES, faults).rows()) {
      String name = row.value(0);
      Optional<Centroid> centroid = centroid(row, faults);
      Optional<Place> place = places.named(name);
      if (place.isEmpty()) {
        faults.add(row.field(), name + " is not in " + AreaFiles.PLACES);
      } else if (place.get().isAmbiguous() && place.get().kind() != Place.Kind.POSTCODE) {
        faults.add(row.field(), name + " is the name of several places, so it has no middle");
      } else if (centroid.isPresent()
          && read.put(name.toLowerCase(Locale.ROOT), centroid.get()) != null) {
        faults.add(row.field(), name + " is there twice");
      }
    }
    return read;
  }

  private static Optional<Centroid> centroid(Table.Row row, Faults faults) {
    try {
      double latitude = Double.parseDouble(row.value(1));
      double longitude = Double.parseDouble(row.value(2));
      if (Centroid.isOnEarth(latitude, longitude)) {
        return Optional.of(new Centroid(latitude, longitude));
      }
      faults.add(row.field(), row.value(1) + ", " + row.value(2) + " is nowhere on earth");
    } catch (NumberFormatException e) {
      faults.add(row.field(), row.value(1) + ", " + row.value(2) + " are not two numbers");
    }
    return Optional.empty();
  }
}
