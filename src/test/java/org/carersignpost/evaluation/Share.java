package org.carersignpost.evaluation;

import java.util.Locale;

/// How many of how many, with the 95 % interval of Wilson (1927), which holds near 0 and 1 too.
record Share(int hits, int all) {
  private static final double Z = 1.959964;

  static Share of(long hits, long all) {
    return new Share(Math.toIntExact(hits), Math.toIntExact(all));
  }

  double value() {
    return all == 0 ? 0 : (double) hits / all;
  }

  double low() {
    return all == 0 ? 0 : Math.max(0, centre() - spread());
  }

  double high() {
    return all == 0 ? 1 : Math.min(1, centre() + spread());
  }

  private double centre() {
    return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
  }

  private double spread() {
    double p = value();
    return Z * Math.sqrt(p * (1 - p) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
  }

  /// `97.5 % (95.1 to 98.7) of 324`.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%.1f %% (%.1f to %.1f) of %d", 100 * value(), 100 * low(), 100 * high(), all);
  }
}
