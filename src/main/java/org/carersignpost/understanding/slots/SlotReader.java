package org.carersignpost.understanding.slots;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;

/// Reads slots out of messages. It never changes and may be used by any number of threads.
public final class SlotReader {
  private static final Set<String> SOMEBODY_ELSE =
      Set.of("now", "i", "im", "he", "she", "hes", "shes", "they", "who");

  private static final int MOST_WORDS_OF_AN_ANSWER = 8;

  private final Gazetteer gazetteer;
  private final Relations relations;
  private final Conditions conditions;
  private final OrdinaryWords ordinary;

  private SlotReader(
      Gazetteer gazetteer, Relations relations, Conditions conditions, OrdinaryWords ordinary) {
    this.gazetteer = gazetteer;
    this.relations = relations;
    this.conditions = conditions;
    this.ordinary = ordinary;
  }

  /// Reads what it needs of the knowledge base: `taxonomy.yaml`, `places.csv`, and, if it is there,
  /// `place-aliases.csv`.
  ///
  /// @param ordinary words that are never read as a misspelt place, relation or condition
  /// @throws IllegalArgumentException if a file cannot be used; the message names it
  public static SlotReader load(Path knowledgeBase, OrdinaryWords ordinary) {
    Taxonomy taxonomy = Taxonomy.load(knowledgeBase.resolve("taxonomy.yaml"));
    return new SlotReader(
        Gazetteer.load(
            knowledgeBase.resolve("places.csv"),
            knowledgeBase.resolve("place-aliases.csv"),
            ordinary),
        new Relations(taxonomy.relations(), ordinary),
        new Conditions(taxonomy.conditions(), ordinary),
        ordinary);
  }

  /// What an utterance says.
  ///
  /// @param words its words
  /// @param asked whether we have just asked for the place, so that a short answer is one
  public SlotFindings read(String utterance, List<Word> words, boolean asked) {
    if (words.isEmpty()) {
      return new SlotFindings(Slots.NONE, List.of(), List.of(), false);
    }
    return new Reading(utterance, Initials.joined(words), asked).findings();
  }

  /// All that is found in one utterance.
  private final class Reading {
    private final String utterance;
    private final List<Word> words;
    private final Optional<Relations.Person> caredFor;
    private final List<Relations.Person> people;
    private final List<Conditions.Named> named;
    private final PlaceChoice.Chosen places;
    private final Ages.Read ages;
    private final Optional<PhoneNumbers.PhoneNumber> phone;
    private final Optional<TimePhrases.Span> ringTime;
    private final List<SlotFindings.Found> found = new ArrayList<>();

    Reading(String utterance, List<Word> words, boolean asked) {
      this.utterance = utterance;
      this.words = words;
      people = relations.find(words);
      caredFor = Relations.caredFor(people);
      named = conditions.find(utterance, words);
      boolean answersUs = asked && words.size() <= MOST_WORDS_OF_AN_ANSWER;
      places = PlaceChoice.choose(words, gazetteer.find(words, answersUs), people, ordinary);
      ages = Ages.read(words, people, caredFor);
      phone = PhoneNumbers.read(words);
      ringTime = RingTimes.read(words);
    }

    SlotFindings findings() {
      Optional<PlaceMention> place = places.place();
      Slots slots =
          new Slots(
              place.map(PlaceMention::place),
              relation(),
              YoungCarer.read(words, ages.carers().map(Ages.Age::years)),
              ofThePerson(),
              places.carers().map(PlaceMention::place),
              places.other().map(PlaceMention::place),
              place.flatMap(PlaceMention::postcode),
              ages.carers().map(Ages.Age::years),
              ages.caredFors().map(Ages.Age::years),
              phone.map(PhoneNumbers.PhoneNumber::digits),
              ringTime.map(time -> said(time.first(), time.last())));
      Set<String> topics = new LinkedHashSet<>();
      named.forEach(condition -> topics.add(condition.condition().topic()));
      explain(slots);
      return new SlotFindings(
          slots,
          found,
          List.copyOf(topics),
          place.isPresent() && PlaceCues.isAlone(words, place.get()));
    }

    private Optional<String> relation() {
      return caredFor
          .map(Relations.Person::id)
          .or(() -> ages.ownChild() ? Optional.of("child") : Optional.empty());
    }

    private List<String> ofThePerson() {
      return named.stream()
          .filter(condition -> !condition.ofTheCarer() && !isOfTheDead(condition))
          .map(condition -> condition.condition().id())
          .distinct()
          .toList();
    }

    /// `my mum died last week, she had dementia`.
    private boolean isOfTheDead(Conditions.Named condition) {
      for (int i = people.size() - 1; i >= 0; i--) {
        Relations.Person person = people.get(i);
        if (person.first() < condition.first()) {
          return person.isDead() && (caredFor.isEmpty() || isAbout(person, condition));
        }
      }
      return false;
    }

    /// Whether nothing between a person and a condition begins to speak of somebody else.
    private boolean isAbout(Relations.Person person, Conditions.Named condition) {
      for (int i = person.last() + 1; i < condition.first(); i++) {
        if (SOMEBODY_ELSE.contains(words.get(i).text())) {
          return false;
        }
      }
      return words.get(person.last()).sentence() == words.get(condition.first()).sentence();
    }

    private String said(int first, int last) {
      return utterance.substring(words.get(first).start(), words.get(last).end());
    }

    private void explain(Slots slots) {
      places.place().ifPresent(p -> add("place", p.place().name(), p.first(), p.last()));
      places.carers().ifPresent(p -> add("carer's place", p.place().name(), p.first(), p.last()));
      places
          .place()
          .ifPresent(
              p -> p.postcode().ifPresent(code -> add("postcode", code, p.first(), p.last())));
      caredFor.ifPresent(p -> add("relation", p.id(), p.first(), p.last()));
      if (caredFor.isEmpty() && ages.ownChild()) {
        ages.caredFors().ifPresent(a -> add("relation", "child", a.first(), a.last()));
      }
      for (Conditions.Named condition : named) {
        add(
            condition.ofTheCarer() ? "condition of the carer" : "condition",
            condition.condition().id(),
            condition.first(),
            condition.last());
      }
      ages.carers().ifPresent(a -> add("carer's age", "" + a.years(), a.first(), a.last()));
      ages.caredFors()
          .ifPresent(a -> add("age of the person cared for", "" + a.years(), a.first(), a.last()));
      slots
          .youngCarer()
          .ifPresent(young -> add("young carer", young.toString(), 0, words.size() - 1));
      phone.ifPresent(p -> add("phone", p.digits(), p.first(), p.last()));
      ringTime.ifPresent(t -> add("ring time", said(t.first(), t.last()), t.first(), t.last()));
    }

    private void add(String slot, String value, int first, int last) {
      found.add(
          new SlotFindings.Found(slot, value, words.get(first).start(), words.get(last).end()));
    }
  }
}
