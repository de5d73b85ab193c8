package org.carersignpost.knowledge.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.dialogue.Place;
import org.carersignpost.knowledge.files.Areas.Area;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.ServiceArea;
import tools.jackson.databind.JsonNode;

/// Where a service of a feed is available, in our areas.
///
/// What it says itself counts first; then where its sites are; then what the feed is known to
/// cover. A service that names only areas which are not ours covers none.
final class FeedAreas {
  private static final Pattern CODE = Pattern.compile("\\b([EKNSWJ][0-9]{8})\\b");
  private static final Pattern COUNCIL =
      Pattern.compile(
          "\\b(?:(?:county|city|borough|district|town|unitary|parish)(?: council)?|council|the|of|all|whole"
              + "|area|wide|residents?)\\b");
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "united kingdom", "uk",
          "great britain", "uk",
          "gb", "uk",
          "national", "uk",
          "nationwide", "uk",
          "uk wide", "uk",
          "hants", "hampshire",
          "iow", "isle wight");

  private final KnowledgeBase base;
  private final Map<String, Area> byName = new LinkedHashMap<>();

  FeedAreas(KnowledgeBase base) {
    this.base = base;
    base.areas().all().forEach(area -> byName.put(plain(area.name()), area));
  }

  /// @param defaults names of the areas that the feed as a whole covers
  List<ServiceArea> of(JsonNode tree, UUID service, List<String> defaults) {
    Set<Area> covered = new LinkedHashSet<>();
    boolean elsewhere = false;
    for (JsonNode area : Fields.objects(tree, "service_areas")) {
      Optional<String> code = code(area);
      List<Area> known = code.isPresent() ? ofCode(code.get()) : ofName(area);
      covered.addAll(known);
      elsewhere |= known.isEmpty() && (code.isPresent() || isOutside(area));
    }
    if (covered.isEmpty() && !elsewhere) {
      FeedSites.places(tree).forEach(place -> covered.addAll(ofPlace(place)));
    }
    if (covered.isEmpty() && !elsewhere) {
      defaults.forEach(name -> base.areas().named(name).ifPresent(covered::add));
    }
    return covered.stream().map(area -> serviceArea(area, service)).toList();
  }

  private static ServiceArea serviceArea(Area area, UUID service) {
    return new ServiceArea(
        Ids.made(service.toString(), "area", area.code()),
        area.name(),
        area.code(),
        "ons_code",
        Optional.of("http://statistics.data.gov.uk/id/statistical-geography/" + area.code()));
  }

  private boolean isOutside(JsonNode area) {
    return Fields.text(area, "name")
        .flatMap(name -> base.places().named(name))
        .filter(Place::isOutside)
        .isPresent();
  }

  private static Optional<String> code(JsonNode area) {
    for (String name : List.of("extent", "uri")) {
      Matcher matcher = CODE.matcher(Fields.text(area, name).orElse(""));
      if (matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  private List<Area> ofCode(String code) {
    return base.areas().ofCode(code).map(List::of).orElse(List.of());
  }

  private List<Area> ofName(JsonNode area) {
    List<Area> known = new ArrayList<>();
    for (String field : List.of("name", "service_area")) {
      Fields.text(area, field)
          .ifPresent(written -> {
            for (String name : written.split("[,;/]| and ")) {
              String plain = plain(name);
              Area named = byName.get(OTHER_NAMES.getOrDefault(plain, plain));
              if (named == null) {
                known.addAll(ofPlace(name.strip()));
              } else {
                known.add(named);
              }
            }
            // Names with "and" in them, such as Basingstoke and Deane.
            Optional.ofNullable(byName.get(plain(written))).ifPresent(known::add);
          });
    }
    return known;
  }

  private List<Area> ofPlace(String name) {
    return base.places()
        .named(name)
        .filter(place -> place.kind() != Place.Kind.OUTSIDE)
        .map(place ->
            place.areas().stream().flatMap(area -> base.areas().named(area).stream()).toList())
        .orElse(List.of());
  }

  private static String plain(String name) {
    String words = name.toLowerCase(Locale.ROOT).replace("&", " and ").replaceAll("[^a-z ]", " ");
    return COUNCIL.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
  }
}
