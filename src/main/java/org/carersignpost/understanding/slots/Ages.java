package org.carersignpost.understanding.slots;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.understanding.slots.AgeNumbers.Said;
import org.carersignpost.understanding.words.Word;

/// Reads the age of the carer and of the person cared for, in years.
///
/// Which numbers may be an age, [AgeNumbers] knows. Whose age it is, the words before decide, and
/// after these the person that follows.
final class Ages {
  private static final int YOUNGEST_CARER = 5;
  private static final int OLDEST = 115;
  private static final int LOOK_AHEAD = 4;
  private static final int ADULT = 16;
  private static final int GROWN_UP = 18;

  private static final Set<String> FILLERS =
      words(
          "only just nearly almost now about around aged age still a an the turning turned approx"
              + " roughly currently coming up to both well already actually like year old");

  private static final Set<String> NOT_SAID_OF_SOMEBODY = words("like of acts mind acting");

  private static final Set<String> CARER_NOUNS =
      words("carer young girl boy lad teenager student here looking caring and i im female male");
  private static final Set<String> PERSON_NOUNS =
      words("man woman lady gentleman gent boy girl lad chap person");
  private static final Set<String> AFTER_AN_OWN_ONE =
      words(
          "has is was with who whos wont cant needs just and keeps had doesnt isnt gets got goes"
              + " refuses hasnt lives at in on");

  private static final Set<String> SHE = words("she shes her");
  private static final Set<String> HE = words("he hes him");
  private static final Set<String> THEY = words("they theyre them who whos");
  private static final Set<String> FEMALE = Set.of("mother", "wife", "daughter", "sister");
  private static final Set<String> MALE = Set.of("father", "husband", "son", "brother");

  /// Younger than this nobody is in such a relation, so the number is no age of theirs.
  private static final Map<String, Integer> YOUNGEST =
      Map.of(
          "mother",
          ADULT,
          "father",
          ADULT,
          "parent",
          ADULT,
          "husband",
          ADULT,
          "wife",
          ADULT,
          "partner",
          ADULT,
          "parent-in-law",
          2 * ADULT,
          "grandparent",
          2 * ADULT);

  private final List<Word> words;
  private final List<Relations.Person> people;
  private final Optional<Relations.Person> caredFor;
  private Optional<Age> carers = Optional.empty();
  private Optional<Age> caredFors = Optional.empty();
  private boolean ownChild;

  private Ages(
      List<Word> words, List<Relations.Person> people, Optional<Relations.Person> caredFor) {
    this.words = words;
    this.people = people;
    this.caredFor = caredFor;
  }

  /// An age and its words.
  record Age(int years, int first, int last) {}

  /// The two ages, as far as they are said.
  ///
  /// @param ownChild whether the one cared for is but told as `my 9 year old`
  record Read(Optional<Age> carers, Optional<Age> caredFors, boolean ownChild) {}

  static Read read(
      List<Word> words, List<Relations.Person> people, Optional<Relations.Person> caredFor) {
    Ages ages = new Ages(words, people, caredFor);
    AgeNumbers numbers = new AgeNumbers(words, last -> ages.personAfter(last).isPresent());
    int i = 0;
    while (i < words.size()) {
      Optional<Said> said = numbers.at(i);
      if (said.isPresent()) {
        ages.take(said.get());
        i = said.get().last() + 1;
      } else {
        i++;
      }
    }
    return new Read(ages.carers, ages.caredFors, ages.ownChild);
  }

  private enum Owner {
    CARER,
    CARED_FOR,
    BOTH,
    NOBODY
  }

  private int clause(int at) {
    return words.get(at).clause();
  }

  private void take(Said said) {
    if (said.years() > OLDEST) {
      return;
    }
    Owner owner = owner(said);
    boolean ofTheCarer = owner == Owner.CARER || owner == Owner.BOTH;
    boolean ofTheOther = owner == Owner.CARED_FOR || owner == Owner.BOTH;
    if (ofTheCarer && carers.isEmpty() && said.years() >= YOUNGEST_CARER) {
      carers = Optional.of(said.age());
    }
    int youngest = caredFor.map(p -> YOUNGEST.getOrDefault(p.id(), 0)).orElse(0);
    if (ofTheOther && caredFors.isEmpty() && said.years() >= youngest) {
      caredFors = Optional.of(said.age());
    }
  }

  private Owner owner(Said said) {
    int at = said.first() - 1;
    boolean turned = false;
    boolean aged = false;
    boolean article = false;
    boolean both = false;
    while (isBeside(at, said) && FILLERS.contains(words.get(at).text())) {
      String filler = words.get(at).text();
      turned |= filler.equals("turned");
      aged |= filler.equals("aged") || filler.equals("age");
      article |= filler.equals("a") || filler.equals("an") || filler.equals("the");
      both |= filler.equals("both");
      if (filler.equals("year")
          || filler.equals("like")
          || filler.equals("old")
          || filler.equals("turning")
          || filler.equals("coming")
          || (filler.equals("the") && !said.explicit())) {
        return Owner.NOBODY;
      }
      at--;
    }
    if (!isBeside(at, said)) {
      return atTheStart(said, at, aged);
    }
    String before = words.get(at).text();
    if (NOT_SAID_OF_SOMEBODY.contains(before)) {
      return Owner.NOBODY;
    }
    Optional<Owner> subject = subject(at, turned, both, article);
    if (subject.isPresent() && !(said.explicit() && article && subject.get() != Owner.CARER)) {
      return subject.get();
    }
    if (aged) {
      return nearest(at);
    }
    if (said.explicit()) {
      return ofTheOneAfter(said, before);
    }
    return directly(at, said);
  }

  private boolean isBeside(int at, Said said) {
    return at >= 0 && words.get(at).sentence() == words.get(said.first()).sentence();
  }

  /// A number at the beginning of a sentence, or after nothing but fillers.
  private Owner atTheStart(Said said, int at, boolean aged) {
    if (said.explicit()) {
      Optional<Relations.Person> person = personAfter(said.last());
      if (person.isPresent() && isDirectlyAfter(said.last(), person.get())) {
        return isCaredFor(person.get()) ? Owner.CARED_FOR : Owner.NOBODY;
      }
    }
    String next = Context.word(words, said.last() + 1, said.first());
    boolean first = at < 0;
    if (first && (said.explicit() || aged || next.equals("and") || next.equals("here"))) {
      boolean told = next.isEmpty() || CARER_NOUNS.contains(next) || aged;
      return told ? Owner.CARER : Owner.NOBODY;
    }
    return Owner.NOBODY;
  }

  /// Who is spoken of by a subject and its verb that end at a word: `im`, `she is`, `mums`.
  private Optional<Owner> subject(int at, boolean turned, boolean both, boolean article) {
    String said = words.get(at).text();
    String before = Context.word(words, at - 1, at);
    Optional<Owner> carer = Optional.of(Owner.CARER);
    Optional<Owner> nobody = Optional.empty();
    return switch (said) {
      case "im", "iam", "ime" -> carer;
      case "am", "m" -> before.equals("i") ? carer : nobody;
      case "i", "ive" -> turned ? carer : nobody;
      case "have" -> turned && before.equals("i") ? carer : nobody;
      case "has" -> turned ? someone(at - 1) : nobody;
      case "is", "s", "r" -> isMyAge(at - 1) ? carer : someone(at - 1);
      case "are" -> several(at - 1, both);
      case "were", "weare" -> both ? Optional.of(Owner.BOTH) : nobody;
      case "as" -> article ? carer : nobody;
      case "me" -> both || before.equals("and") ? nobody : carer;
      default -> shortened(at, turned);
    };
  }

  private boolean isMyAge(int at) {
    return Context.word(words, at).equals("age") && Context.word(words, at - 1).equals("my");
  }

  /// `shes`, `mums`, and `she turned`, `mum turned`.
  private Optional<Owner> shortened(int at, boolean turned) {
    String said = words.get(at).text();
    if (said.equals("shes") || said.equals("hes") || said.equals("whos") || said.equals("theyre")) {
      return Optional.of(pronoun(said, at));
    }
    Optional<Relations.Person> person = personEndingAt(at);
    boolean possessive = person.isPresent() && said.endsWith("s") && !isPlural(at);
    return possessive || (turned && (person.isPresent() || SHE.contains(said) || HE.contains(said)))
        ? someone(at)
        : Optional.empty();
  }

  /// `my two sons 9 and 11` are several, so that neither number is the age of the one.
  private boolean isPlural(int at) {
    String said = words.get(at).text();
    if (Relations.hasApostrophe(words.get(at))) {
      return false;
    }
    return said.equals("sons") || said.equals("daughters") || said.equals("kids");
  }

  private Optional<Owner> someone(int at) {
    if (at < 0) {
      return Optional.empty();
    }
    String said = words.get(at).text();
    if (SHE.contains(said) || HE.contains(said) || THEY.contains(said)) {
      return Optional.of(pronoun(said, at));
    }
    return personEndingAt(at).map(p -> isCaredFor(p) ? Owner.CARED_FOR : Owner.NOBODY);
  }

  /// `we are both`, `me and my husband are both`, `they are`.
  private Optional<Owner> several(int at, boolean both) {
    String said = Context.word(words, at);
    if (said.equals("they") || said.equals("who")) {
      return Optional.of(pronoun(said, at));
    }
    for (int i = at; i >= Math.max(0, at - LOOK_AHEAD - 1); i--) {
      String word = words.get(i).text();
      if (word.equals("me") || word.equals("we") || word.equals("i")) {
        return Optional.of(both ? Owner.BOTH : Owner.CARER);
      }
    }
    return someone(at);
  }

  /// The one whom a pronoun means: the last named before it that it fits.
  private Owner pronoun(String said, int at) {
    Set<String> others = SHE.contains(said) ? MALE : HE.contains(said) ? FEMALE : Set.of();
    for (int i = people.size() - 1; i >= 0; i--) {
      Relations.Person person = people.get(i);
      if (person.last() < at && !others.contains(person.id())) {
        return isCaredFor(person) ? Owner.CARED_FOR : Owner.NOBODY;
      }
    }
    return caredFor.isPresent() && others.contains(caredFor.get().id())
        ? Owner.NOBODY
        : Owner.CARED_FOR;
  }

  /// Who is nearest before `aged 82`: the carer or a person.
  private Owner nearest(int at) {
    for (int i = at; i >= 0 && words.get(i).sentence() == words.get(at).sentence(); i--) {
      if (words.get(i).text().equals("carer")) {
        return Owner.CARER;
      }
      Optional<Relations.Person> person = personEndingAt(i);
      if (person.isPresent()) {
        return isCaredFor(person.get()) ? Owner.CARED_FOR : Owner.NOBODY;
      }
      String word = words.get(i).text();
      if (word.equals("im") || word.equals("i") || word.equals("me")) {
        return Owner.CARER;
      }
      if (SHE.contains(word) || HE.contains(word)) {
        return pronoun(word, i);
      }
    }
    return Owner.NOBODY;
  }

  /// `my 9 year old son`, `our 9yr old has`, `a 90 year old lady`.
  private Owner ofTheOneAfter(Said said, String before) {
    Optional<Relations.Person> person = personAfter(said.last());
    if (person.isPresent()) {
      return isCaredFor(person.get()) ? Owner.CARED_FOR : Owner.NOBODY;
    }
    boolean named = personEndingAt(said.first() - 1).isPresent();
    String next = Context.word(words, said.last() + 1, said.first());
    boolean own = before.equals("my") || before.equals("our") || named;
    boolean nothingElse =
        next.isEmpty()
            || AFTER_AN_OWN_ONE.contains(next)
            || clause(said.last()) != clause(Math.min(said.last() + 1, words.size() - 1));
    if (named) {
      return directly(said.first() - 1, said);
    }
    ownChild |= caredFor.isEmpty() && own && nothingElse && said.years() < GROWN_UP;
    return (own && nothingElse) || PERSON_NOUNS.contains(next) ? Owner.CARED_FOR : Owner.NOBODY;
  }

  /// A number right after a person: `my son, 9, has`, `mum 82 has`, `Im Sam, 14`.
  private Owner directly(int at, Said said) {
    boolean apart = clause(at) != clause(said.first());
    String next = Context.word(words, said.last() + 1, said.first());
    boolean closed = next.isEmpty() || clause(said.last()) != clause(said.last() + 1);
    Optional<Relations.Person> person = personEndingAt(at);
    if (person.isPresent() && !isPlural(at)) {
      boolean clear =
          said.explicit()
              || closed
              || AFTER_AN_OWN_ONE.contains(next)
              || personAfter(said.last()).isPresent();
      boolean likely =
          said.years() >= ADULT || said.explicit() || apart || AFTER_AN_OWN_ONE.contains(next);
      return clear && likely && isCaredFor(person.get()) ? Owner.CARED_FOR : Owner.NOBODY;
    }
    return apart && closed && isCarersName(at) ? Owner.CARER : Owner.NOBODY;
  }

  /// Whether the clause that ends at a word is no more than `im Sam`.
  private boolean isCarersName(int at) {
    String before = Context.word(words, at - 1, at);
    boolean name = before.equals("is") && Context.word(words, at - 2, at).equals("name");
    return name || before.equals("im") || before.equals("am");
  }

  private Optional<Relations.Person> personEndingAt(int at) {
    for (Relations.Person person : people) {
      if (person.last() == at) {
        return Optional.of(person);
      }
    }
    return Optional.empty();
  }

  private Optional<Relations.Person> personAfter(int last) {
    for (Relations.Person person : people) {
      if (person.first() > last && person.first() <= last + LOOK_AHEAD) {
        return clause(person.first()) == clause(last) && !isVerbBetween(last, person.first())
            ? Optional.of(person)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isDirectlyAfter(int last, Relations.Person person) {
    return person.first() <= last + LOOK_AHEAD;
  }

  private boolean isVerbBetween(int last, int next) {
    for (int i = last + 1; i < next; i++) {
      String word = words.get(i).text();
      if (AFTER_AN_OWN_ONE.contains(word)
          || word.equals("i")
          || word.equals("my")
          || CARER_NOUNS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isCaredFor(Relations.Person person) {
    return caredFor.isEmpty()
        ? person.isCaredFor()
        : caredFor.get().equals(person)
            || (person.isCaredFor() && caredFor.get().id().equals(person.id()));
  }

  private static Set<String> words(String list) {
    return Set.copyOf(List.of(list.split(" ")));
  }
}
