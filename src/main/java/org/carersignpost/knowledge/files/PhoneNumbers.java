package org.carersignpost.knowledge.files;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/// What we know of phone numbers in the United Kingdom: whether one can be dialled, how people read
/// it and whether a call is dear.
public final class PhoneNumbers {
  private static final String REGION = "GB";
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();

  private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9 ()-]{3,20}");
  private static final Pattern SHORT = Pattern.compile("[1-9][0-9]{2,5}");
  private static final Pattern CHARGED = Pattern.compile("\\+44(?:8[47]|9|70)[0-9]+|118[0-9]{3}");

  /// The numbers that Ofcom keeps for drama: nobody will ever answer them.
  private static final Pattern FICTIONAL =
      Pattern.compile(
          "\\+44(?:7700900[0-9]{3}|1632960[0-9]{3}|2079460[0-9]{3,4}|1[1-6][0-9]4960[0-9]{3}"
              + "|1914980[0-9]{3}|289649[6][0-9]{3}|2920180[0-9]{3}|808157[0-9]{4}"
              + "|9098790[0-9]{3}|3069990[0-9]{3})");

  /// The library calls the first two ranges of [#FICTIONAL] invalid, and does not know their kinds.
  private static final Pattern FICTIONAL_MOBILE = Pattern.compile("\\+447700900[0-9]{3}");

  private static final Pattern FICTIONAL_LANDLINE = Pattern.compile("\\+441632960[0-9]{3}");

  private PhoneNumbers() {}

  /// What kind of number it is.
  public enum Kind {
    LANDLINE,
    MOBILE,
    /// 03: the price of a landline, from any phone.
    UK_WIDE,
    FREEPHONE,
    /// Dearer than an ordinary call: 084, 087, 09, 118, 070.
    CHARGED,
    /// Dialled as it is, without a code: 999, 116 123, 85258.
    SHORT
  }

  /// A number that can be rung or texted.
  ///
  /// @param dialled E.164, or a short number as dialled
  /// @param reading as people read it: `0300 555 1386`, `116 123`
  /// @param kind what kind of number it is
  /// @param fictional whether it is kept for drama, so that nobody answers
  public record UkNumber(String dialled, String reading, Kind kind, boolean fictional) {
    /// Whether it costs more than an ordinary call.
    public boolean isCharged() {
      return kind == Kind.CHARGED;
    }
  }

  /// The number that these digits mean; spaces, brackets and hyphens between them do not matter.
  ///
  /// @return empty when it cannot be a number of the United Kingdom
  public static Optional<UkNumber> parse(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    String digits = written.replaceAll("[ ()-]", "");
    return SHORT.matcher(digits).matches() ? parseShort(digits) : parseLong(digits);
  }

  private static Optional<UkNumber> parseShort(String digits) {
    try {
      if (!SHORT_NUMBERS.isValidShortNumberForRegion(LIBRARY.parse(digits, REGION), REGION)) {
        return Optional.empty();
      }
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
    Kind kind = CHARGED.matcher(digits).matches() ? Kind.CHARGED : Kind.SHORT;
    String reading =
        digits.length() == 6 ? digits.substring(0, 3) + " " + digits.substring(3) : digits;
    return Optional.of(new UkNumber(digits, reading, kind, false));
  }

  private static Optional<UkNumber> parseLong(String digits) {
    PhoneNumber number;
    try {
      number = LIBRARY.parse(digits, REGION);
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
    String dialled = LIBRARY.format(number, PhoneNumberFormat.E164);
    boolean fictional = FICTIONAL.matcher(dialled).matches();
    Optional<Kind> kind = kindOf(number, dialled);
    // The library drops digits it takes for a dialling prefix; such a number was not written in
    // full.
    String own = digits.replaceFirst("^(\\+44|0)", "");
    if (kind.isEmpty() || !dialled.equals("+44" + own)) {
      return Optional.empty();
    }
    String reading = LIBRARY.format(number, PhoneNumberFormat.NATIONAL);
    return Optional.of(new UkNumber(dialled, reading, kind.get(), fictional));
  }

  private static Optional<Kind> kindOf(PhoneNumber number, String dialled) {
    if (FICTIONAL_MOBILE.matcher(dialled).matches()) {
      return Optional.of(Kind.MOBILE);
    }
    if (FICTIONAL_LANDLINE.matcher(dialled).matches()) {
      return Optional.of(Kind.LANDLINE);
    }
    if (!LIBRARY.isValidNumberForRegion(number, REGION)) {
      return Optional.empty();
    }
    if (CHARGED.matcher(dialled).matches()) {
      return Optional.of(Kind.CHARGED);
    }
    return switch (LIBRARY.getNumberType(number)) {
      case FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP -> Optional.of(Kind.LANDLINE);
      case MOBILE -> Optional.of(Kind.MOBILE);
      case UAN -> Optional.of(Kind.UK_WIDE);
      case TOLL_FREE -> Optional.of(Kind.FREEPHONE);
      case PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER -> Optional.of(Kind.CHARGED);
      case VOICEMAIL, UNKNOWN -> Optional.empty();
    };
  }
}
