package org.carersignpost.understanding.slots;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Place;
import org.carersignpost.understanding.words.Word;

/// Finds postcodes: whole ones, however they are spaced or spelled out, and districts such as
/// `PO7`.
final class Postcodes {
  private static final int MOST_WORDS = 8;
  private static final int LONGEST = 7;
  private static final int DIGIT_WITHIN = 3;
  private static final int LONGEST_GAP = 1;
  private static final Pattern WHOLE =
      Pattern.compile("([a-z]{1,2}[0-9][a-z0-9]?)([0-9o][abd-hjlnp-uw-z]{2})");

  /// With two letters, because roads and vitamins have one.
  private static final Pattern DISTRICT_ELSEWHERE = Pattern.compile("[a-z]{2}[0-9]{1,2}[a-z]?");

  private static final Pattern SHORT_DISTRICT = Pattern.compile("[a-z][0-9]{1,2}[a-z]?");
  private static final int MOST_WORDS_OF_AN_ANSWER = 2;

  /// A whole postcode elsewhere in the country begins with one of these.
  private static final Set<String> AREAS =
      Set.of(
          ("ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn"
                  + " dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je"
                  + " ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe"
                  + " ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn"
                  + " tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze")
              .split(" "));

  /// These letters are a word too, so that a number after them may be only a number.
  private static final Set<String> WORDS = Set.of("so");

  /// Before a district in two words whose letters are a word.
  private static final Set<String> BEFORE =
      Set.of("postcode", "code", "in", "near", "nr", "area", "is", "its", "around", "from");

  private static final Set<String> COUNTED =
      Set.of("of", "people", "years", "months", "weeks", "days", "hours", "times", "and", "in");

  private final Map<String, Place> districts = new HashMap<>();
  private final Set<String> areas = new HashSet<>();

  void add(String district, Place place) {
    String code = district.toLowerCase(Locale.ROOT);
    districts.put(code, place);
    areas.add(letters(code));
  }

  /// The longest postcode or district that begins at a word.
  ///
  /// @param generous whether a district may be written in two words (`so 23`)
  Optional<PlaceMention> at(List<Word> words, int first, boolean generous) {
    String begins = words.get(first).text();
    if (!mayBeginPostcode(begins)) {
      return Optional.empty();
    }
    Reading reading = new Reading(words, first);
    Optional<PlaceMention> longest = Optional.empty();
    while (reading.readNext() && mayBeginPostcode(reading.code.toString())) {
      Optional<PlaceMention> mention = mention(reading, generous);
      if (mention.isPresent()) {
        longest = mention;
      }
    }
    return longest;
  }

  /// What is read of a postcode so far.
  private static final class Reading {
    private final List<Word> words;
    private final int first;
    private final StringBuilder code = new StringBuilder();
    private int next;
    private boolean spelled;
    private int numbers;

    Reading(List<Word> words, int first) {
      this.words = words;
      this.first = first;
      this.next = first;
      this.spelled = words.get(first).text().length() == 1;
    }

    /// Reads one more word, or one more number in words.
    boolean readNext() {
      if (next >= words.size() || next - first >= MOST_WORDS || !isBeside()) {
        return false;
      }
      String said = words.get(next).text();
      Optional<Numbers.Amount> number =
          Numbers.isDigits(said) ? Optional.empty() : Numbers.at(words, next);
      if (number.isPresent() && next > first) {
        spelled = true;
        code.append(number.get().value());
        next = number.get().last() + 1;
      } else if (said.length() <= LONGEST) {
        numbers += Numbers.isDigits(said) ? 1 : 0;
        boolean zero = code.length() > 2 && (said.equals("oh") || said.equals("zero"));
        code.append(zero ? "0" : said);
        next++;
      } else {
        return false;
      }
      return code.length() <= LONGEST;
    }

    private boolean isBeside() {
      return next == first
          || words.get(next).clause() == words.get(first).clause()
          || words.get(next).start() - words.get(next - 1).end() <= LONGEST_GAP;
    }

    boolean isOneWord() {
      return next == first + 1;
    }

    String firstWord() {
      return words.get(first).text();
    }
  }

  /// Whether a postcode or district may begin so: there is always a digit among the first three.
  private static boolean mayBeginPostcode(String code) {
    char letter = code.isEmpty() ? ' ' : code.charAt(0);
    if (letter < 'a' || letter > 'z') {
      return false;
    }
    int begun = Math.min(code.length(), DIGIT_WITHIN);
    for (int i = 0; i < begun; i++) {
      if (code.charAt(i) >= '0' && code.charAt(i) <= '9') {
        return true;
      }
    }
    return begun < DIGIT_WITHIN;
  }

  private Optional<PlaceMention> mention(Reading reading, boolean generous) {
    String code = withLetters(reading.code.toString());
    Matcher whole = WHOLE.matcher(code);
    if (whole.matches()) {
      Optional<Place> place = district(whole.group(1), reading);
      String postcode =
          (whole.group(1) + " " + whole.group(2).replaceFirst("^o", "0")).toUpperCase(Locale.ROOT);
      return place.map(
          p -> new PlaceMention(p, reading.first, reading.next - 1, false, Optional.of(postcode)));
    }
    if (!reading.isOneWord() && !mayBeInParts(reading, generous)) {
      return Optional.empty();
    }
    return Optional.ofNullable(districts.get(code))
        .or(() -> isDistrictElsewhere(code, reading) ? elsewhere(code) : Optional.empty())
        .map(p -> new PlaceMention(p, reading.first, reading.next - 1, false, Optional.empty()));
  }

  /// `RG6` alone or after a word like `in`; not a road or a vitamin.
  private static boolean isDistrictElsewhere(String code, Reading reading) {
    List<Word> words = reading.words;
    boolean told =
        words.size() <= MOST_WORDS_OF_AN_ANSWER
            || BEFORE.contains(Context.word(words, reading.first - 1, reading.first));
    return reading.isOneWord()
        && ((told && DISTRICT_ELSEWHERE.matcher(code).matches())
            || (words.size() == 1 && SHORT_DISTRICT.matcher(code).matches()));
  }

  private Optional<Place> district(String code, Reading reading) {
    Place known = districts.get(code);
    boolean split = !hasDigit(reading.firstWord());
    return known != null || split ? Optional.ofNullable(known) : elsewhere(code);
  }

  /// Whether the words may be a district with a space in it: always when it is spelled out, and in
  /// two words unless the letters are a word and nothing speaks for a postcode.
  private boolean mayBeInParts(Reading reading, boolean generous) {
    String letters = reading.firstWord();
    if (hasDigit(letters) || (letters.length() > 1 && !areas.contains(letters))) {
      return false;
    }
    // In "po 1 2 of us" the second number is no part of the district.
    if (reading.numbers > 1 && !reading.spelled) {
      return false;
    }
    if (letters.length() == 1 || !WORDS.contains(letters)) {
      return true;
    }
    List<Word> words = reading.words;
    boolean counted = COUNTED.contains(Context.word(words, reading.next, reading.first));
    boolean cue = BEFORE.contains(Context.word(words, reading.first - 1, reading.first));
    return generous || (cue && !counted);
  }

  /// A zero typed for the letter: `s023` for SO23.
  private static String withLetters(String code) {
    return code.startsWith("s0") || code.startsWith("p0")
        ? code.charAt(0) + "o" + code.substring(2)
        : code;
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
        return true;
      }
    }
    return false;
  }

  private static String letters(String code) {
    int digit = 0;
    while (digit < code.length() && Character.isLetter(code.charAt(digit))) {
      digit++;
    }
    return code.substring(0, digit);
  }

  private static Optional<Place> elsewhere(String district) {
    return AREAS.contains(letters(district))
        ? Optional.of(
            new Place(district.toUpperCase(Locale.ROOT), List.of(), Place.Kind.OUTSIDE, ""))
        : Optional.empty();
  }
}
