package org.carersignpost.understanding.slots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.dialogue.Place;
import org.carersignpost.understanding.words.OrdinaryWords;
import org.carersignpost.understanding.words.Word;
import org.carersignpost.understanding.words.Words;

/// The places of `knowledge-base/places.csv`, found in what carers write.
///
/// A place that is spelt like an everyday word or a first name counts only where it stands like a
/// place: after `in`, `near` or `live`, with a capital in the middle of a sentence, or as the
/// answer to our question.
final class Gazetteer {
  private static final int SHORTEST_WITH_ONE_EDIT = 5;
  private static final int SHORTEST_WITH_TWO_EDITS = 8;
  private static final int SHORT_ANSWER = 3;
  private static final String HEADER = "name,kind,area,council,note";
  private static final String ALIASES_HEADER = "alias,name";

  private static final Set<String> BEFORE_PLACES =
      Set.of(
          "in", "from", "near", "nr", "at", "live", "lives", "living", "lived", "around", "outside",
          "round", "towards", "to");
  private static final Set<String> BEFORE_PLACES_NEVER_NAMES =
      Set.of("in", "near", "nr", "live", "lives", "living", "around", "outside");
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
          "place");

  private static final Set<String> BETWEEN_PLACES =
      Set.of("in", "near", "nr", "at", "by", "hampshire", "hants", "postcode", "code", "area");

  private final Phrases<Place> names;
  private final Postcodes postcodes = new Postcodes();
  private final OrdinaryWords ordinary;

  private Gazetteer(OrdinaryWords ordinary) {
    this.ordinary = ordinary;
    this.names = new Phrases<>(SHORTEST_WITH_ONE_EDIT, SHORTEST_WITH_TWO_EDITS, ordinary);
  }

  /// Reads the places, and other names for them where there are any.
  ///
  /// @throws IllegalArgumentException if a line cannot be used; the message names it
  static Gazetteer load(Path places, Path aliases, OrdinaryWords ordinary) {
    Gazetteer gazetteer = new Gazetteer(ordinary);
    Map<String, Place> byName = new HashMap<>();
    Map<String, Place> areas = new HashMap<>();
    for (List<String> row : rows(places, HEADER)) {
      Place place = place(row);
      byName.put(place.name(), place);
      if (place.kind() == Place.Kind.POSTCODE) {
        gazetteer.postcodes.add(place.name(), place);
      } else {
        gazetteer.add(place.name(), place);
      }
      if (place.kind() == Place.Kind.TOWN && !place.isAmbiguous()) {
        String area = place.areas().getFirst();
        areas.put(area, new Place(area, List.of(area), Place.Kind.TOWN, ""));
      }
    }
    // A council's own name, such as "New Forest", is a place too.
    areas.forEach(gazetteer::add);
    areas.forEach(byName::putIfAbsent);
    if (Files.exists(aliases)) {
      for (List<String> row : rows(aliases, ALIASES_HEADER)) {
        Place place = byName.get(row.get(1));
        if (place == null) {
          throw new IllegalArgumentException(aliases + " names no place: " + row.get(1));
        }
        gazetteer.add(row.get(0), place);
      }
    }
    return gazetteer;
  }

  private void add(String name, Place place) {
    // Between two places a misspelt name is rather the one that we cover.
    boolean lesser = place.isOutside();
    names.add(name, place, lesser);
    String plain = Words.plain(name);
    if (plain.contains(" ")) {
      names.add(plain.replace(" ", ""), place, lesser);
    }
    if (plain.startsWith("st ")) {
      names.add("saint" + plain.substring(2), place, lesser);
    }
  }

  private static Place place(List<String> row) {
    List<String> areas = Arrays.asList(row.get(2).split(";"));
    return switch (row.get(1)) {
      case "place" -> new Place(row.get(0), areas, Place.Kind.TOWN, "");
      case "outcode" -> new Place(row.get(0), areas, Place.Kind.POSTCODE, "");
      case "outside" ->
          new Place(row.get(0), areas, Place.Kind.OUTSIDE, row.get(3).replace(";", " or "));
      default -> throw new IllegalArgumentException("unknown kind of place: " + row);
    };
  }

  private static List<List<String>> rows(Path file, String header) {
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (lines.isEmpty() || !lines.getFirst().equals(header)) {
        throw new IllegalArgumentException(file + " must begin with: " + header);
      }
      int columns = Csv.values(header).size();
      List<List<String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> row = Csv.values(line);
        if (row.size() != columns) {
          throw new IllegalArgumentException(file + " needs " + columns + " values in: " + line);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read.", e);
    }
  }

  /// Every place named, in the order of the words.
  ///
  /// @param asked whether we have just asked for the place
  List<PlaceMention> find(List<Word> words, boolean asked) {
    List<PlaceMention> found = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Optional<PlaceMention> mention = at(words, i, asked);
      mention.ifPresent(found::add);
      i = mention.map(m -> m.last() + 1).orElse(i + 1);
    }
    return narrowed(words, found);
  }

  private Optional<PlaceMention> at(List<Word> words, int first, boolean asked) {
    boolean nothingElse = words.size() - first <= 2 && first <= 1;
    Optional<PlaceMention> postcode = postcodes.at(words, first, asked || nothingElse);
    return postcode.isPresent()
        ? postcode
        : names
            .at(words, first)
            .map(f ->
                new PlaceMention(f.meaning(), f.first(), f.last(), f.misspelt(), Optional.empty()))
            .filter(
                mention -> (asked && isAnswer(words, mention)) || standsLikePlace(words, mention));
  }

  /// Whether a mention counts as the answer to our question for the place.
  private boolean isAnswer(List<Word> words, PlaceMention mention) {
    String name = Words.plain(mention.place().name());
    return words.size() <= SHORT_ANSWER
        || !(ordinary.isFirstName(name) || ordinary.isVeryCommon(name));
  }

  private boolean standsLikePlace(List<Word> words, PlaceMention mention) {
    String said =
        String.join(
            " ",
            words.subList(mention.first(), mention.last() + 1).stream().map(Word::text).toList());
    String name = mention.misspelt() ? Words.plain(mention.place().name()) : said;
    boolean firstName = ordinary.isFirstName(name);
    boolean everyday = ordinary.lists(name);
    if (!firstName && !everyday) {
      return true;
    }
    if (mention.first() == 0 && mention.last() == words.size() - 1) {
      return !ordinary.isVeryCommon(name);
    }
    String before = before(words, mention, 1);
    if (firstName) {
      return BEFORE_PLACES_NEVER_NAMES.contains(before);
    }
    boolean afterCue = BEFORE_PLACES.contains(before);
    if (ordinary.isVeryCommon(name)) {
      return afterCue && STAYING.contains(before(words, mention, 2));
    }
    return (afterCue && !before.equals("to"))
        || (afterCue && STAYING.contains(before(words, mention, 2)))
        || isCapitalMidSentence(words, mention);
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

  private static boolean isBeside(List<Word> words, PlaceMention mention, PlaceMention next) {
    int between = next.first() - mention.last() - 1;
    return between == 0
        || (between == 1 && BETWEEN_PLACES.contains(words.get(mention.last() + 1).text()));
  }

  /// Two places side by side explain each other: `Hook, Fareham`, `Whiteley PO15`.
  private static List<PlaceMention> narrowed(List<Word> words, List<PlaceMention> found) {
    List<PlaceMention> result = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      PlaceMention mention = found.get(i);
      if (i + 1 < found.size() && isBeside(words, mention, found.get(i + 1))) {
        Set<String> shared = new LinkedHashSet<>(mention.place().areas());
        shared.retainAll(found.get(i + 1).place().areas());
        if (!shared.isEmpty()) {
          Place place = mention.place();
          Place narrower =
              new Place(place.name(), List.copyOf(shared), place.kind(), place.council());
          result.add(
              new PlaceMention(
                  narrower,
                  mention.first(),
                  found.get(i + 1).last(),
                  mention.misspelt(),
                  found.get(i + 1).postcode().or(mention::postcode)));
          i++;
          continue;
        }
      }
      result.add(mention);
    }
    return result;
  }
}
