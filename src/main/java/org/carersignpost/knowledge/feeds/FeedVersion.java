package org.carersignpost.knowledge.feeds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a feed writes: the version of Open Referral UK.
public enum FeedVersion {
  ONE("1.0"),
  THREE("3.0");

  /// To be counted up when the mapping changes, so that every record is fetched and mapped anew.
  static final String RULES = "1";

  private static final Pattern DIGITS = Pattern.compile("([0-9]{1,2})(?:\\.[0-9]+)*");

  private final String number;

  FeedVersion(String number) {
    this.number = number;
  }

  /// As people write it, such as `3.0`.
  public String number() {
    return number;
  }

  /// The version that words such as `HSDS-UK-3.0` name; empty when they name neither.
  static Optional<FeedVersion> named(String words) {
    Matcher digits = DIGITS.matcher(words);
    if (!digits.find()) {
      return Optional.empty();
    }
    return switch (Integer.parseInt(digits.group(1))) {
      case 1 -> Optional.of(ONE);
      case 3 -> Optional.of(THREE);
      default -> Optional.empty();
    };
  }

  static Optional<FeedVersion> numbered(String number) {
    return ONE.number.equals(number)
        ? Optional.of(ONE)
        : THREE.number.equals(number) ? Optional.of(THREE) : Optional.empty();
  }
}
