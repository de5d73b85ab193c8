package org.carersignpost.staff;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/// A phone on which a staff member takes calls from carers: a British mobile or landline, because
/// the service pays for every call to it.
///
/// It may be somebody's own number, so [#toString] hides it from logs.
///
/// @param e164 such as `+447700900801`
public record StaffPhone(String e164) {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String REGION = "GB";
  private static final int BRITAIN = 44;

  private static final Pattern E164 = Pattern.compile("\\+44[1-9][0-9]{8,9}");
  private static final Pattern TYPED = Pattern.compile("\\+?[0-9 ()./-]{1,30}");

  /// Marks that say which way to read, which come along when a number is copied from an address
  /// book.
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private static final Pattern GAP = Pattern.compile("[\\h\\p{Pd}]");

  /// Numbers kept for drama and examples; the library does not know them as numbers in use.
  private static final Pattern EXAMPLE = Pattern.compile("\\+44(?:7700900|1632960)[0-9]{3}");

  /// @throws IllegalArgumentException if it is not the form of a British number
  public StaffPhone {
    if (!E164.matcher(e164).matches()) {
      throw new IllegalArgumentException("This is not a British number in E.164 form");
    }
  }

  /// The phone that somebody typed, with or without +44; empty if they typed nothing.
  ///
  /// @throws StaffRefusedException with a sentence to show, if it cannot be rung or must not be
  public static Optional<StaffPhone> parse(String typed) {
    String plain = GAP.matcher(UNSEEN.matcher(typed).replaceAll("")).replaceAll(" ").strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(read(plain));
  }

  /// As people read it: `07700 900801`.
  public String written() {
    try {
      return LIBRARY.format(LIBRARY.parse(e164, REGION), PhoneNumberFormat.NATIONAL);
    } catch (NumberParseException e) {
      return e164;
    }
  }

  @Override
  public String toString() {
    return "StaffPhone";
  }

  private static StaffPhone read(String plain) {
    PhoneNumber number;
    try {
      number = LIBRARY.parse(TYPED.matcher(plain).matches() ? plain : "", REGION);
    } catch (NumberParseException e) {
      throw notANumber();
    }
    if (number.getCountryCode() != BRITAIN) {
      throw new StaffRefusedException(
          "Only phones in the United Kingdom can be rung. Give a British mobile or landline.");
    }
    String e164 = LIBRARY.format(number, PhoneNumberFormat.E164);
    if (!EXAMPLE.matcher(e164).matches()) {
      checkMayBeRung(number);
    }
    return new StaffPhone(e164);
  }

  private static void checkMayBeRung(PhoneNumber number) {
    if (!LIBRARY.isValidNumber(number)) {
      throw notANumber();
    }
    // Jersey, Guernsey and the Isle of Man share the country code, at another price.
    if (!LIBRARY.isValidNumberForRegion(number, REGION)) {
      throw new StaffRefusedException(
          "Phones on the Channel Islands and the Isle of Man cannot be rung. Give a British mobile or landline.");
    }
    switch (LIBRARY.getNumberType(number)) {
      case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE -> {}
      default ->
          throw new StaffRefusedException(
              "That is a special number, which cannot be rung. Give a mobile, or a landline that begins with 01 or 02.");
    }
  }

  private static StaffRefusedException notANumber() {
    return new StaffRefusedException(
        "That is not a British phone number. Give a mobile or a landline with all its digits, such as 07700 900801.");
  }
}
