package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Place;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;

/// Decides whose each of the places named is. Where the person cared for lives comes first, for
/// that decides who provides care; else where the carer lives. A hospital, a job, a former home, a
/// helper's home or somebody's name is neither.
final class PlaceChoice {
  private static final int BEFORE = 9;
  private static final int AFTER = 3;

  private static final Pattern NO_HOME_AFTER =
      Context.beginning(
          "(?:[a-z]+ )?(?:hospital|hosp|general|infirmary|a and e|royal|uni|university|college|school|fc|road|rd|street|avenue|close|lane)");
  private static final Pattern NO_HOME_BEFORE =
      Context.ending(
          "(?:(?:moved|moving|move|came|come) (?:back |here |down |up |over )?from|(?:used to|did|when (?:she|he|they|we|i)) (?:live|lived|be|work) (?:in|near|at|over in)"
              + "|(?:hospital|hosp|ward|born|grew up|holiday|funeral|buried|crematorium|interview|scan|operation|rehab|rehab bed) (?:is |was )?(?:up |down |over )?(?:in|at|near|to)"
              + "|(?:rushed|taken|transferred|admitted|ambulance|discharged|moved him|moved her) (?:in)?(?:to|from|into|by|at)"
              + "|(?:no longer|dont|doesnt|not) (?:live|living|lives) in|(?:not|never|isnt|arent|nothing|nowhere) (?:in|from|near|live in)|(?:lived|living) in|on the way to|originally from|formerly (?:of|in|from))");

  /// Where somebody goes, which tells a little of where they live.
  private static final Pattern GOES_BEFORE =
      Context.ending(
          "(?:job|work|works|working|worked|office|shopping|school|college|uni|meeting|appointment|appt|clinic) (?:is |was )?(?:up |down |over )?(?:in|at|near|to)");

  private static final Pattern LIVED_BEFORE =
      Context.ending(
          "(?:always|have|has|had|weve|ive|hes|shes|been|is|are|im|were|theyre|still|am|now|all|mum|dad|mums|dads) (?:lived|living) in|(?<!no longer |not )living in");
  private static final Pattern NAME_BEFORE =
      Context.ending(
          "(?:mr|mrs|ms|miss|dr|doctor|sir|prof|nurse|rev|named|called|names|name is|names is|surname|surname is|christened)");
  private static final Set<String> NAMED =
      Set.of(
          "son",
          "daughter",
          "child",
          "brother",
          "sister",
          "grandchild",
          "niece-nephew",
          "cousin",
          "friend",
          "neighbour",
          "husband",
          "wife",
          "partner");
  private static final Set<String> VERBS =
      Set.of(
          "is", "has", "was", "had", "needs", "cant", "wont", "who", "keeps", "got", "gets", "does",
          "doesnt", "isnt", "hasnt", "said", "says", "helps");

  /// A town says nothing, so whoever does has its name.
  private static final Set<String> SPEAKS =
      Set.of(
          "said", "says", "told", "tells", "thinks", "asked", "rang", "phoned", "texted", "cried",
          "cries", "swears", "hit", "hits", "bit");

  private static final Pattern MY_NAME_AFTER =
      Context.beginning("is my (?:[a-z]+ )?(?:name|surname|son|daughter|grandson|brother|sister)");

  private static final Set<String> BEFORE_PLACES =
      Set.of(
          "in", "from", "near", "nr", "at", "live", "lives", "living", "around", "outside", "to",
          "by", "of", "round", "over");

  private static final Set<String> STAYS =
      Set.of("lives", "live", "living", "moved", "is", "stays", "based", "away", "works");

  private static final Set<String> OTHERS_CARED_FOR =
      Set.of(
          "he", "she", "hes", "shes", "they", "theyre", "him", "her", "his", "their", "who",
          "whos");
  private static final Set<String> JOINING = Set.of("and", "or", "n");
  private static final Set<String> CARER = Set.of("i", "im", "ive", "me", "mine");
  private static final Set<String> BOTH = Set.of("we", "were", "weve", "us", "our");

  private static final int NOT_THEIRS = 0;
  private static final int LITTLE = 1;
  private static final int SOMEONES = 2;
  private static final int UNSAID = 3;
  private static final int THE_CARERS = 4;
  private static final int BOTHS = 5;
  private static final int OF_THE_ONE_CARED_FOR = 6;

  /// More than any weight.
  private static final int INSIDE = 10;

  private static final Set<String> AT_HOME =
      Set.of("husband", "wife", "partner", "child", "son", "daughter");

  private PlaceChoice() {}

  /// The places that count.
  ///
  /// @param place of the person cared for, or the carer's where it is the only one; empty where the
  ///   carer alone is outside our area and the person cared for may be anywhere
  /// @param carers where the carer is, if that is elsewhere
  /// @param other a second place, where nothing says whose either of them is
  record Chosen(
      Optional<PlaceMention> place, Optional<PlaceMention> carers, Optional<PlaceMention> other) {}

  static Chosen choose(
      List<Word> words,
      List<PlaceMention> places,
      List<Relations.Person> people,
      OrdinaryWords ordinary) {
    List<Weighed> weighed = new ArrayList<>();
    for (PlaceMention place : places) {
      weighed.add(new Weighed(place, weight(words, place, people, ordinary)));
    }
    Optional<Weighed> best =
        weighed.stream()
            .filter(place -> place.rank() > NOT_THEIRS)
            .reduce((one, next) -> next.rank() > one.rank() ? next : one);
    if (best.isEmpty()) {
      return new Chosen(Optional.empty(), Optional.empty(), Optional.empty());
    }
    Optional<PlaceMention> carers =
        weighed.stream()
            .filter(place -> place.weight() == THE_CARERS)
            .map(Weighed::mention)
            .findFirst();
    if (best.get().isOnlyTheCarers()
        && Relations.caredFor(people).filter(p -> !isAtHome(p)).isPresent()) {
      return new Chosen(Optional.empty(), carers, Optional.empty());
    }
    boolean apart =
        carers.isPresent()
            && !carers.get().place().name().equals(best.get().mention().place().name())
            && (best.get().weight() == OF_THE_ONE_CARED_FOR || carers.get().place().isOutside());
    return new Chosen(
        best.map(Weighed::mention),
        apart ? carers : Optional.empty(),
        best.flatMap(place -> other(words, place, weighed)));
  }

  /// Whoever shares a home with the carer as a rule.
  private static boolean isAtHome(Relations.Person person) {
    return AT_HOME.contains(person.id());
  }

  /// Another place that is as much anybody's: `carer, Fareham and Southampton`. A place within the
  /// other, such as Ryde on the Isle of Wight, is none.
  private static Optional<PlaceMention> other(
      List<Word> words, Weighed best, List<Weighed> weighed) {
    return weighed.stream()
        .filter(place -> place.weight() == best.weight() && place.weight() >= UNSAID)
        .map(Weighed::mention)
        .filter(mention -> !mention.equals(best.mention()))
        .filter(mention ->
            Collections.disjoint(mention.place().areas(), best.mention().place().areas()))
        .filter(mention -> best.weight() == UNSAID || isJoined(words, best.mention(), mention))
        .findFirst();
  }

  private static boolean isJoined(List<Word> words, PlaceMention one, PlaceMention next) {
    return next.first() == one.last() + 2 && JOINING.contains(words.get(one.last() + 1).text());
  }

  /// A place and how likely the person cared for lives there.
  private record Weighed(PlaceMention mention, int weight) {

    /// Outside our area only where somebody lives counts, and less than a place inside unless it is
    /// the person cared for who lives there: they text us for a reason.
    int rank() {
      boolean isOutside = mention.place().isOutside();
      if (weight == NOT_THEIRS || (isOutside && weight == LITTLE)) {
        return NOT_THEIRS;
      }
      return isOutside && weight != OF_THE_ONE_CARED_FOR ? weight : weight + INSIDE;
    }

    boolean isOnlyTheCarers() {
      return mention.place().isOutside() && weight == THE_CARERS;
    }
  }

  /// Above 0 if it may count; the more, the likelier that the person cared for lives there.
  private static int weight(
      List<Word> words, PlaceMention place, List<Relations.Person> people, OrdinaryWords ordinary) {
    String before = Context.before(words, place.first(), BEFORE);
    if (place.place().kind() != Place.Kind.POSTCODE && place.postcode().isEmpty()) {
      if (NO_HOME_AFTER.matcher(Context.after(words, place.last(), AFTER)).matches()
          || isName(words, place, people, before, ordinary)) {
        return NOT_THEIRS;
      }
    }
    if (NO_HOME_BEFORE.matcher(before).matches() && !LIVED_BEFORE.matcher(before).matches()) {
      return NOT_THEIRS;
    }
    return GOES_BEFORE.matcher(before).matches() ? LITTLE : ofTheNearest(words, place, people);
  }

  private static int ofTheNearest(
      List<Word> words, PlaceMention place, List<Relations.Person> people) {
    Optional<Relations.Person> caredFor = Relations.caredFor(people);
    int sentence = words.get(place.first()).sentence();
    for (int i = place.first() - 1; i >= Math.max(0, place.first() - BEFORE); i--) {
      if (words.get(i).sentence() != sentence) {
        break;
      }
      Optional<Relations.Person> person = personAt(people, i);
      if (person.isPresent()) {
        return ofPerson(words, place, person.get(), caredFor);
      }
      String word = words.get(i).text();
      if (OTHERS_CARED_FOR.contains(word)) {
        return OF_THE_ONE_CARED_FOR;
      }
      if (BOTH.contains(word)) {
        return BOTHS;
      }
      if (CARER.contains(word)) {
        return THE_CARERS;
      }
    }
    return UNSAID;
  }

  private static int ofPerson(
      List<Word> words,
      PlaceMention place,
      Relations.Person person,
      Optional<Relations.Person> caredFor) {
    if (caredFor.equals(Optional.of(person)) || isSame(caredFor, person)) {
      return OF_THE_ONE_CARED_FOR;
    }
    if (person.isCaredFor()) {
      return SOMEONES;
    }
    // "I'm a teenager in SO18" is the carer.
    for (int i = person.first() - 1; i >= person.first() - 3; i--) {
      String word = Context.word(words, i, person.first());
      if (word.equals("im") || word.equals("i") || word.equals("as")) {
        return THE_CARERS;
      }
    }
    for (int i = person.last() + 1; !person.isDead() && i < place.first(); i++) {
      if (STAYS.contains(words.get(i).text())) {
        return NOT_THEIRS;
      }
    }
    return UNSAID;
  }

  private static boolean isSame(Optional<Relations.Person> caredFor, Relations.Person person) {
    return caredFor.isPresent() && caredFor.get().id().equals(person.id()) && person.isCaredFor();
  }

  private static Optional<Relations.Person> personAt(List<Relations.Person> people, int at) {
    for (Relations.Person person : people) {
      if (person.first() <= at && at <= person.last()) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  /// `Mrs Winchester`, `my name is John Alton`, `my son Alton has`, `Alton my son`.
  private static boolean isName(
      List<Word> words,
      PlaceMention place,
      List<Relations.Person> people,
      String before,
      OrdinaryWords ordinary) {
    if (NAME_BEFORE.matcher(before).matches()) {
      return true;
    }
    int first = place.first();
    String word = Context.word(words, first - 1, first);
    if (BEFORE_PLACES.contains(word)) {
      return false;
    }
    String next = Context.word(words, place.last() + 1, first);
    boolean sameClause =
        !next.isEmpty() && words.get(place.last() + 1).clause() == words.get(first).clause();
    if ((sameClause && SPEAKS.contains(next))
        || MY_NAME_AFTER.matcher(Context.after(words, place.last(), BEFORE)).matches()) {
      return true;
    }
    if (ordinary.isFirstName(word)
        && words.get(first - 1).clause() == words.get(first).clause()
        && (NAME_BEFORE.matcher(Context.before(words, first - 1, BEFORE)).matches()
            || VERBS.contains(next))) {
      return true;
    }
    Optional<Relations.Person> named = personAt(people, first - 1);
    if (named.isPresent() && NAMED.contains(named.get().id())) {
      boolean theirs = Context.word(words, named.get().first() - 1, first).equals("my");
      boolean own = words.get(named.get().last()).text().endsWith("s");
      if (theirs && !own && VERBS.contains(next)) {
        return true;
      }
    }
    Optional<Relations.Person> whose = personAt(people, place.last() + 2);
    return next.equals("my")
        && whose.isPresent()
        && NAMED.contains(whose.get().id())
        && Context.word(words, place.last() + 1, first).equals("my");
  }
}
