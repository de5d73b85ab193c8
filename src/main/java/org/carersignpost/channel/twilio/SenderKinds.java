package org.carersignpost.channel.twilio;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.InboundMessage;

/// Tells from Twilio's `From` what kind of phone is behind it, and its number in E.164 form.
///
/// When in doubt a number counts as a landline: it is answered, but nothing private is read aloud
/// there. Whatever cannot be rung back (a name, a short code, a withheld number) counts as withheld
/// and never becomes a memory key.
public final class SenderKinds {
  private static final String WHATSAPP = "whatsapp:";
  private static final Set<String> WITHHELD_WORDS =
      Set.of("anonymous", "unknown", "restricted", "unavailable", "blocked", "private", "withheld");

  /// The same words spelt on a keypad, which look like numbers.
  private static final Set<String> WITHHELD_NUMBERS =
      Set.of("266696687", "86282452253", "8656696", "2562533", "7378742833");

  /// Twilio sends numbers in E.164 form; a British one of the usual length needs no reading.
  private static final Pattern BRITISH = Pattern.compile("\\+44([1-9][0-9]{9})");

  private static final int BRITAIN = 44;

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern DIALLED = Pattern.compile("\\+?[0-9][0-9 ]*");
  private static final int FEWEST_DIGITS = 8;
  private static final int MOST_DIGITS = 15;

  /// Numbers kept for drama and examples; no library knows them as numbers in use.
  private static final Pattern EXAMPLE_MOBILE = Pattern.compile("\\+447700900[0-9]{3}");

  private static final Pattern EXAMPLE_LANDLINE = Pattern.compile("\\+441632960[0-9]{3}");

  /// British mobiles begin 07, but 070 is a personal number and 076 a pager (07624 is a Manx
  /// mobile, which is known).
  private static final Pattern NEW_MOBILE = Pattern.compile("\\+447[1-57-9][0-9]{8}");

  private SenderKinds() {}

  /// Who sent a message.
  ///
  /// @param kind what kind of phone it is
  /// @param e164 its number; present unless it is withheld
  public record Caller(InboundMessage.Sender kind, Optional<String> e164) {
    static final Caller UNKNOWN = new Caller(InboundMessage.Sender.WITHHELD, Optional.empty());
  }

  /// The caller behind a `From`, which may be a number, `whatsapp:` and a number, a name or a word
  /// such as `anonymous`.
  public static Caller of(String from) {
    String sender = from.strip();
    if (sender.regionMatches(true, 0, WHATSAPP, 0, WHATSAPP.length())) {
      sender = sender.substring(WHATSAPP.length()).strip();
    }
    String digits = NO_DIGIT.matcher(sender).replaceAll("");
    if (WITHHELD_WORDS.contains(sender.toLowerCase(Locale.ROOT))
        || WITHHELD_NUMBERS.contains(digits)
        || !DIALLED.matcher(sender).matches()
        || digits.length() < FEWEST_DIGITS
        || digits.length() > MOST_DIGITS) {
      return Caller.UNKNOWN;
    }
    Matcher british = BRITISH.matcher(sender);
    if (british.matches()) {
      PhoneNumber number =
          new PhoneNumber()
              .setCountryCode(BRITAIN)
              .setNationalNumber(Long.parseLong(british.group(1)));
      return new Caller(kind(number, sender), Optional.of(sender));
    }
    return parsed(sender).map(SenderKinds::caller).orElse(Caller.UNKNOWN);
  }

  private static Caller caller(PhoneNumber number) {
    String e164 = PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164);
    return new Caller(kind(number, e164), Optional.of(e164));
  }

  private static InboundMessage.Sender kind(PhoneNumber number, String e164) {
    if (EXAMPLE_MOBILE.matcher(e164).matches()) {
      return InboundMessage.Sender.MOBILE;
    }
    if (EXAMPLE_LANDLINE.matcher(e164).matches()) {
      return InboundMessage.Sender.LANDLINE;
    }
    PhoneNumberType type = PhoneNumberUtil.getInstance().getNumberType(number);
    boolean mobile =
        switch (type) {
          case MOBILE, FIXED_LINE_OR_MOBILE -> true;
          case UNKNOWN -> NEW_MOBILE.matcher(e164).matches();
          default -> false;
        };
    return mobile ? InboundMessage.Sender.MOBILE : InboundMessage.Sender.LANDLINE;
  }

  private static Optional<PhoneNumber> parsed(String sender) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = numbers.parse(sender, "GB");
      return numbers.isPossibleNumber(number) ? Optional.of(number) : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
