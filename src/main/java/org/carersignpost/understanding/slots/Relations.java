package org.carersignpost.understanding.slots;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;

/// Finds who is cared for among all the people a message names.
///
/// Each person named is weighed by the words around: `look after my mum` speaks for her, `my sister
/// won't help` against her, `I'm her daughter` tells who the carer is and by that who she is.
final class Relations {
  private static final int SHORTEST_WITH_ONE_EDIT = 7;
  private static final int NEVER = 100;
  private static final int BEFORE = 6;
  private static final int AFTER = 9;

  /// What speaks against somebody who is told of as another's.
  private static final int SOMEONE_ELSES = 3;

  private static final String IN_LAW = "parent-in-law";
  private static final Set<String> OWNERS = Set.of("his", "her", "their");

  /// Nobody cares for the dead any more, whatever else speaks for them.
  private static final int DEAD = -20;

  /// These are other things too, so they need `my` or the like before them.
  private static final Set<String> WEAK =
      Set.of(
          "oh",
          "ex",
          "ma",
          "mil",
          "fil",
          "mrs",
          "bro",
          "pal",
          "mate",
          "folks",
          "pops",
          "old man",
          "old girl",
          "old lady",
          "boys",
          "girls",
          "boy",
          "bubba",
          "kid",
          "kids",
          "child",
          "children",
          "childs",
          "baby",
          "teen",
          "teenager",
          "toddler",
          "friend",
          "partner",
          "patner",
          "twin",
          "parent",
          "parents",
          "mam",
          "sis",
          "papa",
          "mom",
          "in laws",
          "sons",
          "nanny",
          "gramp",
          "bestie",
          "cuz",
          "next door",
          "across the road",
          "farther");

  /// Of these, only the form with an apostrophe is one person, or the one after `my`.
  private static final Set<String> OF_ONE =
      Set.of("husbands", "partners", "mothers", "fathers", "daughters", "boys", "girls");

  /// Of these, only the form with an apostrophe is one person.
  private static final Set<String> OFTEN_MANY = Set.of("friends", "neighbours");

  private static final Pattern OWNER =
      Context.ending(
          "(?:my|our|his|her|their|me|the|a|an|for|to|with|of|after|mi|and)"
              + "(?: (?:old|elderly|poor|own|disabled|autistic|grown up|adult|little|young|younger|older"
              + "|eldest|youngest|dear|late|best|good|close|lovely|two|2|three|3|[0-9]+ year old"
              + "|[0-9]+ yr old|lady|man|neighbour))*");
  private static final Pattern MINE = Context.ending("my|our|me|mi");

  private static final Pattern CARED_FOR_BEFORE =
      Context.ending(
          "(?:look(?:ing|s|ed)? after|car(?:e|es|ed|ing) (?:for|of)|carer (?:for|of|to)|carers? 4"
              + "|look(?:ing)? aft|help(?:ing)?|support(?:ing)?|tak(?:e|ing) care of|worried (?:about|for)"
              + "|living with|live with|bath(?:ing)?|lift(?:ing)?|leav(?:e|ing)|visit(?:ing)?|caring)"
              + "(?: (?:my|our|his|her|the|for|two|both|poor|old|elderly|disabled|autistic|late|dear))*");
  private static final Pattern FOR_BEFORE =
      Context.ending(
          "(?:for|behalf of|get|getting|about|with|happens to|has|have)"
              + "(?: (?:my|our|the|poor|old|elderly|disabled|autistic))*");
  private static final Pattern NEEDS_AFTER =
      Context.beginning(
          "(?:who )?(?:to (?:look after|care for)|has|had|have|hav|got|is|was|s|cant|cannot|can|needs?|keeps?|lives?|gets?|fell|falls"
              + "|suffers?|forgets?|wanders?|struggles?|coming|came|being|wont|doesnt|isnt|hasnt"
              + "|refuses|with|dementia|going|just|whos|drinks?|diagnosed|got diagnosed"
              + "|in (?:hospital|care|her|his))");
  private static final Pattern HELPER_AFTER =
      Context.beginning(
          "(?:(?:just )?(?:wont|doesnt|dont|never|isnt|does not|will not|refuses to|cant|is no|are no)"
              + " (?:even )?(?:help|lift|care|do|be bothered|visit|want to know|understand|listen)"
              + "|says?|said|told|thinks|reckons|suggested|helps|help|(?:[a-z0-9]+ ){0,6}(?:cant|wont|doesnt|dont|never|couldnt|isnt able to|not able to|refuses to) (?:even |really |ever )?help(?! (?:him|her|them|it))|(?:[a-z0-9]+ ){0,5}(?:and|who|but) helps? (?:me|out|us|with)|lives? (?:abroad|away|miles|far)"
              + "|gave|wants me|works|moans|gets (?:annoyed|cross|fed up)|left me|and (?:i|me) (?:look|care|are|both)"
              + "|and (?:i|me) (?:help|share)|looks? after|cares? for|is (?:looking after|caring for|my carer|useless|no help))");
  private static final Pattern HELPER_BEFORE =
      Context.ending(
          "(?:with (?:my|the)? ?help (?:of|from)|help from|argu(?:e|ing) with|fall(?:en|ing) out with|"
              + "i am a|im a|as a|being a|single|told|wish|ask|asked|blame|thanks?|"
              + "cheers|hi|hello|work(?:ed)? with|my other) ?(?:my|our|the|working)?");
  private static final Pattern DEAD_AFTER =
      Context.beginning(
          "(?:had (?:[a-z]+ ){1,3}and |who |that |has |had |have |then |sadly |recently |suddenly |only |both |finally )*(?:just )?(?:died|dies last|passed(?! (?:out|his|her|the|their|a|it|water|wind|blood|me|him|this|that|on (?:his|her|the|a|that)) )|is dead|is gone now|was buried|s? ?funeral|death|passing)");
  private static final Pattern DEAD_BEFORE =
      Context.ending(
          "(?:(?:lost|losing|lose|buried|bury|bereaved of|death of|passing of|funeral (?:of|for)|grieving (?:for )?|mourning|miss|missing) (?:my|our|his|her)|my late)(?: (?:dear|lovely|poor|own))*");
  private static final Set<String> HAS_JUST =
      Set.of("has", "had", "just", "is", "then", "sadly", "recently", "suddenly");
  private static final Set<String> MALE = Set.of("he", "hes");
  private static final Set<String> PARENTS = Set.of("mother", "father", "parent");
  private static final Set<String> MEN = Set.of("father", "husband", "son", "brother");
  private static final Set<String> WOMEN = Set.of("mother", "wife", "daughter", "sister");
  private static final Pattern CARER_BEFORE =
      Context.ending(
          "(?:im|i am|me|as) (?:both )?(?:his|her|their|your|the|a)(?: (?:only|eldest|youngest|full time|24 7))?");
  private static final Pattern I_AM_BEFORE =
      Context.ending("(?:im|i am|as|being)(?: (?:a|an|the|single|proud|full time|and|carer))*");
  private static final Pattern CARER_OF_ONE =
      Pattern.compile(".* (?:im|i am|as) (his|her)(?: (?:only|eldest|youngest|full time))? ");

  /// Who somebody is whose relation to the carer is told from the other side.
  private static final Map<String, Map<String, String>> OTHER_SIDE =
      Map.of(
          "his",
          Map.of(
              "daughter",
              "father",
              "son",
              "father",
              "wife",
              "husband",
              "husband",
              "husband",
              "mother",
              "son",
              "father",
              "son",
              "parent",
              "son",
              "grandchild",
              "grandparent"),
          "her",
          Map.of(
              "daughter",
              "mother",
              "son",
              "mother",
              "wife",
              "wife",
              "husband",
              "wife",
              "mother",
              "daughter",
              "father",
              "daughter",
              "parent",
              "daughter",
              "grandchild",
              "grandparent"));

  private final Phrases<String> phrases;
  private final Set<String> ids = new HashSet<>();

  Relations(List<Taxonomy.Relation> relations, OrdinaryWords ordinary) {
    phrases = new Phrases<>(SHORTEST_WITH_ONE_EDIT, NEVER, ordinary);
    for (Taxonomy.Relation relation : relations) {
      ids.add(relation.id());
      relation.words().forEach(word -> phrases.add(word, relation.id()));
    }
  }

  /// A person named, and how much speaks for their being the one cared for.
  record Person(String id, int first, int last, int weight) {
    boolean isCaredFor() {
      return weight >= 0;
    }

    boolean isDead() {
      return weight <= DEAD;
    }
  }

  /// Everybody named, in the order of the words.
  List<Person> find(List<Word> words) {
    List<Person> people = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<Phrases.Found<String>> found = phrases.at(words, i);
      if (found.isPresent() && counts(words, found.get())) {
        people.add(besideOthers(words, people, person(words, found.get())));
        i = found.get().last() + 1;
      } else {
        i++;
      }
    }
    return withoutTheDead(words, people);
  }

  /// Where somebody was named before: `my wife and I look after her mum` is about a parent-in-law,
  /// and `my neighbour and her daughter` hardly about the daughter.
  private Person besideOthers(List<Word> words, List<Person> before, Person person) {
    String owner = Context.word(words, person.first() - 1, person.first());
    if (before.isEmpty() || !OWNERS.contains(owner)) {
      return person;
    }
    String spouse = before.getLast().id();
    boolean married =
        spouse.equals("partner")
            || (spouse.equals("husband") && owner.equals("his"))
            || (spouse.equals("wife") && owner.equals("her"));
    return married && PARENTS.contains(person.id()) && ids.contains(IN_LAW)
        ? new Person(IN_LAW, person.first(), person.last(), person.weight())
        : new Person(person.id(), person.first(), person.last(), person.weight() - SOMEONE_ELSES);
  }

  /// `I cared for dad for years. He died in May`: the last one named whom the pronoun fits.
  private static List<Person> withoutTheDead(List<Word> words, List<Person> people) {
    int died = -1;
    for (int i = 0; i < words.size() && died < 0; i++) {
      String word = words.get(i).text();
      boolean death = word.equals("died") || word.equals("passed") || word.equals("dead");
      died = death && !people.isEmpty() ? i : died;
    }
    String pronoun = died < 0 ? "" : subjectOfDeath(words, died);
    if (pronoun.isEmpty()) {
      return people;
    }
    Set<String> others = pronoun.startsWith("s") ? MEN : WOMEN;
    for (int i = people.size() - 1; i >= 0; i--) {
      Person person = people.get(i);
      if (person.last() < died && !others.contains(person.id())) {
        List<Person> living = new ArrayList<>(people);
        living.replaceAll(p ->
            p.id().equals(person.id()) && p.first() <= person.first()
                ? new Person(p.id(), p.first(), p.last(), DEAD)
                : p);
        return living;
      }
    }
    return people;
  }

  /// The pronoun of `he died`, `she has just passed away`; empty where there is none.
  private static String subjectOfDeath(List<Word> words, int died) {
    boolean passed = words.get(died).text().equals("passed");
    String next = Context.word(words, died + 1, died);
    if (passed && !next.equals("away") && !next.equals("on") && !next.equals("last")) {
      return "";
    }
    int at = died - 1;
    while (HAS_JUST.contains(Context.word(words, at, died))) {
      at--;
    }
    String pronoun = Context.word(words, at, died);
    boolean known = MALE.contains(pronoun) || pronoun.equals("she") || pronoun.equals("shes");
    return known ? pronoun : "";
  }

  /// The one cared for: most cues, then named first; empty when nobody is likely to be.
  static Optional<Person> caredFor(List<Person> people) {
    return people.stream()
        .filter(Person::isCaredFor)
        .reduce((best, next) -> next.weight() > best.weight() ? next : best);
  }

  private static boolean counts(List<Word> words, Phrases.Found<String> found) {
    String before = Context.before(words, found.first(), BEFORE);
    if (found.phrase().equals("oh")) {
      return MINE.matcher(before).matches();
    }
    if (OF_ONE.contains(found.phrase()) || OFTEN_MANY.contains(found.phrase())) {
      return hasApostrophe(words.get(found.last()))
          || (OF_ONE.contains(found.phrase()) && MINE.matcher(before).matches())
          || (PARENTS.contains(found.meaning()) && before.isBlank());
    }
    return !WEAK.contains(found.phrase()) || OWNER.matcher(before).matches();
  }

  /// Whether a word is written `friend's`.
  static boolean hasApostrophe(Word word) {
    return word.end() - word.start() > word.text().length();
  }

  private Person person(List<Word> words, Phrases.Found<String> found) {
    String before = Context.before(words, found.first(), BEFORE);
    String after = Context.after(words, found.last(), AFTER);
    Matcher carer = CARER_OF_ONE.matcher(before);
    if (carer.matches()) {
      String other = OTHER_SIDE.getOrDefault(carer.group(1), Map.of()).get(found.meaning());
      if (other != null && ids.contains(other)) {
        return new Person(other, found.first(), found.last(), 3);
      }
    }
    if (after.startsWith(" carer ") && found.phrase().startsWith("parent")) {
      return new Person(
          ids.contains("child") ? "child" : found.meaning(), found.first(), found.last(), 2);
    }
    int weight = weight(before, after);
    boolean possessor = isFollowedByRelation(words, found.last());
    return new Person(found.meaning(), found.first(), found.last(), possessor ? -2 : weight);
  }

  private static int weight(String before, String after) {
    boolean carersRole = after.startsWith(" to ") || after.startsWith(" of ");
    if (CARER_BEFORE.matcher(before).matches()
        || (carersRole && I_AM_BEFORE.matcher(before).matches())) {
      return -5;
    }
    if (DEAD_AFTER.matcher(after).matches() || DEAD_BEFORE.matcher(before).matches()) {
      return DEAD;
    }
    int weight = 0;
    if (CARED_FOR_BEFORE.matcher(before).matches()) {
      weight += 5;
    } else if (FOR_BEFORE.matcher(before).matches()) {
      weight += 1;
    }
    if (HELPER_AFTER.matcher(after).matches()) {
      weight -= 4;
    } else if (NEEDS_AFTER.matcher(after).matches()) {
      weight += 3;
    }
    if (HELPER_BEFORE.matcher(before).matches()) {
      weight -= 4;
    }
    return weight;
  }

  /// `my mum's sister` is about the sister.
  private boolean isFollowedByRelation(List<Word> words, int last) {
    if (last + 1 >= words.size() || !words.get(last).text().endsWith("s")) {
      return false;
    }
    return phrases
        .at(words, last + 1)
        .filter(next -> !WEAK.contains(next.phrase()) || next.phrase().equals("partner"))
        .isPresent();
  }
}
