package org.carersignpost.knowledge.openreferral;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.carersignpost.knowledge.files.Attribute;
import org.carersignpost.knowledge.files.Organization;
import org.carersignpost.knowledge.files.Schedule;
import org.carersignpost.knowledge.files.ServiceAtLocation;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.openreferral.Terms.PublishedTaxonomy;
import org.carersignpost.knowledge.openreferral.Terms.Term;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Makes of records what is published of them: the fields of Open Referral, with those of the UK
/// profile and the international ones side by side, and nothing that is ours alone.
///
/// What is empty is left out.
final class Trees {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Terms terms;
  private final ZoneId zone;

  /// @param zone where days of records begin
  Trees(Terms terms, ZoneId zone) {
    this.terms = terms;
    this.zone = zone;
  }

  /// A service with everything in it.
  ObjectNode service(ServiceRecord service) {
    ObjectNode tree = JSON.valueToTree(service);
    tree.remove("signpost");
    // The specification wants a moment where files have a day.
    service
        .lastModified()
        .map(day -> day.atStartOfDay(zone).toOffsetDateTime().toString())
        .ifPresent(moment -> tree.put("last_modified", moment));
    speakOfBankHolidays(tree, service.schedules());
    for (int i = 0; i < service.phones().size(); i++) {
      speakOfBankHolidays(tree.path("phones").path(i), service.phones().get(i).schedules());
    }
    for (int i = 0; i < service.attributes().size(); i++) {
      ObjectNode attribute = (ObjectNode) tree.path("attributes").path(i);
      classify(attribute, service.attributes().get(i));
    }
    return tree;
  }

  private void classify(ObjectNode tree, Attribute attribute) {
    Term term = terms.of(attribute.taxonomyTerm());
    tree.put("taxonomy_term_id", term.id().toString());
    tree.set("taxonomy_term", term(term));
  }

  /// Readers who know only the specification must not take hours of bank holidays for those of
  /// every day.
  private static void speakOfBankHolidays(JsonNode of, List<Schedule> schedules) {
    for (int i = 0; i < schedules.size(); i++) {
      ObjectNode tree = (ObjectNode) of.path("schedules").path(i);
      String known = schedules.get(i).description().orElse("");
      schedules
          .get(i)
          .bankHolidays()
          .map(bankHolidays -> joined(known, inWords(bankHolidays)))
          .ifPresent(words -> tree.put("description", words));
    }
  }

  private static String joined(String known, String words) {
    boolean isSentence = known.isEmpty() || known.endsWith(".");
    return (isSentence ? known + " " : known + ". ").concat(words).strip();
  }

  private static String inWords(Schedule.OnBankHolidays bankHolidays) {
    return switch (bankHolidays) {
      case OPEN -> "Also on bank holidays.";
      case CLOSED -> "Not on bank holidays.";
      case ONLY -> "Only on bank holidays.";
    };
  }

  /// A service at one of its sites.
  ///
  /// @param service what [#service] made
  ObjectNode site(ServiceAtLocation site, ObjectNode service) {
    ObjectNode tree = JSON.valueToTree(site);
    ObjectNode its = direct(service);
    if (service.has("phones")) {
      its.set("phones", service.get("phones"));
    }
    tree.set("service", its);
    return tree;
  }

  /// An organisation with the names of its services.
  ObjectNode organization(Organization organization, List<ServiceRecord> services) {
    ObjectNode tree = JSON.valueToTree(organization);
    ArrayNode list = tree.putArray("services");
    services.forEach(service ->
        list.addObject()
            .put("id", service.id().toString())
            .put("name", service.name())
            .set("status", JSON.valueToTree(service.status())));
    return tree;
  }

  /// A taxonomy with its terms.
  ObjectNode taxonomy(PublishedTaxonomy taxonomy, List<Term> all) {
    ObjectNode tree =
        JSON.createObjectNode()
            .put("id", taxonomy.id().toString())
            .put("name", taxonomy.name())
            .put("description", taxonomy.description());
    ArrayNode list = tree.putArray("taxonomy_terms");
    all.forEach(term -> list.add(term(term)));
    return tree;
  }

  ObjectNode term(Term term) {
    ObjectNode tree =
        JSON.createObjectNode()
            .put("id", term.id().toString())
            .put("code", term.code())
            .put("name", term.name())
            .put("term", term.name())
            .put("description", term.description());
    term.parent().ifPresent(parent -> tree.put("parent_id", parent.toString()));
    tree.put("taxonomy", term.taxonomy().name());
    tree.put("taxonomy_id", term.taxonomy().id().toString());
    term.uri().ifPresent(uri -> tree.put("term_uri", uri));
    return tree;
  }

  /// What lists show of a record: its own values, and the same of the records it belongs to.
  static ObjectNode direct(ObjectNode full) {
    ObjectNode direct = JSON.createObjectNode();
    full.properties()
        .forEach(field -> {
          JsonNode value = field.getValue();
          if (value instanceof ObjectNode one) {
            direct.set(field.getKey(), direct(one));
          } else if (!value.isArray()) {
            direct.set(field.getKey(), value);
          }
        });
    return direct;
  }

  /// A record with one of its fields replaced by what is JSON already.
  static byte[] with(byte[] record, String field, byte[] json) {
    ObjectNode tree = (ObjectNode) JSON.readTree(record);
    tree.set(
        field,
        JSON.getNodeFactory().rawValueNode(new RawValue(new String(json, StandardCharsets.UTF_8))));
    return bytes(tree);
  }

  static byte[] bytes(JsonNode tree) {
    return JSON.writeValueAsBytes(tree);
  }
}
