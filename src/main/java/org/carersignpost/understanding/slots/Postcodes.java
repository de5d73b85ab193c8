package org.carersignpost.understanding.slots;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Place;
import org.carersignpost.understanding.words.Word;

/// Finds postcodes: whole ones, however they are spaced, and districts such as `PO7`.
final class Postcodes {
  private static final int MOST_WORDS = 4;
  private static final int DIGIT_WITHIN = 3;
  private static final Pattern WHOLE =
      Pattern.compile("([a-z]{1,2}[0-9][a-z0-9]?)([0-9][abd-hjlnp-uw-z]{2})");
  private static final Pattern LETTERS = Pattern.compile("[a-z]{1,2}");

  /// A whole postcode elsewhere in the country begins with one of these.
  private static final Set<String> AREAS =
      Set.of(
          ("ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn"
                  + " dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je"
                  + " ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe"
                  + " ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn"
                  + " tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze")
              .split(" "));

  private final Map<String, Place> districts = new HashMap<>();

  void add(String district, Place place) {
    districts.put(district.toLowerCase(Locale.ROOT), place);
  }

  /// The longest postcode or district that begins at a word.
  ///
  /// @param generous whether a district may be written in two words (`so 23`)
  Optional<PlaceMention> at(List<Word> words, int first, boolean generous) {
    String joined = "";
    Optional<PlaceMention> longest = Optional.empty();
    for (int last = first; last < Math.min(words.size(), first + MOST_WORDS); last++) {
      if (words.get(last).clause() != words.get(first).clause()) {
        break;
      }
      joined += words.get(last).text();
      if (!mayBeginPostcode(joined)) {
        break;
      }
      Optional<Place> place = place(joined, words.get(first), last > first, generous);
      if (place.isPresent()) {
        longest = Optional.of(new PlaceMention(place.get(), first, last, false));
      }
    }
    return longest;
  }

  /// Whether a postcode or district may begin so: there is always a digit among the first three.
  private static boolean mayBeginPostcode(String joined) {
    int begun = Math.min(joined.length(), DIGIT_WITHIN);
    for (int i = 0; i < begun; i++) {
      if (joined.charAt(i) >= '0' && joined.charAt(i) <= '9') {
        return true;
      }
    }
    return begun < DIGIT_WITHIN;
  }

  private Optional<Place> place(String joined, Word first, boolean inParts, boolean generous) {
    boolean split = LETTERS.matcher(first.text()).matches();
    Matcher whole = WHOLE.matcher(joined);
    if (whole.matches()) {
      Place known = districts.get(whole.group(1));
      return known != null || split ? Optional.ofNullable(known) : elsewhere(whole.group(1));
    }
    return inParts && !(split && generous)
        ? Optional.empty()
        : Optional.ofNullable(districts.get(joined));
  }

  private static Optional<Place> elsewhere(String district) {
    String area = district.replaceAll("[0-9].*", "");
    return AREAS.contains(area)
        ? Optional.of(
            new Place(district.toUpperCase(Locale.ROOT), List.of(), Place.Kind.OUTSIDE, ""))
        : Optional.empty();
  }
}
