package org.carersignpost.knowledge.feeds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns a service of version 1.0 into the shape of 3.0. Reviews are left out.
final class VersionOne {
  private static final List<String> OWN =
      List.of(
          "regular_schedules",
          "holiday_schedules",
          "eligibilitys",
          "service_taxonomys",
          "fundings");

  private VersionOne() {}

  /// Whether a record has names that only version 1.0 knows.
  static boolean isLike(JsonNode service) {
    return OWN.stream().anyMatch(service::has);
  }

  /// Changes the tree itself; in what already has the shape of 3.0 nothing is changed.
  static void toThree(ObjectNode service) {
    hours(service);
    eligibility(service);
    terms(service);
    if (!service.has("funding") && service.has("fundings")) {
      service.set("funding", service.path("fundings"));
    }
    if (!service.has("status")) {
      service.put("status", "active");
    }
    rename(service.path("organization"), "url", "website");
    Fields.objects(service, "languages").forEach(language -> rename(language, "language", "name"));
    Fields.objects(service, "service_areas").forEach(area -> rename(area, "service_area", "name"));
    for (JsonNode at : Fields.objects(service, "service_at_locations")) {
      hours((ObjectNode) at);
      if (at.path("location") instanceof ObjectNode location) {
        location(location);
      }
    }
    service.remove("reviews");
  }

  private static void rename(JsonNode node, String old, String name) {
    if (node instanceof ObjectNode object && object.has(old) && !object.has(name)) {
      object.set(name, object.path(old));
    }
  }

  private static void location(ObjectNode location) {
    hours(location);
    rename(location, "physical_addresses", "addresses");
    if (!location.has("location_type")) {
      location.put(
          "location_type",
          Fields.objects(location, "addresses").isEmpty() ? "virtual" : "physical");
    }
  }

  private static void hours(ObjectNode node) {
    List<JsonNode> entries = new ArrayList<>(Fields.objects(node, "schedules"));
    for (String name : List.of("regular_schedules", "regular_schedule")) {
      entries.addAll(Fields.objects(node, name));
    }
    for (String name : List.of("holiday_schedules", "holiday_schedule")) {
      Fields.objects(node, name).forEach(holiday -> entries.add(dated((ObjectNode) holiday)));
    }
    if (!entries.isEmpty()) {
      ArrayNode schedules = node.putArray("schedules");
      entries.forEach(schedules::add);
    }
  }

  private static ObjectNode dated(ObjectNode holiday) {
    rename(holiday, "start_date", "valid_from");
    rename(holiday, "end_date", "valid_to");
    rename(holiday, "open_at", "opens_at");
    holiday.remove(List.of("freq", "byday", "bymonthday"));
    if (Fields.isTrue(holiday, "closed")) {
      holiday.remove(List.of("opens_at", "closes_at"));
    }
    return holiday;
  }

  /// Several rules become the widest ages of all, and their words one after another.
  private static void eligibility(ObjectNode service) {
    List<JsonNode> rules = Fields.objects(service, "eligibilitys");
    if (rules.isEmpty()) {
      return;
    }
    List<BigDecimal> youngest = ages(rules, "minimum_age");
    List<BigDecimal> oldest = ages(rules, "maximum_age");
    // A rule without a limit is open to all on that side.
    if (!service.has("minimum_age") && youngest.size() == rules.size()) {
      service.put("minimum_age", youngest.stream().min(Comparator.naturalOrder()).orElseThrow());
    }
    if (!service.has("maximum_age") && oldest.size() == rules.size()) {
      service.put("maximum_age", oldest.stream().max(Comparator.naturalOrder()).orElseThrow());
    }
    String words =
        String.join(
            "; ",
            rules.stream().flatMap(rule -> Fields.text(rule, "eligibility").stream()).toList());
    if (!service.has("eligibility_description") && !words.isEmpty()) {
      service.put("eligibility_description", words);
    }
  }

  private static List<BigDecimal> ages(List<JsonNode> rules, String name) {
    return rules.stream().flatMap(rule -> Fields.number(rule, name).stream()).toList();
  }

  private static void terms(ObjectNode service) {
    List<JsonNode> links = Fields.objects(service, "service_taxonomys");
    if (service.has("attributes") || links.isEmpty()) {
      return;
    }
    ArrayNode attributes = service.putArray("attributes");
    for (JsonNode link : links) {
      JsonNode taxonomy = link.path("taxonomy");
      ObjectNode term = attributes.addObject().putObject("taxonomy_term");
      Optional<String> name = Fields.text(taxonomy, "name");
      name.ifPresent(given -> term.put("name", given));
      Fields.text(taxonomy, "vocabulary").ifPresent(given -> term.put("taxonomy", given));
      Fields.text(taxonomy, "id").ifPresent(given -> term.put("code", given));
    }
  }
}
