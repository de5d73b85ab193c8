package org.carersignpost.knowledge.feeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carersignpost.knowledge.files.Address;
import org.carersignpost.knowledge.files.Location;
import org.carersignpost.knowledge.files.ServiceAtLocation;
import tools.jackson.databind.JsonNode;

/// The sites of one service. An address without a sound postcode is left out.
final class FeedSites {
  private static final int MOST = 30;
  private static final int MOST_ADDRESSES = 3;
  private static final int LONGEST = 120;
  private static final Pattern POSTCODE =
      Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][ABD-HJLNP-UW-Z]{2})");

  private final String feed;
  private final UUID service;

  FeedSites(String feed, UUID service) {
    this.feed = feed;
    this.service = service;
  }

  List<ServiceAtLocation> of(JsonNode tree) {
    List<ServiceAtLocation> sites = new ArrayList<>();
    for (JsonNode at : Fields.objects(tree, "service_at_locations")) {
      JsonNode location = at.path("location");
      if (location.isObject() && sites.size() < MOST) {
        Location site = location(location);
        Optional<String> words = line(at, "description");
        UUID id = Ids.made(service.toString(), "at", site.id().toString());
        if (sites.stream().noneMatch(known -> known.id().equals(id))) {
          sites.add(new ServiceAtLocation(id, service, site.id(), words, site));
        }
      }
    }
    return sites;
  }

  /// The postcodes and towns of its sites, as far as they are given.
  static List<String> places(JsonNode tree) {
    List<String> places = new ArrayList<>();
    for (JsonNode at : Fields.objects(tree, "service_at_locations")) {
      for (JsonNode address : Fields.objects(at.path("location"), "addresses")) {
        Optional<String> district =
            postcode(address).map(code -> code.substring(0, code.indexOf(' ')));
        district.or(() -> line(address, "city")).ifPresent(places::add);
      }
    }
    return places;
  }

  private Location location(JsonNode location) {
    List<Address> addresses = new ArrayList<>();
    UUID id =
        Ids.kept(
            feed,
            "location",
            Fields.text(location, "id").orElseGet(() -> Ids.hash(location.toString())));
    for (JsonNode address : Fields.objects(location, "addresses")) {
      if (addresses.size() < MOST_ADDRESSES) {
        address(id, address).ifPresent(addresses::add);
      }
    }
    Location.Type type = type(Fields.text(location, "location_type"), !addresses.isEmpty());
    String name =
        line(location, "name")
            .or(() -> addresses.stream().map(Address::address1).findFirst())
            .orElse(type == Location.Type.VIRTUAL ? "By phone or online" : "Its own place");
    return new Location(
        id,
        type,
        name,
        line(location, "description"),
        degrees(location, "latitude", 90),
        degrees(location, "longitude", 180),
        addresses);
  }

  private static Location.Type type(Optional<String> given, boolean hasAddress) {
    return switch (given.orElse("").toLowerCase(Locale.ROOT)) {
      case "virtual" -> Location.Type.VIRTUAL;
      case "postal" -> Location.Type.POSTAL;
      case "physical" -> Location.Type.PHYSICAL;
      default -> hasAddress ? Location.Type.PHYSICAL : Location.Type.VIRTUAL;
    };
  }

  private static Optional<Address> address(UUID location, JsonNode address) {
    Optional<String> street = line(address, "address_1");
    Optional<String> city = line(address, "city");
    Optional<String> postcode = postcode(address);
    if (street.isEmpty() || city.isEmpty() || postcode.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            Ids.made(location.toString(), "address", street.get(), postcode.get()),
            street.get(),
            line(address, "address_2"),
            city.get(),
            line(address, "state_province").or(() -> line(address, "region")).orElse(city.get()),
            postcode.get(),
            "GB",
            type(Fields.text(address, "address_type"), true)));
  }

  private static Optional<String> postcode(JsonNode address) {
    return Fields.text(address, "postal_code")
        .map(code -> POSTCODE.matcher(code.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ")))
        .filter(Matcher::matches)
        .map(code -> code.group(1) + " " + code.group(2));
  }

  private static Optional<BigDecimal> degrees(JsonNode location, String name, int most) {
    return Fields.number(location, name).filter(degrees -> degrees.abs().intValue() < most);
  }

  private static Optional<String> line(JsonNode node, String name) {
    return Fields.text(node, name)
        .map(PlainText::of)
        .map(words -> PlainText.cut(words, LONGEST))
        .filter(words -> !words.isEmpty());
  }
}
