package org.carersignpost.understanding.slots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
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
/// Names that may be something else count only where they stand like a place: see [PlaceCues].
final class Gazetteer {
  private static final int SHORTEST_WITH_ONE_EDIT = 5;
  private static final int SHORTEST_WITH_TWO_EDITS = 8;

  /// Towns far away are many, and a slip of the thumb is sooner one of them by chance.
  private static final int SHORTEST_FAR_WITH_ONE_EDIT = 7;

  private static final int SHORTEST_FAR_WITH_TWO_EDITS = 10;

  /// A name in two words such as `cow plain` is at least this long without the gap.
  private static final int SHORTEST_WITH_GAP = 7;

  private static final int MOST_PARTS = 2;
  private static final String FAR = "far";
  private static final String HEADER = "name,kind,area,council,note";
  private static final String ALIASES_HEADER = "alias,name";

  private static final Set<String> BETWEEN_PLACES =
      Set.of("in", "near", "nr", "at", "by", "hampshire", "hants", "postcode", "code", "area");

  private final Phrases<Place> names;
  private final Phrases<Place> farNames;
  private final Postcodes postcodes = new Postcodes();
  private final PlaceCues cues;

  private Gazetteer(OrdinaryWords ordinary) {
    this.cues = new PlaceCues(ordinary);
    this.names = new Phrases<>(SHORTEST_WITH_ONE_EDIT, SHORTEST_WITH_TWO_EDITS, ordinary);
    this.farNames =
        new Phrases<>(SHORTEST_FAR_WITH_ONE_EDIT, SHORTEST_FAR_WITH_TWO_EDITS, ordinary);
  }

  /// Reads the places, and other names for them where there are any.
  ///
  /// @throws IllegalArgumentException if a line cannot be used; the message names it
  static Gazetteer load(Path places, Path aliases, OrdinaryWords ordinary) {
    Gazetteer gazetteer = new Gazetteer(ordinary);
    Map<String, Place> byName = new HashMap<>();
    Map<String, Place> areas = new HashMap<>();
    Set<String> far = new HashSet<>();
    for (List<String> row : rows(places, HEADER)) {
      Place place = place(row);
      byName.put(place.name(), place);
      if (place.kind() == Place.Kind.POSTCODE) {
        gazetteer.postcodes.add(place.name(), place);
      } else if (row.get(4).equals(FAR)) {
        far.add(place.name());
        add(gazetteer.farNames, place.name(), place);
      } else {
        add(gazetteer.names, place.name(), place);
      }
      if (place.kind() == Place.Kind.TOWN && !place.isAmbiguous()) {
        String area = place.areas().getFirst();
        areas.put(area, new Place(area, List.of(area), Place.Kind.TOWN, ""));
      }
    }
    // A council's own name, such as "New Forest", is a place too.
    areas.forEach((name, area) -> add(gazetteer.names, name, area));
    areas.forEach(byName::putIfAbsent);
    if (Files.exists(aliases)) {
      for (List<String> row : rows(aliases, ALIASES_HEADER)) {
        Place place = byName.get(row.get(1));
        if (place == null) {
          throw new IllegalArgumentException(aliases + " names no place: " + row.get(1));
        }
        Phrases<Place> names = far.contains(place.name()) ? gazetteer.farNames : gazetteer.names;
        add(names, row.get(0), place);
      }
    }
    return gazetteer;
  }

  private static void add(Phrases<Place> names, String name, Place place) {
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
    if (postcode.isPresent()) {
      return postcode;
    }
    Optional<PlaceMention> near = mention(names, words, first);
    Optional<PlaceMention> far = mention(farNames, words, first);
    if (far.isPresent() && (near.isEmpty() || isSurer(far.get(), near.get()))) {
      return far.filter(town -> isNamed(words, town, asked) && isTown(words, town, asked));
    }
    Optional<PlaceMention> parts =
        near.filter(place -> !place.misspelt()).isPresent()
            ? Optional.empty()
            : inParts(words, first).filter(town -> isTown(words, town, asked));
    return parts.or(() -> near.filter(place -> isNamed(words, place, asked)));
  }

  private static Optional<PlaceMention> mention(Phrases<Place> names, List<Word> words, int first) {
    return names
        .at(words, first)
        .map(found ->
            new PlaceMention(
                found.meaning(), found.first(), found.last(), found.misspelt(), Optional.empty()));
  }

  /// A name spelt right beats one spelt wrong that is no longer, and of two spelt right the longer.
  private static boolean isSurer(PlaceMention far, PlaceMention near) {
    return !far.misspelt()
        && (near.misspelt() ? far.last() >= near.last() : far.last() > near.last());
  }

  private boolean isNamed(List<Word> words, PlaceMention place, boolean asked) {
    return (asked && cues.isAnswer(words, place)) || cues.standsLikePlace(words, place);
  }

  private boolean isTown(List<Word> words, PlaceMention town, boolean asked) {
    return (asked && cues.isAnswer(words, town)) || cues.standsLikeTown(words, town);
  }

  /// A name of one word that was written as two: `cow plain`, `lip hook`.
  private Optional<PlaceMention> inParts(List<Word> words, int first) {
    int last = first + MOST_PARTS - 1;
    if (last >= words.size() || words.get(last).clause() != words.get(first).clause()) {
      return Optional.empty();
    }
    String joined = words.get(first).text() + words.get(last).text();
    return joined.length() < SHORTEST_WITH_GAP
        ? Optional.empty()
        : names
            .meaning(joined)
            .map(place -> new PlaceMention(place, first, last, true, Optional.empty()));
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
