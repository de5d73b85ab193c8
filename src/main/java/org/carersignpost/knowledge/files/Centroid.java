package org.carersignpost.knowledge.files;

/// The middle of a place, near enough to say which of two services is closer; not an address.
///
/// @param latitude in degrees north, -90 to 90
/// @param longitude in degrees east, -180 to 180
public record Centroid(double latitude, double longitude) {
  /// The mean radius of the earth in kilometres, as the International Union of Geodesy and
  /// Geophysics defines it.
  private static final double EARTH = 6371.0088;

  private static final double MOST_LATITUDE = 90;
  private static final double MOST_LONGITUDE = 180;

  /// @throws IllegalArgumentException if there is no such point
  public Centroid {
    if (!isOnEarth(latitude, longitude)) {
      throw new IllegalArgumentException(latitude + ", " + longitude + " is nowhere on earth");
    }
  }

  static boolean isOnEarth(double latitude, double longitude) {
    return Math.abs(latitude) <= MOST_LATITUDE && Math.abs(longitude) <= MOST_LONGITUDE;
  }

  /// The distance as the crow flies in kilometres, by the haversine formula (R. W. Sinnott, Virtues
  /// of the Haversine, Sky and Telescope 68, 1984).
  public double distanceTo(Centroid other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double haversine =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(haversine)));
  }

  private static double square(double number) {
    return number * number;
  }
}
