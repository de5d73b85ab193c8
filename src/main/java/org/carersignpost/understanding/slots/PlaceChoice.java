package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Place;
import org.carersignpost.understanding.words.Word;

/// Decides which of the places named counts: where the person cared for lives, for that decides who
/// provides care; else where the carer lives. A hospital, a job or a former home says neither.
final class PlaceChoice {
  private static final int BEFORE = 9;
  private static final int AFTER = 3;

  private static final Pattern NO_HOME_AFTER =
      Context.beginning(
          "(?:[a-z]+ )?(?:hospital|hosp|general|infirmary|a and e|royal|uni|university|college|school|fc|road|street|avenue)");
  private static final Pattern NO_HOME_BEFORE =
      Context.ending(
          "(?:(?:moved|moving|move|came|come) (?:back |here |down |up )?from|used to live (?:in|near|at)"
              + "|(?:job|work|works|working|office|meeting|appointment|shopping|school|college|uni|hospital|clinic|ward|born|grew up|holiday) (?:is )?(?:in|at|near|over in)"
              + "|not (?:in|from)|on the way to)");

  private static final Set<String> OTHERS_CARED_FOR =
      Set.of(
          "he", "she", "hes", "shes", "they", "theyre", "him", "her", "his", "their", "who",
          "whos");
  private static final Set<String> CARER = Set.of("i", "im", "ive", "me", "mine");
  private static final Set<String> BOTH = Set.of("we", "were", "weve", "us", "our");

  private PlaceChoice() {}

  static Optional<PlaceMention> choose(
      List<Word> words, List<PlaceMention> places, List<Relations.Person> people) {
    Optional<PlaceMention> best = Optional.empty();
    int bestWeight = 0;
    for (PlaceMention place : places) {
      int weight = weight(words, place, people);
      if (weight > bestWeight) {
        best = Optional.of(place);
        bestWeight = weight;
      }
    }
    return best;
  }

  /// Above 0 if it may count; the more, the likelier that the person cared for lives there.
  private static int weight(List<Word> words, PlaceMention place, List<Relations.Person> people) {
    if (place.place().kind() != Place.Kind.POSTCODE
        && NO_HOME_AFTER.matcher(Context.after(words, place.last(), AFTER)).matches()) {
      return 0;
    }
    if (NO_HOME_BEFORE.matcher(Context.before(words, place.first(), BEFORE)).matches()) {
      return 1;
    }
    int sentence = words.get(place.first()).sentence();
    for (int i = place.first() - 1; i >= Math.max(0, place.first() - BEFORE); i--) {
      if (words.get(i).sentence() != sentence) {
        break;
      }
      int at = i;
      Optional<Relations.Person> person =
          people.stream().filter(p -> p.first() <= at && at <= p.last()).findFirst();
      if (person.isPresent()) {
        return Relations.caredFor(people).equals(person) ? 5 : 2;
      }
      String word = words.get(i).text();
      if (OTHERS_CARED_FOR.contains(word)) {
        return 5;
      }
      if (BOTH.contains(word)) {
        return 4;
      }
      if (CARER.contains(word)) {
        return 3;
      }
    }
    return 3;
  }
}
