package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.carersignpost.dialogue.Gsm7;
import org.carersignpost.knowledge.files.PhoneNumbers;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Feeds whose records are changed at random from fixed seeds: nothing breaks the import, and
/// nothing that gets through breaks a rule of ours.
class FuzzedFeedTests {
  private static final int MUTATIONS = 6;
  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "\u0000",
          "STOP",
          "text the word help",
          "<script>alert(1)</script>",
          "&lt;b&gt;",
          "999",
          "+44 7700 900123",
          "09098 790123",
          "0845 7585858",
          "Jane Smith 07700 900456",
          "2026-13-45",
          "2999-01-01",
          "24:00",
          "99:99",
          "MO,MO",
          "XX",
          "\ud83d\ude00\ud83d\ude00 caf\u00e9 \u0141\u00f3d\u017a",
          "\u202eevil",
          "refuge at 1 High Street, GU34 1AA",
          "https://",
          "javascript:alert(1)",
          "E07000094",
          "null",
          "-1",
          "1e9999",
          "{}",
          "a".repeat(500),
          "word ".repeat(6_000),
          "$1 \\ % {0}",
          "'; drop table",
          "..",
          "/../x");

  private static JsonNode value(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> FeedLines.JSON.nullNode();
      case 1 -> FeedLines.JSON.getNodeFactory().numberNode(random.nextLong());
      case 2 -> FeedLines.JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 3 -> FeedLines.JSON.createArrayNode();
      case 4 -> FeedLines.JSON.createObjectNode();
      default ->
          FeedLines.JSON.getNodeFactory().stringNode(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  /// Changes something somewhere in a tree.
  private static void mutate(JsonNode node, Random random) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      JsonNode below = object.path(name);
      if (below.isContainer() && random.nextInt(3) > 0) {
        mutate(below, random);
      } else if (random.nextInt(5) == 0) {
        object.remove(name);
      } else {
        object.set(name, value(random));
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      if (array.get(at).isContainer() && random.nextInt(4) > 0) {
        mutate(array.get(at), random);
      } else {
        array.set(at, value(random));
      }
    }
  }

  private static ObjectNode rich(Random random) {
    ObjectNode tree = new GeneratedFeed(random.nextInt(50)).whole(random.nextInt(1_000), 0);
    tree.set(
        "service_at_locations",
        FeedLines.JSON.readTree(
            """
            [{"location": {"id": "l", "name": "Hall", "latitude": 51.1, "addresses": [{"address_1": "1 Road",
              "city": "Alton", "state_province": "Hampshire", "postal_code": "GU34 1AA", "country": "GB"}],
              "schedules": [{"valid_from": "2026-12-20", "valid_to": "2027-03-02"}]}}]\
            """));
    tree.set(
        "contacts",
        FeedLines.JSON.readTree(
            "[{\"id\": \"c\", \"name\": \"Office\", \"phones\": [{\"number\": \"01632 960111\"}]}]"));
    tree.set("cost_options", FeedLines.JSON.readTree("[{\"option\": \"Visit\", \"amount\": 3.5}]"));
    tree.put("eligibility_description", "Adults").put("minimum_age", 18).put("maximum_age", 99);
    return tree;
  }

  private static void holdsOurRules(ServiceRecord service) {
    assertThat(
            ServiceRecords.faults(
                service, TestFeeds.HERE.base(), TestFeeds.TODAY, TestFeeds.HERE.numbers()))
        .isEmpty();
    assertThat(Gsm7.isGsm7(service.alternateName()) && Gsm7.septets(service.alternateName()) <= 38)
        .isTrue();
    assertThat(
            Gsm7.isGsm7(service.signpost().text()) && Gsm7.septets(service.signpost().text()) <= 72)
        .isTrue();
    assertThat(service.signpost().spoken()).isNotBlank();
    assertThat(service.serviceAreas())
        .isNotEmpty()
        .allMatch(area -> TestFeeds.HERE.base().areas().ofCode(area.extent()).isPresent());
    assertThat(service.phones()).allMatch(phone -> PhoneNumbers.parse(phone.number()).isPresent());
    boolean charged = false;
    for (var phone : service.phones()) {
      assertThat(charged && !FeedPhones.isCharged(phone)).isFalse();
      charged |= FeedPhones.isCharged(phone);
    }
    assertThat(service.phones()).noneMatch(phone -> phone.number().equals("999"));
  }

  @Property(seed = "11", tries = 3_000)
  void noRecordThatGetsThroughBreaksARule(@ForAll int seed) {
    Random random = new Random(seed);
    ObjectNode tree = rich(random);
    for (int i = 0; i < 1 + random.nextInt(MUTATIONS); i++) {
      mutate(tree, random);
    }
    FeedVersion version = random.nextInt(4) == 0 ? FeedVersion.ONE : FeedVersion.THREE;
    Outcome outcome = TestFeeds.outcome(tree, version, "Hampshire");
    // Both ways must be gone often, or nothing is proved.
    Statistics.collect(outcome instanceof Outcome.Taken);
    Statistics.coverage(ways -> {
      ways.check(true).percentage(share -> share > 20);
      ways.check(false).percentage(share -> share > 10);
    });
    switch (outcome) {
      case Outcome.Taken(var service) -> holdsOurRules(service);
      case Outcome.Aside(_, var reasons) ->
          assertThat(reasons).isNotEmpty().noneMatch(reason -> reason.startsWith("cannot be read"));
    }
  }

  @Property(seed = "12", tries = 150)
  void noPageBreaksTheImport(@ForAll int seed) throws IOException {
    Random random = new Random(seed);
    ObjectNode page =
        FeedLines.JSON.createObjectNode().put("first_page", true).put("last_page", true);
    ArrayNode contents = page.putArray(random.nextInt(4) == 0 ? "content" : "contents");
    for (int i = 0; i < 8; i++) {
      contents.add(rich(random));
    }
    for (int i = 0; i < 12; i++) {
      mutate(random.nextInt(6) == 0 ? page : contents, random);
    }
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    int length = random.nextInt(5) == 0 ? random.nextInt(bytes.length) : bytes.length;
    Path data = Files.createTempDirectory("feeds");
    try {
      Path saved = data.resolve("fuzzed.json");
      Files.write(saved, Arrays.copyOf(bytes, length));
      FeedSource source =
          new FeedSource(
              "fuzzed", new FeedSource.From.File(saved), List.of("Hampshire"), Duration.ZERO);
      FeedFolder folder = new FeedFolder(data);
      try {
        FeedReport report = TestFeeds.imports(folder, TestFeeds.NOW).run(source);
        FeedFile file = folder.read("fuzzed").orElseThrow();
        file.services().forEach(FuzzedFeedTests::holdsOurRules);
        assertThat(file.services()).hasSize(report.manifest().records());
        assertThat(file.services().size() + file.setAside().size()).isEqualTo(report.read());
      } catch (FeedUnreadableException e) {
        assertThat(e).hasMessageMatching("(?s)it (?:is not JSON|holds no record).*");
      }
    } finally {
      deleteAll(data);
    }
  }

  private static void deleteAll(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
