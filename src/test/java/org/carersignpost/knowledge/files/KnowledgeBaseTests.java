package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.carersignpost.dialogue.Prompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class KnowledgeBaseTests {
  private static final Path REAL = Path.of("knowledge-base");

  private final Path folder;

  KnowledgeBaseTests(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void realKnowledgeBaseLoadsWithoutAFault() {
    KnowledgeBase base = KnowledgeBase.read(REAL);

    assertThat(base.services()).hasSizeGreaterThan(100);
    assertThat(base.guides()).hasSizeGreaterThan(30);
    assertThat(base.version()).matches("[0-9a-f]{12}");
    assertThat(base.service("emergency-999").orElseThrow().phones())
        .extracting(Phone::number)
        .containsExactly("999");
    assertThat(base.areas().isWithin("Winchester", "Hampshire")).isTrue();
    assertThat(base.prompts().text(Prompt.NOTICE_FIRST)).contains("999");
  }

  @Test
  void nothingOfARealFileIsLost() throws IOException {
    KnowledgeBase base = KnowledgeBase.read(REAL);

    for (ServiceRecord service : base.services()) {
      assertNothingIsLost(service, REAL.resolve("services/" + service.slug() + ".json"));
    }
  }

  @Test
  void nothingOfAFileThatUsesEveryFieldIsLost() throws IOException {
    KnowledgeBase base = new SmallKnowledgeBase(folder).load();

    for (ServiceRecord service : base.services()) {
      assertNothingIsLost(service, folder.resolve("services/" + service.slug() + ".json"));
    }
  }

  private static void assertNothingIsLost(ServiceRecord service, Path file) throws IOException {
    JsonNode written = new JsonMapper().readTree(Files.readString(file));
    // Compared as text, so that 0 and 0.0, or a time with seconds, count as different.
    assertThat(sorted(Notation.tree(service))).as(file.toString()).isEqualTo(sorted(written));
  }

  private static String sorted(JsonNode tree) {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    return mapper.writeValueAsString(mapper.convertValue(tree, Map.class));
  }

  @Test
  void smallKnowledgeBaseIsReadInFull() {
    KnowledgeBase base = new SmallKnowledgeBase(folder).load();

    assertThat(base.services())
        .extracting(ServiceRecord::slug)
        .containsExactly("listening-line", "riverside-carers");
    assertThat(base.service("riverside-carers").orElseThrow().topics()).containsExactly("breaks");
    GuideRecord guide = base.guide("time-off").orElseThrow();
    assertThat(guide.body()).startsWith("Anybody may ask.").endsWith("- Say what would help.");
    assertThat(guide.coverage()).containsExactly("Westshire");
    assertThat(base.taxonomy().condition("dementia").orElseThrow().topic()).isEqualTo("breaks");
    assertThat(base.taxonomy().relation("mother").orElseThrow().words()).containsExactly("mum");
    assertThat(base.synonyms()).containsExactly("respite, break", "resbite => respite");
    assertThat(base.service("nobody")).isEmpty();
  }

  @Test
  void areasLieInEachOther() {
    Areas areas = new SmallKnowledgeBase(folder).load().areas();

    assertThat(areas.isWithin("Westbury", "England")).isTrue();
    assertThat(areas.isWithin("Westbury", "Westbury")).isTrue();
    assertThat(areas.isWithin("England", "Westbury")).isFalse();
    assertThat(areas.isWithin("Atlantis", "England")).isFalse();
    assertThat(areas.ofCode("E07000099").orElseThrow().name()).isEqualTo("Westbury");
    assertThat(areas.adultsWayIn("Westbury")).contains("riverside-carers");
    assertThat(areas.adultsWayIn("England")).contains("listening-line");
    assertThat(areas.childrenWayIn("Westbury")).isEmpty();
  }

  @Test
  void versionChangesWithAnyFileAndOnlyThen() {
    SmallKnowledgeBase small = new SmallKnowledgeBase(folder);
    String before = small.load().version();

    assertThat(small.load().version()).isEqualTo(before);
    assertThat(small.add("services/.swp", "left by an editor").load().version()).isEqualTo(before);
    String changed =
        small.change("places.csv", "Westbury,place", "Old Westbury,place").load().version();
    assertThat(changed).isNotEqualTo(before);
    assertThat(small.add("intents/greet.txt", "hello").load().version()).isNotEqualTo(changed);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    SmallKnowledgeBase small =
        new SmallKnowledgeBase(folder)
            .change("services/riverside-carers.json", "+441632960101", "+44163296010")
            .change("services/listening-line.json", "\"active\"", "\"open\"")
            .change("guides/time-off.md", "[breaks]", "[brakes]");

    assertThatThrownBy(small::load)
        .isInstanceOf(KnowledgeException.class)
        .hasMessageContaining(
            "services/riverside-carers.json: phones[0].number: +44163296010 is not a valid UK number")
        .hasMessageContaining("services/listening-line.json: status: ")
        .hasMessageContaining("guides/time-off.md: topics[0]: brakes is not a topic");
  }

  @Test
  void folderThatIsNotThereIsAnErrorOfTheOutside() {
    Path nowhere = folder.resolve("nowhere");

    assertThatThrownBy(() -> KnowledgeBase.read(nowhere)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void emptyFolderLacksEverything() {
    assertThatThrownBy(() -> KnowledgeBase.read(folder, SmallKnowledgeBase.TODAY, Numbers.REAL))
        .isInstanceOfSatisfying(
            KnowledgeException.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::file)
                    .contains("taxonomy.yaml", "areas.csv", "services", "guides", "prompts"));
  }

  @Test
  void everyFieldOfTheRecordsIsUsedInTheSmallKnowledgeBase() {
    String service = new SmallKnowledgeBase(folder).read("services/riverside-carers.json");

    List<Class<?>> types =
        List.of(
            ServiceRecord.class,
            Organization.class,
            Organization.Identifier.class,
            Phone.class,
            Schedule.class,
            ServiceArea.class,
            ServiceAtLocation.class,
            Location.class,
            Address.class,
            CostOption.class,
            Funding.class,
            Language.class,
            Attribute.class,
            TaxonomyTerm.class,
            Signposting.class,
            Signposting.Source.class);
    Stream<String> names =
        types.stream().flatMap(type -> Shape.componentsOf(type).keySet().stream());
    assertThat(names).allSatisfy(name -> assertThat(service).contains("\"" + name + "\""));
  }
}
