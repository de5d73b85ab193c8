package org.carersignpost.knowledge.feeds;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Fictional services in the shape of Open Referral UK 3.0: the same seed and number give the same
/// service. All numbers are kept for drama.
public final class GeneratedFeed {
  private static final List<String> KINDS =
      List.of(
          "Lunch club",
          "Memory cafe",
          "Sitting service",
          "Debt advice",
          "Minibus",
          "Carers' group");
  private static final List<String> TERMS =
      List.of(
          "Lunch clubs",
          "Dementia",
          "Respite",
          "Debt advice",
          "Community transport",
          "Something new");
  private static final List<String> PLACES =
      List.of("Winchester", "Havant", "Fareham", "Gosport", "Eastleigh", "New Forest");
  private static final List<String> CODES =
      List.of("E07000094", "E07000090", "E07000087", "E07000088", "E07000086", "E07000091");

  private final long seed;

  public GeneratedFeed(long seed) {
    this.seed = seed;
  }

  /// The id of the service of that number.
  public String id(int number) {
    return Ids.made("generated", Long.toString(seed), Integer.toString(number)).toString();
  }

  /// All that the feed knows of it.
  ///
  /// @param edition which of its later changes it shows
  public ObjectNode whole(int number, int edition) {
    Random random = new Random(seed * 1_000_003 + number);
    int kind = random.nextInt(KINDS.size());
    int place = random.nextInt(PLACES.size());
    ObjectNode service = listed(number, edition);
    ObjectNode phone = service.putArray("phones").addObject();
    phone.put("id", Ids.made(id(number), "phone").toString());
    phone.put("number", "01632 960%03d".formatted(number % 1_000)).put("type", "voice");
    ObjectNode hours = service.putArray("schedules").addObject();
    hours.put("id", Ids.made(id(number), "hours").toString()).put("freq", "WEEKLY");
    hours.put("byday", "MO,WE").put("opens_at", "09:30:00").put("closes_at", "12:00:00");
    ObjectNode area = service.putArray("service_areas").addObject();
    area.put("id", Ids.made(id(number), "area").toString()).put("name", PLACES.get(place));
    area.put("extent", CODES.get(place)).put("extent_type", "ons_code");
    ObjectNode organization = service.putObject("organization");
    organization.put("id", Ids.made(id(number / 7), "organization").toString());
    organization
        .put("name", "Fictional Trust " + number / 7)
        .put("description", "A fictional charity.");
    ArrayNode attributes = service.putArray("attributes");
    ObjectNode term = attributes.addObject().put("id", id(number)).putObject("taxonomy_term");
    term.put("id", Ids.made("term", TERMS.get(kind)).toString()).put("name", TERMS.get(kind));
    term.put("taxonomy", "council");
    return service;
  }

  /// What the list shows of it.
  public ObjectNode listed(int number, int edition) {
    Random random = new Random(seed * 1_000_003 + number);
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String place = PLACES.get(random.nextInt(PLACES.size()));
    ObjectNode service = FeedLines.JSON.createObjectNode();
    service.put("id", id(number)).put("name", "%s %s %d".formatted(place, kind, number));
    service.put(
        "description",
        "<p>We offer a friendly %s in %s.</p> Edition %d."
            .formatted(kind.toLowerCase(Locale.ROOT), place, edition));
    service.put("status", "active").put("url", "https://example.org/services/" + number);
    service.put("assured_date", "2026-10-0" + (1 + number % 9));
    service.put("last_modified", "2026-10-%02dT09:00:00Z".formatted(10 + edition));
    return service;
  }
}
