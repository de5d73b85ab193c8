package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.carersignpost.knowledge.Knowledge;
import org.carersignpost.understanding.Meanings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/// What programs may ask for, with the real directory.
class FeedParametersTests {
  private static final Knowledge KNOWLEDGE =
      new Knowledge(Path.of("knowledge-base"), Set.of(), Meanings::directionOf);
  private static final FeedProgram PROGRAM =
      new FeedProgram(KNOWLEDGE::written, InstantSource.system());

  private static List<JsonNode> services(String query) {
    return PROGRAM.all("/services?full=true&per_page=100&" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/services?x=1",
        "/services?search=carers",
        "/organizations?x=1",
        "/taxonomy_terms?x=1"
      })
  void pagesOfAnySizeHoldEveryRecordOnceAndInOrder(String list) {
    List<String> whole = PROGRAM.ids(list + "&per_page=100");
    for (int size : List.of(1, 7, 50)) {
      assertThat(PROGRAM.ids(list + "&per_page=" + size)).isEqualTo(whole);
    }
    assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
    assertThat(PROGRAM.names(list).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList())
        .isSortedAccordingTo(Comparator.naturalOrder());
  }

  @Test
  void thePageSaysWhereItIs() {
    int all = PROGRAM.json("/services").get("total_items").intValue();
    JsonNode last = PROGRAM.json("/services?per_page=10&page=" + (all + 9) / 10);
    assertThat(last.get("total_pages").intValue()).isEqualTo((all + 9) / 10);
    assertThat(last.get("size").intValue()).isEqualTo(last.get("contents").size()).isPositive();
    assertThat(last.get("last_page").booleanValue()).isTrue();
    assertThat(last.get("first_page").booleanValue()).isFalse();
    assertThat(PROGRAM.json("/services").get("size").intValue()).isEqualTo(Math.min(50, all));

    JsonNode beyond = PROGRAM.json("/services?page=100000");
    assertThat(beyond.get("empty").booleanValue()).isTrue();
    assertThat(beyond.get("last_page").booleanValue()).isTrue();
    assertThat(beyond.get("total_items").intValue()).isEqualTo(all);
    assertThat(beyond.get("contents").isEmpty()).isTrue();
  }

  @Test
  void searchWantsAllWordsByTheirStems() {
    List<String> cafes = PROGRAM.ids("/services?search=dementia+cafe");
    assertThat(cafes).isNotEmpty().hasSizeLessThan(PROGRAM.ids("/services").size() / 2);
    assertThat(PROGRAM.ids("/services?search=CAFES+Dementia")).isEqualTo(cafes);
    assertThat(services("search=dementia+cafe"))
        .allSatisfy(service ->
            assertThat(service.toString().toLowerCase(Locale.ROOT)).contains("dementia", "caf"));
    assertThat(PROGRAM.ids("/services?search=xylophone")).isEmpty();
    assertThat(PROGRAM.ids("/services?search=0300+123+1100"))
        .contains("a0803033-3c30-52cf-9a4f-bb6341c80f65");
  }

  @Test
  void searchDoesNotTellWhatIsOursAlone() {
    // A keyword of Acas that is in no field that is published.
    assertThat(
            KNOWLEDGE.written().service("acas").orElseThrow().signpost().keywords().stream()
                .filter(keyword -> keyword.equals("sacked")))
        .hasSize(1);
    assertThat(PROGRAM.ids("/services?search=sacked"))
        .doesNotContain("a0803033-3c30-52cf-9a4f-bb6341c80f65");
  }

  @Test
  void filtersAgreeWithTheRecords() {
    assertThat(services("minimum_age=18"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.get("minimum_age").intValue()).isGreaterThanOrEqualTo(18));
    assertThat(services("maximum_age=25.5"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.get("maximum_age").intValue()).isLessThanOrEqualTo(25));
    assertThat(services("day=saturday&start_time=08:00&end_time=17:00"))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(openings(s)).anyMatch(FeedParametersTests::isSaturdaysDay));
    assertThat(PROGRAM.ids("/services?day=SA")).isEqualTo(PROGRAM.ids("/services?day=Saturday"));

    String term =
        services("search=dementia").getFirst().at("/attributes/0/taxonomy_term_id").asString();
    assertThat(services("taxonomy_term_id=" + term.toUpperCase(Locale.ROOT)))
        .isNotEmpty()
        .allSatisfy(service -> assertThat(service.get("attributes").toString()).contains(term));

    String organization = services("x=1").getLast().get("organization_id").asString();
    assertThat(services("organization_id=" + organization))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.get("organization_id").asString()).isEqualTo(organization));
    assertThat(PROGRAM.all("/service_at_locations?organization_id=" + organization))
        .allSatisfy(site ->
            assertThat(site.at("/service/organization_id").asString()).isEqualTo(organization));
  }

  private static List<JsonNode> openings(JsonNode service) {
    List<JsonNode> openings = new ArrayList<>();
    service.path("schedules").forEach(openings::add);
    service.path("phones").forEach(phone -> phone.path("schedules").forEach(openings::add));
    return openings;
  }

  private static boolean isSaturdaysDay(JsonNode opening) {
    return opening.path("byday").asString("").contains("SA")
        && opening.path("opens_at").asString("").compareTo("08:00") >= 0
        && opening.path("closes_at").asString("99").compareTo("17:00") <= 0;
  }

  @Test
  void filtersCombineWithAnd() {
    Set<String> both = new TreeSet<>(PROGRAM.ids("/services?minimum_age=18"));
    both.retainAll(PROGRAM.ids("/services?search=dementia"));
    assertThat(new TreeSet<>(PROGRAM.ids("/services?minimum_age=18&search=dementia")))
        .isEqualTo(both);
    assertThat(PROGRAM.ids("/services?taxonomy_id=00000000-0000-5000-8000-000000000000")).isEmpty();
  }

  @Test
  void emptyAndUnknownParametersChangeNothing() {
    String plain = PROGRAM.text("/services");
    assertThat(PROGRAM.text("/services?search=&day=&page=&x=y&format=json&full=FALSE"))
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/services | page | 0 -1 1.5 abc 100001 99999999999999999999 1e3 ٣",
        "/services | per_page | 0 101 -5 all",
        "/services?minimal=true | per_page | 5001",
        "/services | format | xml ndjson JSON",
        "/services | full | yes 1",
        "/services | minimal | 2",
        "/services?full=true | minimal | true",
        "/services | taxonomy_term_id | 1-1-1-1-1 dementia '",
        "/services | taxonomy_id | carer-needs",
        "/services | organization_id | %00 *",
        "/services | modified_after | yesterday 2026-13-01 2026-02-30 01/03/2026 2026-03-01T25:00 20260301",
        "/services | minimum_age | -1 151 old 1e9",
        "/services | maximum_age | NaN 1000",
        "/services | start_time | 9:00 25:00 0900 9am",
        "/services | end_time | 24:00 12:60",
        "/services | day | someday 1 MOTU",
        "/services | search | !!! %20%2F",
        "/services | postcode | SO23+8UJ",
        "/service_at_locations | proximity | 1000",
        "/service_at_locations | day | x",
        "/organizations | full_service | maybe",
        "/taxonomy_terms | parent_id | x",
        "/taxonomy_terms | top_only | x",
        "/taxonomies | page | x",
      })
  void whatCannotBeUsedIsNamed(String list, String parameter, String values) {
    for (String value : values.split(" ")) {
      String written = value.contains("%") || value.contains("+") ? value : encoded(value);
      String path = list + (list.contains("?") ? "&" : "?") + parameter + "=" + written;
      refused(path, parameter);
    }
    refused(
        list + (list.contains("?") ? "&" : "?") + parameter + "=" + "9".repeat(5_000), parameter);
  }

  private static void refused(String path, String parameter) {
    MockHttpServletResponse response = PROGRAM.ask(path);
    assertThat(response.getStatus()).as(path).isEqualTo(400);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    JsonNode problem = Trees.JSON.readTree(response.getContentAsByteArray());
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.get("status").intValue()).isEqualTo(400);
    assertThat(problem.get("detail").asString()).startsWith(parameter + " ").hasSizeLessThan(150);
  }

  @Test
  void aSearchHasALimitOfWords() {
    refused("/services?search=" + String.join("+", "abcdefghijklmnopqrstu".split("")), "search");
    refused("/services?search=" + "x".repeat(201), "search");
    refused("/services?search=a&search=b", "search");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services",
        "organizations",
        "service_at_locations",
        "taxonomies",
        "taxonomy_terms"
      })
  void idsThatAreWrongOrUnknownAreProblems(String list) {
    MockHttpServletResponse wrong = PROGRAM.ask("/" + list + "/not-a-uuid");
    assertThat(wrong.getStatus()).isEqualTo(400);
    assertThat(wrong.getContentType()).isEqualTo("application/problem+json");
    MockHttpServletResponse unknown =
        PROGRAM.ask("/" + list + "/00000000-0000-4000-8000-000000000000");
    assertThat(unknown.getStatus()).isEqualTo(404);
    assertThat(unknown.getContentType()).isEqualTo("application/problem+json");
    assertThat(Trees.JSON.readTree(unknown.getContentAsByteArray()).get("status").intValue())
        .isEqualTo(404);
  }

  @Test
  void whatIsDescribedIsServed() {
    JsonNode description = PROGRAM.json("/openapi.json");
    JsonNode paths = description.get("paths");
    assertThat(paths.propertyNames())
        .containsExactlyInAnyOrder(
            "/",
            "/openapi.json",
            "/services",
            "/services/{id}",
            "/service_at_locations",
            "/service_at_locations/{id}",
            "/organizations",
            "/organizations/{id}",
            "/taxonomies",
            "/taxonomies/{id}",
            "/taxonomy_terms",
            "/taxonomy_terms/{id}");
    List<String> references = description.findValuesAsString("$ref");
    assertThat(references)
        .filteredOn(reference -> reference.startsWith("#"))
        .isNotEmpty()
        .allSatisfy(reference ->
            assertThat(description.at(reference.substring(1)).isMissingNode()).isFalse());
    paths
        .properties()
        .forEach(path -> {
          for (JsonNode parameter : path.getValue().at("/get/parameters")) {
            JsonNode meant =
                parameter.has("$ref")
                    ? description.at(parameter.get("$ref").asString().substring(1))
                    : parameter;
            if (meant.get("in").asString().equals("query")) {
              String list = path.getKey().replace("/{id}", "");
              String whole =
                  path.getKey().equals(list) ? list : list + "/" + PROGRAM.ids(list).getFirst();
              refused(
                  whole + "?" + meant.get("name").asString() + "=~", meant.get("name").asString());
            }
          }
        });
  }

  @Test
  void whatIsServedIsDescribed() {
    Set<String> served = new TreeSet<>();
    Stream.of(OpenReferralApi.class, ServicesApi.class, TaxonomiesApi.class)
        .flatMap(api -> Stream.of(api.getDeclaredMethods()))
        .map(method -> method.getAnnotation(GetMapping.class))
        .filter(Objects::nonNull)
        .flatMap(mapping -> Stream.of(mapping.value()))
        .filter(path -> !path.isEmpty())
        .forEach(served::add);
    assertThat(PROGRAM.json("/openapi.json").get("paths").propertyNames())
        .containsExactlyInAnyOrderElementsOf(served);
  }
}
