package org.carersignpost.knowledge.openreferral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.carersignpost.TestClock;
import org.carersignpost.knowledge.files.KnowledgeBase;
import org.carersignpost.knowledge.files.SmallKnowledgeBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/// How the feed follows a knowledge base that changes, of two fictional services.
class FeedTests {
  private static final String CARERS = "10000000-0000-4000-8000-000000000001";
  private static final String LINE = "20000000-0000-4000-8000-000000000001";
  private static final String RIVERSIDE = "10000000-0000-4000-8000-000000000002";
  private static final String SITE = "10000000-0000-4000-8000-00000000000e";
  private static final String CARERS_FILE = "services/riverside-carers.json";
  private static final String LINE_FILE = "services/listening-line.json";
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  @TempDir private Path folder;
  private SmallKnowledgeBase files;
  private AtomicReference<KnowledgeBase> known;
  private TestClock clock;
  private FeedProgram program;

  @BeforeEach
  void publish() {
    files = new SmallKnowledgeBase(folder);
    known = new AtomicReference<>(files.load());
    clock = new TestClock();
    program = new FeedProgram(known::get, clock);
  }

  private void reload() {
    known.set(files.load());
  }

  @Test
  void itSaysWhatItIsWhateverAddressItWasAskedAt() {
    JsonNode about = program.json("/");
    assertThat(about).isEqualTo(program.json(""));
    assertThat(about.get("version").asString()).isEqualTo("HSDS-UK-3.0");
    assertThat(about.get("profile").asString()).startsWith("https://");
    assertThat(about.get("openapi_url").asString())
        .isEqualTo(FeedProgram.PUBLIC_URL + "/open-referral/openapi.json");
    assertThat(program.json("/openapi.json").at("/servers/0/url").asString())
        .isEqualTo(FeedProgram.PUBLIC_URL + "/open-referral");
  }

  @Test
  void aChangeIsToldAtOnceAndRestStaysAsItWas() {
    String line = program.text("/services/" + LINE);
    String tag = tag("/services/" + LINE);
    program.text("/services/" + CARERS);

    files.change(CARERS_FILE, "Advice line", "Talking line");
    reload();

    assertThat(program.text("/services/" + CARERS)).contains("Talking line");
    assertThat(program.text("/services?full=true")).contains("Talking line");
    assertThat(program.text("/service_at_locations/" + SITE)).contains("Talking line");
    assertThat(program.text("/services/" + LINE)).isEqualTo(line);
    assertThat(tag("/services/" + LINE)).isEqualTo(tag);
  }

  @Test
  void aServiceThatIsNotActiveIsNowhere() {
    files.change(CARERS_FILE, "\"active\"", "\"temporarily closed\"");
    reload();

    assertThat(program.ids("/services")).containsExactly(LINE);
    assertThat(program.ids("/service_at_locations")).isEmpty();
    assertThat(program.json("/organizations/" + RIVERSIDE).get("services").size()).isEqualTo(1);
    assertThat(program.ask("/services/" + CARERS).getStatus()).isEqualTo(404);
    assertThat(program.ask("/service_at_locations/" + SITE).getStatus()).isEqualTo(404);
    for (String list : List.of("/services", "/organizations?full_service=true")) {
      assertThat(program.text(list)).doesNotContain("Riverside Carers");
    }
  }

  @Test
  void daysAreMomentsWhereTheSpecificationWantsThem() {
    JsonNode winter = program.json("/services/" + CARERS);
    assertThat(winter.get("last_modified").asString()).isEqualTo("2026-02-03T00:00Z");
    assertThat(winter.get("assured_date").asString()).isEqualTo("2026-02-01");
  }

  @Test
  void hoursOfBankHolidaysAreNeverTakenForOthers() {
    JsonNode carers = program.json("/services/" + CARERS);
    assertThat(carers.at("/schedules/4/description").asString())
        .isEqualTo("Only on bank holidays.");
    assertThat(carers.at("/schedules/0/description").asString())
        .isEqualTo("Every other Tuesday morning");
    assertThat(carers.at("/phones/0/schedules/0/description").asString())
        .isEqualTo("Not on bank holidays.");
    assertThat(program.json("/services/" + LINE).at("/phones/0/schedules/0/description").asString())
        .isEqualTo("Also on bank holidays.");
  }

  @Test
  void topicsThatNoServiceHasKeepTheirIds() {
    List<JsonNode> terms = program.all("/taxonomy_terms");
    assertThat(terms)
        .extracting(term -> term.get("code").asString())
        .containsExactly("breaks", "crisis", "domestic-abuse", "123");
    UUID made = UUID.fromString(terms.get(2).get("id").asString());
    assertThat(made).isEqualTo(UUID.fromString("59c9c56d-f2b4-50fc-b369-1bf78ebe33a5"));
    assertThat(made.version()).isEqualTo(5);
    assertThat(terms.get(1).get("id").asString()).isEqualTo("20000000-0000-4000-8000-000000000007");
  }

  @Test
  void otherTaxonomiesOfRecordsArePublishedToo() {
    assertThat(program.names("/taxonomies")).containsExactly("carer-needs", "elsewhere");
    JsonNode other = program.all("/taxonomies").get(1);
    String id = other.get("id").asString();
    JsonNode term = program.all("/taxonomy_terms?taxonomy_id=" + id).getFirst();
    assertThat(term.get("term_uri").asString()).isEqualTo("https://terms.example.org/123");
    assertThat(program.names("/taxonomy_terms?parent_id=10000000-0000-4000-8000-000000000019"))
        .containsExactly("Respite");
    assertThat(program.names("/taxonomy_terms?top_only=true")).doesNotContain("Respite").hasSize(3);
    assertThat(program.ids("/services?taxonomy_id=" + id)).containsExactly(CARERS);
  }

  @Test
  void whatMayHaveChangedIsNeverLeftOut() {
    program.text("/services");
    assertThat(changedAfter("2026-03-02T10:15:00Z")).containsExactly(LINE, CARERS);
    assertThat(changedAfter("2026-03-03T10:15:00Z")).containsExactly(LINE, CARERS);
    assertThat(changedAfter("2026-03-03T10:15:01Z")).isEmpty();

    // The file that is changed does not say so.
    clock.set(START.plus(Duration.ofDays(30)));
    files.change(LINE_FILE, "at any hour", "at all hours");
    reload();

    assertThat(changedAfter("2026-03-20")).containsExactly(LINE);
    assertThat(changedAfter("2026-03-01")).containsExactly(LINE, CARERS);
    assertThat(program.ids("/services?modified_after=2026-03-20&search=carers")).isEmpty();
    assertThat(program.ids("/services?modified_after=2026-03-20&search=hour"))
        .containsExactly(LINE);

    // A new copy cannot know what was told before.
    FeedProgram other = new FeedProgram(known::get, clock);
    assertThat(other.ids("/services?modified_after=2026-03-20")).containsExactly(LINE, CARERS);
  }

  @Test
  void whatAFileSaysOfItsDayCountsToo() {
    files.change(CARERS_FILE, "2026-02-03", "2026-03-09");
    reload();
    program.text("/services");

    assertThat(changedAfter("2026-03-09T23:59:59")).containsExactly(CARERS);
    assertThat(changedAfter("2026-03-10T00:00:01")).isEmpty();
    assertThat(changedAfter("2026-03-10T00:59:00+01:00")).containsExactly(CARERS);
    assertThat(changedAfter("2026-03-10T00:59:00%2B01:00")).containsExactly(CARERS);
    assertThat(changedAfter("2026-03-09T12:00:00-05:00")).containsExactly(CARERS);
  }

  private List<String> changedAfter(String moment) {
    return program.ids("/services?modified_after=" + moment);
  }

  @Test
  void aMinimalListIsIdsAndMomentsOnOnePage() {
    JsonNode page = program.json("/services?minimal=true");
    assertThat(page.get("total_pages").intValue()).isEqualTo(1);
    assertThat(page.get("contents"))
        .allSatisfy(record ->
            assertThat(record.propertyNames()).containsExactlyInAnyOrder("id", "modified_date"));
    assertThat(page.at("/contents/0/modified_date").asString()).isEqualTo(START.toString());

    clock.set(START.plus(Duration.ofHours(1)));
    files.change(LINE_FILE, "at any hour", "at all hours");
    reload();

    JsonNode changed = program.json("/services?minimal=true").get("contents");
    assertThat(changed.get(0).get("modified_date").asString()).isEqualTo("2026-03-02T11:15:00Z");
    assertThat(changed.get(1).get("modified_date").asString()).isEqualTo(START.toString());
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    for (String path : List.of("/", "/openapi.json", "/services", "/services/" + LINE)) {
      MockHttpServletResponse again = program.ask(path, "If-None-Match", tag(path));
      assertThat(again.getStatus()).as(path).isEqualTo(304);
      assertThat(again.getContentAsByteArray()).isEmpty();
      assertThat(again.getHeader("ETag")).isEqualTo(tag(path));
      assertThat(program.ask(path, "If-None-Match", "\"other\"").getStatus()).isEqualTo(200);
    }
    assertThat(program.ask("/services").getHeader("Cache-Control"))
        .isEqualTo("max-age=300, public");
    assertThat(program.ask("/services").getDateHeader("Last-Modified"))
        .isEqualTo(START.toEpochMilli());
    assertThat(tag("/services?page=2")).isNotEqualTo(tag("/services"));
  }

  @Test
  void aListThatLostARecordIsNotTakenForUnchanged() {
    String old = tag("/services");
    clock.set(START.plus(Duration.ofHours(1)));
    files.change(LINE_FILE, "\"active\"", "\"inactive\"");
    reload();

    assertThat(program.ask("/services", "If-None-Match", old).getStatus()).isEqualTo(200);
    assertThat(
            program
                .ask("/services", "If-Modified-Since", "Mon, 02 Mar 2026 10:15:00 GMT")
                .getStatus())
        .isEqualTo(200);
  }

  private String tag(String path) {
    return program.ask(path).getHeaders("ETag").getFirst();
  }

  @Test
  void madeIdsAreThoseOfTheStandard() {
    UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    assertThat(NamedIds.named(dns, "www.example.com"))
        .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
  }
}
