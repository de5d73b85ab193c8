package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.knowledge.OfficialSchemas;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Taxonomy;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the feed tells of the real directory.
class FeedContentTests {
  private static final Knowledge KNOWLEDGE =
      new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf);
  private static final FeedProgram PROGRAM =
      new FeedProgram(KNOWLEDGE::written, InstantSource.system());
  private static final List<String> LISTS =
      List.of(
          "/services",
          "/services?full=true",
          "/services?minimal=true",
          "/organizations",
          "/organizations?full=true",
          "/organizations?full_service=true",
          "/service_at_locations",
          "/service_at_locations?full=true",
          "/taxonomies",
          "/taxonomy_terms");

  private static List<ServiceRecord> active() {
    return KNOWLEDGE.written().services().stream().filter(ServiceRecord::isActive).toList();
  }

  @Test
  void everyActiveServiceIsThereAndNoOther() {
    assertThat(PROGRAM.ids("/services"))
        .containsExactlyInAnyOrderElementsOf(
            active().stream().map(service -> service.id().toString()).toList());
  }

  @Test
  void factsAreThoseOfTheFiles() {
    Map<String, JsonNode> told = new HashMap<>();
    PROGRAM.all("/services?full=true").forEach(each -> told.put(each.get("id").asString(), each));
    for (Path file : OfficialSchemas.filesIn(Path.of("knowledge-base/services"))) {
      ObjectNode written = (ObjectNode) Trees.JSON.readTree(OfficialSchemas.read(file));
      JsonNode found = told.remove(written.get("id").asString());
      written.remove("signpost");
      List<String> differences = new ArrayList<>();
      compare("", written, Objects.requireNonNull(found), differences);
      assertThat(differences).as(file.toString()).isEmpty();
    }
    assertThat(told).isEmpty();
  }

  /// Everything written is told, word for word but for what is said of bank holidays; only fields
  /// of the specification may be added.
  private static void compare(
      String path, JsonNode written, JsonNode told, List<String> differences) {
    if (written.isObject()) {
      written
          .properties()
          .forEach(field -> {
            JsonNode other = told.path(field.getKey());
            compare(path + "." + field.getKey(), field.getValue(), other, differences);
          });
      Set<String> added = new TreeSet<>(told.propertyNames());
      added.removeAll(written.propertyNames());
      added.removeAll(Set.of("taxonomy_term_id", "taxonomy_id", "term"));
      if (written.has("bank_holidays")) {
        added.remove("description");
      }
      added.forEach(name -> differences.add(path + "." + name + " is added"));
    } else if (written.isArray()) {
      for (int i = 0; i < Math.max(written.size(), told.size()); i++) {
        compare(path + "[" + i + "]", written.path(i), told.path(i), differences);
      }
    } else if (written.isNumber()
        ? written.decimalValue().compareTo(told.decimalValue()) != 0
        : !isSameText(path, written.asString(), told.asString(""))) {
      differences.add(path + ": " + written + " is told as " + told);
    }
  }

  private static boolean isSameText(String path, String written, String told) {
    return told.equals(written)
        || (path.contains("schedules")
            && told.startsWith(written)
            && told.contains("bank holiday"));
  }

  @Test
  void nothingOfOursAloneIsTold() {
    Set<String> ours =
        KNOWLEDGE.written().services().stream()
            .map(ServiceRecord::signpost)
            .flatMap(
                own -> Stream.concat(Stream.of(own.text(), own.spoken()), own.check().stream()))
            .collect(Collectors.toSet());
    for (String list : LISTS) {
      for (String page : PROGRAM.pages(list)) {
        assertThat(page).doesNotContain("\"signpost\"", "\"keywords\"", "\"confidence\"");
        assertThat(ours.stream().filter(words -> page.contains('"' + words + '"'))).isEmpty();
      }
    }
  }

  @Test
  void emptyValuesAreLeftOut() {
    for (String list : LISTS) {
      PROGRAM
          .all(list)
          .forEach(record -> {
            List<String> empty = new ArrayList<>();
            findEmpty("", record, empty);
            assertThat(empty).as(list).isEmpty();
          });
    }
  }

  private static void findEmpty(String path, JsonNode value, List<String> empty) {
    if (value.isContainer() ? value.isEmpty() : value.asString("").isBlank()) {
      empty.add(path);
    } else if (value.isObject()) {
      value.properties().forEach(f -> findEmpty(path + "." + f.getKey(), f.getValue(), empty));
    } else if (value.isArray()) {
      value.forEach(element -> findEmpty(path + "[]", element, empty));
    }
  }

  @Test
  void dearNumbersSayThatTheyAreCharged() {
    List<JsonNode> phones = new ArrayList<>();
    PROGRAM
        .all("/services?full=true")
        .forEach(service -> service.path("phones").forEach(phones::add));
    assertThat(phones)
        .isNotEmpty()
        .filteredOn(
            phone -> PhoneNumbers.parse(phone.get("number").asString()).orElseThrow().isCharged())
        .allSatisfy(phone ->
            assertThat(phone.get("description").asString()).containsIgnoringCase("charged"));
  }

  @Test
  void aTermHasOneIdAndOneMeaningEverywhere() {
    Map<String, JsonNode> terms = new HashMap<>();
    PROGRAM
        .all("/taxonomy_terms?per_page=100")
        .forEach(term -> terms.put(term.get("id").asString(), term));
    assertThat(terms.values())
        .extracting(term -> term.get("code").asString())
        .containsExactlyInAnyOrderElementsOf(
            KNOWLEDGE.written().taxonomy().topics().stream().map(Taxonomy.Topic::id).toList());

    for (JsonNode service : PROGRAM.all("/services?full=true")) {
      for (JsonNode attribute : service.get("attributes")) {
        JsonNode term = attribute.get("taxonomy_term");
        assertThat(term).isEqualTo(terms.get(term.get("id").asString()));
        assertThat(attribute.get("taxonomy_term_id")).isEqualTo(term.get("id"));
      }
    }
    JsonNode taxonomy = PROGRAM.all("/taxonomies").getFirst();
    assertThat(terms.values())
        .allSatisfy(term -> assertThat(term.get("taxonomy_id")).isEqualTo(taxonomy.get("id")));
    JsonNode whole = PROGRAM.json("/taxonomies/" + taxonomy.get("id").asString());
    assertThat(whole.get("taxonomy_terms").size()).isEqualTo(terms.size());
  }

  @Test
  void everyRecordOfAListCanBeAskedForAlone() {
    for (String list : List.of("/services", "/organizations", "/service_at_locations")) {
      for (JsonNode listed : PROGRAM.all(list + "?full=true")) {
        String id = listed.get("id").asString();
        assertThat(PROGRAM.json(list + "/" + id)).isEqualTo(listed);
      }
    }
  }

  @Test
  void organizationsNameTheirServicesAndServicesTheirOrganization() {
    Map<String, String> organizationOf = new HashMap<>();
    for (JsonNode organization : PROGRAM.all("/organizations?full=true")) {
      organization
          .get("services")
          .forEach(service ->
              organizationOf.put(service.get("id").asString(), organization.get("id").asString()));
    }
    assertThat(PROGRAM.all("/services"))
        .allSatisfy(service -> {
          String organization = organizationOf.get(service.get("id").asString());
          assertThat(service.get("organization_id").asString()).isEqualTo(organization);
          assertThat(service.at("/organization/id").asString()).isEqualTo(organization);
        });
  }
}
