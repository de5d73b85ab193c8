package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.knowledge.OfficialSchemas;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything that the feed of the real directory tells, page by page and record by record, against
/// the official schemas.
class FeedConformanceTests {
  private static final Knowledge KNOWLEDGE =
      new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf);
  private static final FeedProgram PROGRAM =
      new FeedProgram(KNOWLEDGE::written, InstantSource.system());

  @BeforeAll
  static void skipWithoutSchemas() {
    OfficialSchemas.orSkip(FeedConformanceTests.class);
  }

  @Test
  void itSaysWhatItIs() {
    Schema rules = OfficialSchemas.schema(OfficialSchemas.UK + "api_details.json");

    assertThat(OfficialSchemas.faults(rules, PROGRAM.text("/"))).isEmpty();
    assertThat(OfficialSchemas.faults(rules, "{\"version\": \"HSDS-UK-3.0\"}")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/services, oruk-3.0-published/schema/service.json",
    "/services, oruk-3.0-compiled/service.json",
    "/services, hsds-3.0/service_with_definitions.json",
    "/organizations, oruk-3.0-published/schema/organization.json",
    "/organizations, oruk-3.0-compiled/organization.json",
    "/organizations, hsds-3.0/schema/organization.json",
    "/service_at_locations, oruk-3.0-published/schema/service_at_location.json",
    "/service_at_locations, oruk-3.0-compiled/service_at_location.json",
    "/service_at_locations, hsds-3.0/schema/service_at_location.json",
    "/taxonomies, oruk-3.0-published/schema/taxonomy.json",
    "/taxonomies, hsds-3.0/schema/taxonomy.json",
    "/taxonomy_terms, oruk-3.0-published/schema/taxonomy_term.json",
    "/taxonomy_terms, hsds-3.0/schema/taxonomy_term.json",
  })
  void everyRecordConforms(String list, String schema) {
    Schema rules = OfficialSchemas.schema(schema);
    List<String> faults = new ArrayList<>();
    List<String> ids = PROGRAM.ids(list);
    for (String id : ids) {
      String record = PROGRAM.text(list + "/" + id);
      OfficialSchemas.faults(rules, record).forEach(fault -> faults.add(id + " " + fault));
    }

    assertThat(ids).isNotEmpty();
    assertThat(faults).isEmpty();
    // The schema is really applied.
    String broken = PROGRAM.text(list + "/" + ids.getFirst()).replaceFirst("\"id\":\"", "$0not-");
    assertThat(OfficialSchemas.faults(rules, broken)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services?per_page=7",
        "/services?full=true",
        "/services?search=carers&day=MO",
        "/services?search=xylophone",
        "/organizations",
        "/organizations?full=true",
        "/organizations?full_service=true&per_page=100",
        "/service_at_locations",
        "/service_at_locations?full=true",
        "/taxonomies",
        "/taxonomy_terms",
      })
  void everyPageConforms(String list) {
    String name = list.substring(1).split("\\?")[0].replace("taxonomies", "taxonomys");
    String kind = name.substring(0, name.length() - 1);
    Schema rules = OfficialSchemas.schema(OfficialSchemas.UK + kind + "_list.json");
    List<String> pages = PROGRAM.pages(list);

    assertThat(pages)
        .isNotEmpty()
        .allSatisfy(page -> assertThat(OfficialSchemas.faults(rules, page)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "/services, oruk-3.0-compiled/service_list.json",
    "/services?full=true, hsds-3.0/service_with_definitions.json",
    "/organizations, oruk-3.0-compiled/organization_list.json",
    "/organizations, hsds-3.0/schema/organization.json",
    "/organizations?full_service=true, oruk-3.0-compiled/organization.json",
    "/service_at_locations, oruk-3.0-compiled/service_at_location_list.json",
    "/service_at_locations, hsds-3.0/schema/service_at_location.json",
  })
  void everyRecordOfAListConforms(String list, String schema) {
    Schema rules = OfficialSchemas.schema(schema);
    List<String> faults = new ArrayList<>();
    PROGRAM
        .all(list)
        .forEach(record ->
            OfficialSchemas.faults(rules, record.toString())
                .forEach(fault -> faults.add(record.get("id") + " " + fault)));
    assertThat(faults).isEmpty();
  }
}
