package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.PhoneNumbers.UkNumber;

/// Finds the numbers of the United Kingdom that stand in words.
///
/// @param number what can be dialled
/// @param start where its first sign stands
/// @param end after its last sign
record Numbered(UkNumber number, int start, int end) {
  private static final int MOST = 20;
  private static final int MOST_GROUPS = 4;
  private static final Pattern LAST_GROUP = Pattern.compile("(?:^|[^0-9]+)[0-9]+$");

  /// The beginning of a number, then as many digits as any number has.
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![0-9+\u00A3])(?:(?:\\+|00)44[ .-]{0,2}(?:\\(0\\)[ .-]{0,2})?|\\(?0)(?:[ ().\u2013/-]{0,3}[0-9]){7,10}(?![0-9])");

  private static final Pattern TRUNK_ZERO = Pattern.compile("^(?:\\+|00)44[ .-]{0,2}\\(0\\)");
  private static final Pattern INTERNATIONAL = Pattern.compile("^00(?=44)");
  private static final Pattern SIGN = Pattern.compile("[^0-9+]");

  /// All of them, at most 20.
  static List<Numbered> in(String words) {
    List<Numbered> found = new ArrayList<>();
    Matcher matcher = WRITTEN.matcher(words);
    while (found.size() < MOST && matcher.find()) {
      first(matcher.group(), matcher.start()).ifPresent(found::add);
    }
    return found;
  }

  /// Digits that follow a number, as in "0800 1111 24 hours a day", are not of it.
  private static Optional<Numbered> first(String written, int start) {
    String part = written;
    for (int i = 0; i < MOST_GROUPS && !part.isEmpty(); i++) {
      Optional<UkNumber> number = parse(part);
      if (number.isPresent()) {
        return Optional.of(new Numbered(number.get(), start, start + part.length()));
      }
      part = LAST_GROUP.matcher(part).replaceFirst("");
    }
    return Optional.empty();
  }

  /// The number that a field holds, which may be a short one such as 116 123.
  static Optional<UkNumber> only(String written) {
    return parse(written.strip());
  }

  private static Optional<UkNumber> parse(String written) {
    String usual = TRUNK_ZERO.matcher(written).replaceFirst("+44");
    usual = INTERNATIONAL.matcher(usual).replaceFirst("+");
    String digits = SIGN.matcher(usual).replaceAll("");
    // Letters would make words of a field into a number.
    boolean onlySigns = usual.chars().noneMatch(Character::isLetter);
    return onlySigns ? PhoneNumbers.parse(digits) : Optional.empty();
  }
}
