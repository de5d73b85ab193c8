package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.Signposting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class MappingTests {
  private static ObjectNode service() {
    return new GeneratedFeed(1).whole(7, 0);
  }

  private static JsonNode json(String text) {
    return FeedLines.JSON.readTree(text.replace('\'', '"'));
  }

  private static List<String> numbers(ServiceRecord service) {
    return service.phones().stream().map(Phone::number).toList();
  }

  @Test
  void numbersAreFoundWhereverAFeedKeepsThem() {
    ObjectNode tree = service();
    tree.set("phones", json("[{'number': '01632 960001'}]"));
    tree.set(
        "contacts", json("[{'title': 'Office', 'phones': [{'number': '+44 (0)1632 960 002'}]}]"));
    tree.set(
        "service_at_locations",
        json(
            "[{'phones': [{'number': '01632960003'}], 'location': {'id': 'l', 'phones': [{'number': '0044 1632 960004'}]}}]"));
    ((ObjectNode) tree.path("organization")).set("phones", json("[{'number': '01632-960005'}]"));
    tree.put(
        "description",
        "A kind club for all. Ring 01632 960006 24 hours a day, or fax 01632 960009.");

    ServiceRecord service = TestFeeds.taken(tree);

    assertThat(numbers(service))
        .containsExactly(
            "+441632960001",
            "+441632960002",
            "+441632960003",
            "+441632960004",
            "+441632960005",
            "+441632960006");
    assertThat(service.phones().getLast().description()).contains("From its description");
  }

  @Test
  void chargedNumberIsMarkedAndComesLast() {
    ObjectNode tree = service();
    tree.set(
        "phones",
        json(
            "[{'number': '0845 7585858', 'description': 'Main line'}, {'number': '01632 960001'}]"));

    List<Phone> phones = TestFeeds.taken(tree).phones();

    assertThat(phones.getFirst().number()).isEqualTo("+441632960001");
    assertThat(phones.getLast().description()).contains("Main line, charged");
  }

  @Test
  void numberThatCannotBeRungIsLeftOutWithANote() {
    ObjectNode tree = service();
    tree.set(
        "phones", json("[{'number': '01632 96'}, {'number': '999'}, {'number': 'see website'}]"));

    ServiceRecord service = TestFeeds.taken(tree);

    assertThat(service.phones()).isEmpty();
    assertThat(service.signpost().check())
        .hasValueSatisfying(
            note -> assertThat(note).contains("01632 96 is not a number", "999 was left out"));
    assertThat(service.signpost().confidence()).isEqualTo(Signposting.Confidence.LOW);
  }

  @Test
  void mobileOfAPersonIsLeftOutAlsoInTheDescription() {
    ObjectNode tree = service();
    tree.set(
        "phones",
        json("[{'number': '07700 900123', 'contact_id': 'c1'}, {'number': '01632 960001'}]"));
    tree.set(
        "contacts",
        json("[{'id': 'c1', 'name': 'Jane Smith', 'phones': [{'number': '07700 900123'}]}]"));
    tree.put(
        "description", "A kind club for all. Text 07700 900123 to book. Call Sam on 07700 900456.");

    ServiceRecord service = TestFeeds.taken(tree);

    assertThat(numbers(service)).containsExactly("+441632960001");
    assertThat(service.description())
        .doesNotContain("900123", "900456")
        .contains("(number left out)");
    assertThat(service.toString()).doesNotContain("Jane");
  }

  @Test
  void mobileOfATeamIsKept() {
    ObjectNode tree = service();
    tree.set("phones", json("[{'number': '07700 900123', 'description': 'Booking team'}]"));

    assertThat(numbers(TestFeeds.taken(tree))).containsExactly("+447700900123");
  }

  @Test
  void siteOfARefugeIsNeverKept() {
    ObjectNode tree = service();
    tree.put("name", "Harbour women's refuge");
    tree.set(
        "service_at_locations",
        json(
            "[{'location': {'id': 'l', 'name': 'Rose House', 'latitude': 51.0, 'addresses': [{'address_1': '1 High Street',"
                + " 'city': 'Alton', 'state_province': 'Hampshire', 'postal_code': 'GU34 1AA', 'country': 'GB'}]}}]"));

    ServiceRecord service = TestFeeds.taken(tree.deepCopy());
    assertThat(service.serviceAtLocations()).isEmpty();
    assertThat(service.toString()).doesNotContain("Rose House", "GU34");

    tree.put("description", "Find us at 1 High Street, Alton.");
    assertThat(TestFeeds.reasons(tree)).containsExactly("its words tell where people flee to");
  }

  @ParameterizedTest
  @CsvSource({"confidential,true", "redacted,true", "location_type,redacted"})
  void confidentialRecordIsKeptOut(String flag, String value) {
    ObjectNode tree = service();
    ObjectNode location =
        tree.putArray("service_at_locations").addObject().putObject("location").put("id", "l");
    location.put(flag, value);

    assertThat(TestFeeds.reasons(tree)).hasSize(1).first().asString().contains("confidential");
  }

  @ParameterizedTest
  @CsvSource({
    "Kent,E10000016,''",
    "All residents,E07000094,Winchester",
    "Basingstoke & Deane,,Basingstoke and Deane",
    "Hampshire County Council area,,Hampshire",
    "Nationwide,,UK",
    "Alton,,East Hampshire"
  })
  void coverageIsReadFromCodesAndNames(String name, String code, String expected) {
    ObjectNode tree = service();
    ObjectNode area = tree.putArray("service_areas").addObject().put("name", name);
    if (code != null) {
      area.put("extent", code);
    }

    if (expected.isEmpty()) {
      assertThat(TestFeeds.reasons(tree)).containsExactly("covers no area of ours");
    } else {
      assertThat(TestFeeds.taken(tree).serviceAreas()).extracting(a -> a.name()).contains(expected);
    }
  }

  @Test
  void siteSaysWhereWhenNothingElseDoes() {
    ObjectNode tree = service();
    tree.remove("service_areas");
    tree.set(
        "service_at_locations",
        json(
            "[{'location': {'id': 'l', 'addresses': [{'address_1': '1 Road', 'city': 'X', 'postal_code': 'so238uj'}]}}]"));

    assertThat(TestFeeds.taken(tree).serviceAreas())
        .extracting(a -> a.name())
        .contains("Winchester");
  }

  @Test
  void feedSaysWhereWhenTheRecordDoesNot() {
    ObjectNode tree = service();
    tree.remove("service_areas");

    assertThat(TestFeeds.reasons(tree.deepCopy())).containsExactly("covers no area of ours");
    assertThat(TestFeeds.outcome(tree, FeedVersion.THREE, "Hampshire"))
        .isInstanceOf(Outcome.Taken.class);
  }

  @Test
  void siteHoursComeBeforeThoseOfTheServiceAndClosuresAreKept() {
    ObjectNode tree = service();
    tree.set(
        "service_at_locations",
        json(
            "[{'schedules': [{'freq': 'WEEKLY', 'byday': 'FR', 'opens_at': '14:00', 'closes_at': '16:00'}], 'location': {'id': 'l',"
                + " 'schedules': [{'valid_from': '2026-12-20', 'valid_to': '2027-01-02'}]}}]"));

    ServiceRecord service = TestFeeds.taken(tree);

    assertThat(service.schedules()).hasSize(2);
    assertThat(service.schedules().getFirst().byday()).contains("FR");
    assertThat(service.schedules().getLast().opensAt()).isEmpty();
  }

  @Test
  void assuredDateIsTheFeedsOwnOrNone() {
    ObjectNode tree = service();
    ServiceRecord assured = TestFeeds.taken(tree.deepCopy());
    tree.remove("assured_date");
    ServiceRecord unassured = TestFeeds.taken(tree);

    assertThat(assured.assuredDate())
        .hasValueSatisfying(date -> assertThat(date).hasToString("2026-10-08"));
    assertThat(assured.signpost().confidence()).isEqualTo(Signposting.Confidence.MEDIUM);
    assertThat(unassured.assuredDate()).isEmpty();
    assertThat(unassured.signpost().confidence()).isEqualTo(Signposting.Confidence.LOW);
    assertThat(unassured.signpost().sources().getFirst().date()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We offer a friendly lunch club in Alton. Come along! | a friendly lunch club in Alton",
        "<p><b>Free</b> advice on benefits &amp; debt.</p> | free advice on benefits & debt",
        "Ring us on 01632 960001 today. | a service of Fictional Trust 1",
        "This group is not running at the moment and we are sorry about that. | a service of Fictional Trust 1",
        "**Support** for carers of people with [dementia](https://example.org), with trained staff who come to your home every week. | support for carers of people with dementia, with trained staff",
        "Do you look after someone? | a service of Fictional Trust 1"
      })
  void firstSentenceIsUsedWhereItReadsOn(String description, String expected) {
    ObjectNode tree = service().put("description", description);

    assertThat(TestFeeds.taken(tree).signpost().text()).isEqualTo(expected);
  }

  @Test
  void longNameIsCutAtAWord() {
    ObjectNode tree =
        service()
            .put(
                "name",
                "The Fictional Society for \u201cthe Elderly\u201d and their Carers in \u0141ondon HELP");

    assertThat(TestFeeds.taken(tree).alternateName()).isEqualTo("The Fictional Society");
  }
}
