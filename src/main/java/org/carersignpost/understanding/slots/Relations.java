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
  private static final int AFTER = 5;

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
          "(?:for|get|getting|about|with|happens to|has|have)"
              + "(?: (?:my|our|the|poor|old|elderly|disabled|autistic))*");
  private static final Pattern NEEDS_AFTER =
      Context.beginning(
          "(?:who )?(?:has|had|have|hav|got|is|was|s|cant|cannot|can|needs?|keeps?|lives?|gets?|fell|falls"
              + "|suffers?|forgets?|wanders?|struggles?|coming|came|being|wont|doesnt|isnt|hasnt"
              + "|refuses|with|dementia|died|going|just|whos|drinks?|diagnosed|got diagnosed"
              + "|in (?:hospital|care|her|his))");
  private static final Pattern HELPER_AFTER =
      Context.beginning(
          "(?:(?:just )?(?:wont|doesnt|dont|never|isnt|does not|will not|refuses to|cant|is no|are no)"
              + " (?:even )?(?:help|lift|care|do|be bothered|visit|want to know|understand|listen)"
              + "|says?|said|told|thinks|reckons|suggested|helps|help|lives? (?:abroad|away|miles|far)"
              + "|gave|wants me|works|moans|gets (?:annoyed|cross|fed up)|left me|and (?:i|me) (?:look|care|are|both)"
              + "|and (?:i|me) (?:help|share)|looks? after|cares? for|is (?:looking after|caring for|my carer|useless|no help))");
  private static final Pattern HELPER_BEFORE =
      Context.ending(
          "(?:with (?:my|the)? ?help (?:of|from)|help from|argu(?:e|ing) with|fall(?:en|ing) out with|"
              + "i am a|im a|as a|being a|single|told|wish|ask|asked|blame|thanks?|"
              + "cheers|hi|hello|work(?:ed)? with|my other) ?(?:my|our|the|working)?");
  private static final Pattern PAST_AFTER =
      Context.beginning(
          "(?:has |had |have )?(?:just )?(?:died|passed|is dead|was buried|s funeral)");
  private static final Pattern CARER_BEFORE =
      Context.ending(
          "(?:im|i am|me|as) (?:both )?(?:his|her|their|your|the|a)(?: (?:only|eldest|youngest|full time|24 7))?");
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
  }

  /// Everybody named, in the order of the words.
  List<Person> find(List<Word> words) {
    List<Person> people = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<Phrases.Found<String>> found = phrases.at(words, i);
      if (found.isPresent() && counts(words, found.get())) {
        people.add(person(words, found.get()));
        i = found.get().last() + 1;
      } else {
        i++;
      }
    }
    return people;
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
    return !WEAK.contains(found.phrase()) || OWNER.matcher(before).matches();
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
    if (CARER_BEFORE.matcher(before).matches()) {
      return -5;
    }
    int weight = 0;
    if (CARED_FOR_BEFORE.matcher(before).matches()) {
      weight += 5;
    } else if (FOR_BEFORE.matcher(before).matches()) {
      weight += 1;
    }
    if (HELPER_AFTER.matcher(after).matches()) {
      weight -= 4;
    } else if (PAST_AFTER.matcher(after).matches()) {
      weight += 0;
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
