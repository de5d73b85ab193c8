package org.carersignpost.console.page;

import java.util.Optional;
import java.util.regex.Pattern;

/// A carer's number as staff write it down.
final class CarerNumber {
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s().-]");
  private static final Pattern WHOLE = Pattern.compile("\\+[1-9]\\d{6,14}");

  private CarerNumber() {}

  /// The whole number in E.164 form, `+447700900123`; empty if it is not a whole one. Without its
  /// country it is a British one.
  static Optional<String> e164(String written) {
    String digits = PUNCTUATION.matcher(written).replaceAll("");
    String whole = digits;
    if (digits.startsWith("00")) {
      whole = "+" + digits.substring(2);
    } else if (digits.startsWith("0")) {
      whole = "+44" + digits.substring(1);
    }
    return Optional.of(whole).filter(number -> WHOLE.matcher(number).matches());
  }
}
