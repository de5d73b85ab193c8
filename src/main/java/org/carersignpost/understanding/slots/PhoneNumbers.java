package org.carersignpost.understanding.slots;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.Word;

/// Finds the number on which the carer wants to be rung, in digits or spoken.
///
/// A number that the carer rang or was given is somebody else's. A mobile number without a word
/// about it is the carer's; a landline number needs one, unless there is little else in the
/// message.
final class PhoneNumbers {
  private static final String COUNTRY = "GB";

  /// Numbers that nobody has, for demonstrations and tests.
  private static final String FOR_DRAMA = "07700900";

  private static final int SHORTEST = 10;
  private static final int LONGEST = 11;
  private static final int LONGEST_WITH_COUNTRY = 15;
  private static final int LONGEST_GAP = 4;
  private static final int BEFORE = 9;
  private static final int AFTER = 5;
  private static final int SHORT_MESSAGE = 7;

  /// What is said of digits beside their names.
  private static final Map<String, String> SPOKEN =
      Map.ofEntries(
          Map.entry("oh", "0"),
          Map.entry("o", "0"),
          Map.entry("zero", "0"),
          Map.entry("nought", "0"),
          Map.entry("nil", "0"),
          Map.entry("hundred", "00"),
          Map.entry("thousand", "000"));

  private static final Map<String, Integer> REPEATS = Map.of("double", 2, "triple", 3, "treble", 3);
  private static final Set<String> PAUSES = Set.of("um", "er", "erm", "uh");

  private static final Pattern THEIRS_BEFORE =
      Context.ending(
          "(?:(?:my|our) (?:[a-z]+ )?(?:number|no|num|nos|mobile|mob|phone|landline|cell|tel|telephone|contact)(?: [a-z]+){0,3}"
              + "|(?:ring|call|phone|text|contact|reach|get|bell|catch|message|whatsapp|try) (?:me|us)(?: (?:back|please|pls|anytime|any|time|today|tomorrow|at|home|after|[0-9]+))*(?: on| at)?(?: (?:this|my|the|number|mobile|home|phone|landline|or))*"
              + "|(?:im|i am|were|we are|call|ring|phone) (?:back )?on)");
  private static final Pattern LABEL_BEFORE =
      Context.ending(
          "(?:number|tel|telephone|phone|mob|mobile|landline|contact|cell)(?: (?:is|no|number|s))*");
  private static final Pattern TOLD_BEFORE =
      Context.ending(
          "(?:gave|given|give|tell|told|sent|send|texted|text|showed|found|got|has|have) (?:me|us)(?: [a-z]+){0,4}");
  private static final Pattern OTHERS_BEFORE =
      Context.ending(
          "(?:(?:rang|rung|ringing|called|calling|phoned|phoning|tried|trying|dialled|dialed|texted)(?: [a-z]+){0,4}"
              + "|(?:i|ive|we|you|they|to|can|could|should|just) (?:ring|call|phone|try|text|contact|dial)(?: (?!me |us |back )[a-z]+){0,4}"
              + "|(?:ring|call|phone|text|contact) (?!me |us |back )(?:[a-z]+ ){1,3}on"
              + "|(?:his|her|their|your|its|whose|[a-z]+s|the|surgery|gp|doctor|council|dr) (?:[a-z]+ )?(?:number|no|mobile|mob|phone|landline|tel)(?: [a-z]+){0,2}"
              + "|(?:gave|given|told|sent|from|message|texts?|website|says|said|leaflet)(?: [a-z]+){0,4}"
              + "|(?:surgery|gp|doctors?|hospital|council|hub|helpline|line|office|clinic|pharmacy|chemist|agency|school|bank|dwp|them|him|her) (?:[a-z]+ ){0,2}(?:on|at|is)"
              + "|(?:is|is that|what is|whats|who is|whos|got|have|has|number for))");
  private static final Pattern OTHERS_AFTER =
      Context.beginning(
          "(?:(?:is )?(?:your|their|the (?:right|wrong)|not|a scam|engaged|dead|busy)|(?:keeps?|kept) (?:ringing|calling)|(?:rang|called|texted|phoned) me"
              + "|but (?:no ?(?:one|body)|it|theres|they|just)|(?:no|nobody|no one) answer.*|doesnt work|didnt work|isnt|just rings|and (?:no|they|it|nobody))");
  private static final Pattern THEIRS_AFTER =
      Context.beginning("(?:is |thats |its )?(?:my|mine|me|is best|is the best)(?: .*)?");

  private PhoneNumbers() {}

  /// A number as dialled in the UK, and its words.
  record PhoneNumber(String digits, int first, int last) {}

  /// The first number that is the carer's.
  static Optional<PhoneNumber> read(List<Word> words) {
    int i = 0;
    while (i < words.size()) {
      Optional<PhoneNumber> number = mayBegin(words, i) ? at(words, i) : Optional.empty();
      if (number.isPresent() && isTheirs(words, number.get())) {
        return number;
      }
      i = number.map(n -> n.last() + 1).orElse(i + 1);
    }
    return Optional.empty();
  }

  private static boolean mayBegin(List<Word> words, int first) {
    String said = words.get(first).text();
    if (Numbers.isDigits(said)) {
      return said.charAt(0) == '0' || said.startsWith("44") || said.startsWith("7");
    }
    return digits(said).equals(Optional.of("0"));
  }

  private static Optional<PhoneNumber> at(List<Word> words, int first) {
    StringBuilder run = new StringBuilder();
    Optional<PhoneNumber> longest = Optional.empty();
    int i = first;
    while (i < words.size() && isNear(words, i, first) && run.length() < LONGEST_WITH_COUNTRY) {
      int next = append(words, i, run);
      if (next == i) {
        break;
      }
      i = next;
      String digits = national(run.toString());
      if (isPossible(digits)) {
        longest = Optional.of(new PhoneNumber(digits, first, i - 1));
      }
      if (digits.length() >= LONGEST) {
        break;
      }
    }
    return longest.filter(number -> isValid(number.digits()));
  }

  private static boolean isNear(List<Word> words, int at, int first) {
    return at == first || words.get(at).start() - words.get(at - 1).end() <= LONGEST_GAP;
  }

  /// Appends the digits that a word says.
  ///
  /// @return the position after them, or the same where there are none
  private static int append(List<Word> words, int at, StringBuilder run) {
    String said = words.get(at).text();
    Integer times = REPEATS.get(said);
    if (times != null) {
      String next = Context.word(words, at + 1);
      Optional<String> digit =
          (Numbers.isDigits(next) ? Optional.of(next) : digits(next)).filter(d -> d.length() == 1);
      digit.ifPresent(d -> run.append(d.repeat(times)));
      return digit.isPresent() ? at + 2 : at;
    }
    if (PAUSES.contains(said)) {
      return at + 1;
    }
    Optional<String> digits = digits(said);
    if (digits.isPresent()) {
      run.append(digits.get());
      return at + 1;
    }
    if (Numbers.isDigits(said)) {
      run.append(said);
      return at + 1;
    }
    Optional<Numbers.Amount> number = Numbers.at(words, at);
    number.ifPresent(n -> run.append(n.value()));
    return number.map(n -> n.last() + 1).orElse(at);
  }

  /// The digits that a word stands for.
  private static Optional<String> digits(String said) {
    return Numbers.digit(said).or(() -> Optional.ofNullable(SPOKEN.get(said)));
  }

  /// The digits as dialled within the country.
  private static String national(String digits) {
    String rest = digits;
    if (rest.startsWith("0044")) {
      rest = "0" + rest.substring(4);
    } else if (rest.startsWith("44")) {
      rest = "0" + rest.substring(2);
    }
    if (rest.startsWith("00")) {
      rest = rest.substring(1);
    }
    return rest.startsWith("7") ? "0" + rest : rest;
  }

  private static boolean isPossible(String digits) {
    boolean areaCode = digits.startsWith("01") || digits.startsWith("02");
    return (digits.length() == LONGEST && (areaCode || digits.startsWith("07")))
        || (digits.length() == SHORTEST && areaCode);
  }

  private static boolean isValid(String digits) {
    if (digits.startsWith(FOR_DRAMA)) {
      return true;
    }
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.isValidNumberForRegion(numbers.parse(digits, COUNTRY), COUNTRY);
    } catch (NumberParseException e) {
      return false;
    }
  }

  private static boolean isTheirs(List<Word> words, PhoneNumber number) {
    String before = Context.before(words, number.first(), BEFORE);
    String after = Context.after(words, number.last(), AFTER);
    if (THEIRS_BEFORE.matcher(before).matches() && !TOLD_BEFORE.matcher(before).matches()) {
      return true;
    }
    if (OTHERS_AFTER.matcher(after).matches()) {
      return false;
    }
    if (THEIRS_AFTER.matcher(after).matches()) {
      return true;
    }
    if (OTHERS_BEFORE.matcher(before).matches()) {
      return false;
    }
    int others = words.size() - (number.last() - number.first() + 1);
    return number.digits().startsWith("07")
        || others <= SHORT_MESSAGE
        || LABEL_BEFORE.matcher(before).matches();
  }
}
