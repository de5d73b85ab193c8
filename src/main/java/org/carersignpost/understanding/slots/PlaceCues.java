package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Set;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// What speaks for a place around a name that may be a word, a first name, or a town far away.
///
/// A place that is spelt like an everyday word or a first name counts only where it stands like a
/// place: after `in`, `near` or `live`, before its county, with a capital in the middle of a
/// sentence, or as the answer to our question. A town far away needs as much, for its name is more
/// often in something else: a team, a surname, a street.
final class PlaceCues {
  private static final int SHORT_ANSWER = 3;
  private static final int MOST_WORDS_OF_A_PLACE_ALONE = 10;

  private static final Set<String> BEFORE_PLACES =
      Set.of(
          "in", "from", "near", "nr", "at", "live", "lives", "living", "lived", "around", "outside",
          "round", "towards", "to");
  private static final Set<String> BEFORE_PLACES_NEVER_NAMES =
      Set.of("in", "near", "nr", "live", "lives", "living", "around", "outside");

  /// Where something may also happen in March.
  private static final Set<String> HOMES =
      Set.of("home", "flat", "house", "bungalow", "resident", "place", "moved", "moving");

  private static final Set<String> MOVING = Set.of("moved", "moving", "move");
  private static final int MOST_WORDS_OF_A_MOVE = 6;

  private static final Set<String> LIVING = Set.of("live", "lives", "living");

  /// After these, and after somebody who is there, a name is a town and hardly ever a thing.
  private static final Set<String> BEFORE_TOWNS =
      Set.of("in", "from", "near", "nr", "outside", "to");

  private static final Set<String> STAYING =
      Set.of(
          "live",
          "lives",
          "living",
          "im",
          "am",
          "is",
          "are",
          "were",
          "hes",
          "shes",
          "theyre",
          "based",
          "stay",
          "staying",
          "moved",
          "moving",
          "home",
          "flat",
          "house",
          "bungalow",
          "resident",
          "place",
          "mums",
          "dads",
          "nans",
          "grans",
          "mothers",
          "fathers");

  /// Whoever is somewhere, before `in`: `mum in Leeds`, `me in Bath`.
  private static final Set<String> PEOPLE =
      Set.of(
          "me", "mum", "mom", "dad", "nan", "gran", "mother", "father", "parents", "husband",
          "wife", "partner");

  /// The county of a place here, or of one outside.
  private static final Set<String> COUNTIES =
      Set.of(
          ("hampshire hants surrey sussex dorset wiltshire wilts berkshire berks kent devon essex"
                  + " yorkshire lancashire lancs somerset cornwall norfolk suffolk england scotland"
                  + " wales")
              .split(" "));

  /// Words that may stand beside a place in a message that is nothing but a place.
  private static final Set<String> AROUND_A_PLACE =
      Set.of(
          ("i im am we were are live lives living in at near nr by from just outside around the a"
                  + " its it is my our postcode post code town village area place address hi hello"
                  + " hey please pls plz thanks thank you ta ok yes yeah um er sorry so to us me"
                  + " based mum dad she shes he hes they theyre mums dads home house here"
                  + " hampshire hants uk england close side of north south east west centre")
              .split(" "));

  /// What may stand beside a word like `havent` in an answer that means the town.
  private static final Set<String> BESIDE_AN_ANSWER =
      Set.of(
          "in", "near", "nr", "its", "at", "from", "hampshire", "hants", "please", "pls", "area");

  private final OrdinaryWords ordinary;

  PlaceCues(OrdinaryWords ordinary) {
    this.ordinary = ordinary;
  }

  /// Whether a message is nothing but a place.
  static boolean isAlone(List<Word> words, PlaceMention place) {
    return words.size() <= MOST_WORDS_OF_A_PLACE_ALONE && isBeside(words, place, AROUND_A_PLACE);
  }

  private static boolean isBeside(List<Word> words, PlaceMention place, Set<String> others) {
    for (int i = 0; i < words.size(); i++) {
      boolean outside = i < place.first() || i > place.last();
      if (outside && !others.contains(words.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /// Whether a mention counts as the answer to our question for the place.
  boolean isAnswer(List<Word> words, PlaceMention mention) {
    String said = said(words, mention);
    String name = Words.plain(mention.place().name());
    if (ordinary.isVeryCommon(said)) {
      return isBeside(words, mention, BESIDE_AN_ANSWER);
    }
    return words.size() <= SHORT_ANSWER
        || !(ordinary.isFirstName(name) || ordinary.isVeryCommon(name));
  }

  /// Whether a mention counts wherever it stands, or stands like a place.
  boolean standsLikePlace(List<Word> words, PlaceMention mention) {
    String name = mention.misspelt() ? Words.plain(mention.place().name()) : said(words, mention);
    boolean firstName = ordinary.isFirstName(name);
    boolean everyday = ordinary.lists(name);
    if (!firstName && !everyday) {
      return true;
    }
    if (mention.first() == 0 && mention.last() == words.size() - 1) {
      return !ordinary.isVeryCommon(name);
    }
    String before = before(words, mention, 1);
    boolean afterCue = BEFORE_PLACES.contains(before);
    if (ordinary.isVeryCommon(name)) {
      String somebody = before(words, mention, 2);
      return (afterCue && STAYING.contains(somebody) && !HOMES.contains(somebody))
          || (words.get(mention.first()).capital() && isMovedTo(words, mention));
    }
    if (isBeforeCounty(words, mention)) {
      return true;
    }
    if (firstName) {
      return BEFORE_PLACES_NEVER_NAMES.contains(before);
    }
    return (afterCue && !before.equals("to"))
        || (afterCue && STAYING.contains(before(words, mention, 2)))
        || isCapitalMidSentence(words, mention);
  }

  /// Whether a mention of a town outside, or of one whose name was written in two words, tells
  /// where somebody lives: `we live in Leeds`, not `the train from Leeds`.
  boolean standsLikeTown(List<Word> words, PlaceMention mention) {
    String before = before(words, mention, 1);
    String somebody = before(words, mention, 2);
    boolean isSomewhere = STAYING.contains(somebody) || PEOPLE.contains(somebody);
    return isAlone(words, mention)
        || isBeforeCounty(words, mention)
        || LIVING.contains(before)
        || (BEFORE_TOWNS.contains(before) && isSomewhere)
        || isMovedTo(words, mention);
  }

  /// `moved to Reading`, also `moved from Hampshire to Reading`.
  private static boolean isMovedTo(List<Word> words, PlaceMention mention) {
    if (!before(words, mention, 1).equals("to")) {
      return false;
    }
    for (int distance = 2; distance <= MOST_WORDS_OF_A_MOVE; distance++) {
      if (MOVING.contains(before(words, mention, distance))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBeforeCounty(List<Word> words, PlaceMention mention) {
    String next = Context.word(words, mention.last() + 1, mention.first());
    String county =
        next.equals("in") ? Context.word(words, mention.last() + 2, mention.first()) : next;
    return COUNTIES.contains(county);
  }

  private static String said(List<Word> words, PlaceMention mention) {
    return String.join(
        " ", words.subList(mention.first(), mention.last() + 1).stream().map(Word::text).toList());
  }

  private static boolean isCapitalMidSentence(List<Word> words, PlaceMention mention) {
    Word word = words.get(mention.first());
    return word.capital()
        && mention.first() > 0
        && words.get(mention.first() - 1).sentence() == word.sentence()
        && !words.get(mention.first() - 1).capital();
  }

  private static String before(List<Word> words, PlaceMention mention, int distance) {
    int at = mention.first() - distance;
    return at < 0 || words.get(at).sentence() != words.get(mention.first()).sentence()
        ? ""
        : words.get(at).text();
  }
}
