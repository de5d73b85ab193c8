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
  /// Words that may stand beside a place in a message that is nothing but a place.
  private static final Set<String> AROUND_A_PLACE =
      Set.of(
          ("i im am we were are live lives living in at near nr by from just outside around the a"
                  + " its it is my our postcode post code town village area place address hi hello"
                  + " hey please pls plz thanks thank you ta ok yes yeah um er sorry so to us me"
                  + " based mum dad she shes he hes they theyre mums dads home house here"
                  + " hampshire hants uk england close side of north south east west centre")
              .split(" "));

  private static final int MOST_WORDS_OF_AN_ANSWER = 8;
  private static final int MOST_WORDS_OF_A_PLACE_ALONE = 10;

  private final Gazetteer gazetteer;
  private final Relations relations;
  private final Conditions conditions;

  private SlotReader(Gazetteer gazetteer, Relations relations, Conditions conditions) {
    this.gazetteer = gazetteer;
    this.relations = relations;
    this.conditions = conditions;
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
        new Conditions(taxonomy.conditions(), ordinary));
  }

  /// What an utterance says.
  ///
  /// @param asked whether we have just asked for the place, so that a short answer is one
  public SlotFindings read(List<Word> words, boolean asked) {
    if (words.isEmpty()) {
      return new SlotFindings(Slots.NONE, List.of(), List.of(), false);
    }
    List<Relations.Person> people = relations.find(words);
    List<Conditions.Named> named = conditions.find(words);
    boolean answersUs = asked && words.size() <= MOST_WORDS_OF_AN_ANSWER;
    List<PlaceMention> places = gazetteer.find(words, answersUs);
    Optional<PlaceMention> place = PlaceChoice.choose(words, places, people);
    Optional<Relations.Person> caredFor = Relations.caredFor(people);
    Slots slots =
        new Slots(
            place.map(PlaceMention::place),
            caredFor.map(Relations.Person::id),
            CarerAge.isUnder18(words),
            ofThePerson(named));
    Set<String> topics = new LinkedHashSet<>();
    named.forEach(condition -> topics.add(condition.condition().topic()));
    return new SlotFindings(
        slots,
        found(words, place, caredFor, named, slots),
        List.copyOf(topics),
        place.isPresent() && isOnlyPlace(words, place.get()));
  }

  private static List<String> ofThePerson(List<Conditions.Named> named) {
    return named.stream()
        .filter(condition -> !condition.ofTheCarer())
        .map(condition -> condition.condition().id())
        .distinct()
        .toList();
  }

  private static boolean isOnlyPlace(List<Word> words, PlaceMention place) {
    if (words.size() > MOST_WORDS_OF_A_PLACE_ALONE) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      boolean outside = i < place.first() || i > place.last();
      if (outside && !AROUND_A_PLACE.contains(words.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private static List<SlotFindings.Found> found(
      List<Word> words,
      Optional<PlaceMention> place,
      Optional<Relations.Person> caredFor,
      List<Conditions.Named> named,
      Slots slots) {
    List<SlotFindings.Found> found = new ArrayList<>();
    place.ifPresent(p -> found.add(found("place", p.place().name(), words, p.first(), p.last())));
    caredFor.ifPresent(p -> found.add(found("relation", p.id(), words, p.first(), p.last())));
    for (Conditions.Named condition : named) {
      String slot = condition.ofTheCarer() ? "condition of the carer" : "condition";
      found.add(
          found(slot, condition.condition().id(), words, condition.first(), condition.last()));
    }
    slots
        .youngCarer()
        .ifPresent(
            young -> found.add(found("young carer", young.toString(), words, 0, words.size() - 1)));
    return found;
  }

  private static SlotFindings.Found found(
      String slot, String value, List<Word> words, int first, int last) {
    return new SlotFindings.Found(slot, value, words.get(first).start(), words.get(last).end());
  }
}
