package org.carersignpost.knowledge.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One fault in a sound service, and how it is named.
class ServiceChecksTests {
  private static final String RIVERSIDE = "services/riverside-carers.json";
  private static final String LISTENING = "services/listening-line.json";

  private final Path folder;

  ServiceChecksTests(@TempDir Path folder) {
    this.folder = folder;
  }

  private List<Problem> broken(String file, String old, String changed) {
    return new SmallKnowledgeBase(folder).change(file, old, changed).problems();
  }

  @Test
  void soundKnowledgeBaseHasNoFault() {
    assertThat(new SmallKnowledgeBase(folder).problems()).isEmpty();
  }

  @Test
  void slugIsTheNameOfTheFile() {
    assertThat(broken(RIVERSIDE, "\"slug\": \"riverside-carers\"", "\"slug\": \"riverside\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "signpost.slug", "riverside is not the file's name, riverside-carers"));
  }

  @Test
  void organizationIsTheOneNamed() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"organization_id\": \"10000000-0000-4000-8000-000000000002\"",
                "\"organization_id\": \"10000000-0000-4000-8000-0000000000ff\""))
        .containsExactly(new Problem(RIVERSIDE, "organization_id", "is not organization.id"));
  }

  @Test
  void attributeBelongsToItsService() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"link_id\": \"10000000-0000-4000-8000-000000000001\"",
                "\"link_id\": \"10000000-0000-4000-8000-0000000000ff\""))
        .containsExactly(
            new Problem(RIVERSIDE, "attributes[0].link_id", "is not the service's id"));
  }

  @Test
  void siteBelongsToItsService() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"service_id\": \"10000000-0000-4000-8000-000000000001\"",
                "\"service_id\": \"10000000-0000-4000-8000-0000000000ff\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "service_at_locations[0].service_id", "is not the service's id"));
  }

  @Test
  void siteIsTheOneNamed() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"location_id\": \"10000000-0000-4000-8000-00000000000f\"",
                "\"location_id\": \"10000000-0000-4000-8000-0000000000ff\""))
        .containsExactly(
            new Problem(RIVERSIDE, "service_at_locations[0].location_id", "is not location.id"));
  }

  @Test
  void idIsUsedOnce() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"id\": \"10000000-0000-4000-8000-000000000006\"",
                "\"id\": \"10000000-0000-4000-8000-000000000003\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[1].id",
                "is used already, at services/riverside-carers.json: phones[0].id"));
  }

  @Test
  void idIsUsedOnceInAllFiles() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"id\": \"10000000-0000-4000-8000-000000000006\"",
                "\"id\": \"20000000-0000-4000-8000-000000000002\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[1].id",
                "is used already, at services/listening-line.json: phones[0].id"));
  }

  @Test
  void organizationIsTheSameInEachService() {
    assertThat(broken(RIVERSIDE, "\"name\": \"Riverside\",", "\"name\": \"Riverside Ltd\","))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "organization.id",
                "stands for something else at services/listening-line.json: organization.id"));
  }

  @Test
  void shortNameFitsIntoAText() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"alternate_name\": \"Riverside Carers\"",
                "\"alternate_name\": \"Riverside Carers of Westshire and Eastshire\""))
        .containsExactly(
            new Problem(RIVERSIDE, "alternate_name", "has 43 characters, at most 38 fit"));
  }

  @Test
  void offerFitsIntoAText() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"advice and time off for adults who look after somebody\"",
                "\"advice, information, training, support and time off for adults who look after somebody\""))
        .containsExactly(
            new Problem(RIVERSIDE, "signpost.text", "has 86 characters, at most 72 fit"));
  }

  @Test
  void textedWordsKeepToTheAlphabetOfTexts() {
    assertThat(broken(RIVERSIDE, "\"Adults who look", "\"Adults – who look"))
        .containsExactly(
            new Problem(
                RIVERSIDE, "eligibility_description", "has characters that texts cannot carry: –"));
  }

  @Test
  void phoneDescriptionKeepsToTheAlphabetOfTexts() {
    assertThat(broken(RIVERSIDE, "\"Advice line\"", "\"Carers’ line\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "phones[0].description", "has characters that texts cannot carry: ’"));
  }

  @Test
  void hoursInWordsKeepToTheAlphabetOfTexts() {
    assertThat(broken(RIVERSIDE, "\"The last Friday of the month\"", "\"The last Friday…\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "schedules[1].description",
                "has characters that texts cannot carry: …"));
  }

  @Test
  void optOutWordIsNotOffered() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"advice and time off for adults who look after somebody\"",
                "\"text HELP for advice and time off\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "signpost.text",
                "offers a word that phone networks act on, such as STOP, YES or HELP"));
  }

  @Test
  void optOutWordInQuotesIsNotOffered() {
    assertThat(broken(RIVERSIDE, "\"Advice line\"", "\"Text the word 'stop' to end\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].description",
                "offers a word that phone networks act on, such as STOP, YES or HELP"));
  }

  @Test
  void pageHasAFullAddress() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"url\": \"https://riverside.example.org/carers\",\n  \"email\"",
                "\"url\": \"riverside.example.org\",\n  \"email\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "url",
                "riverside.example.org is not an address that begins with https:// or http://"));
  }

  @Test
  void emailHasAFullAddress() {
    assertThat(broken(RIVERSIDE, "hello@riverside.example.org", "hello at riverside"))
        .containsExactly(
            new Problem(RIVERSIDE, "email", "hello at riverside is not an email address"));
  }

  @Test
  void languageHasACode() {
    assertThat(broken(RIVERSIDE, "\"code\": \"cy\"", "\"code\": \"Welsh\""))
        .containsExactly(
            new Problem(RIVERSIDE, "languages[0].code", "is not two or three small letters"));
  }

  @Test
  void ageIsThatOfAPerson() {
    assertThat(broken(RIVERSIDE, "\"maximum_age\": 99", "\"maximum_age\": 990"))
        .containsExactly(new Problem(RIVERSIDE, "maximum_age", "is not an age in years"));
  }

  @Test
  void oldestIsNotYoungerThanYoungest() {
    assertThat(broken(RIVERSIDE, "\"maximum_age\": 99", "\"maximum_age\": 17"))
        .containsExactly(new Problem(RIVERSIDE, "maximum_age", "is below minimum_age"));
  }

  @Test
  void numberCanBeDialled() {
    assertThat(broken(RIVERSIDE, "\"+448081570123\"", "\"+44808157012\""))
        .contains(
            new Problem(RIVERSIDE, "phones[2].number", "+44808157012 is not a valid UK number"));
  }

  @Test
  void foreignNumberIsRefused() {
    assertThat(broken(RIVERSIDE, "\"+447700900123\"", "\"+33123456789\""))
        .containsExactly(
            new Problem(RIVERSIDE, "phones[1].number", "+33123456789 is not a valid UK number"));
  }

  @Test
  void numberIsWrittenInOneWay() {
    assertThat(broken(RIVERSIDE, "\"+447700900123\"", "\"07700 900123\""))
        .containsExactly(
            new Problem(RIVERSIDE, "phones[1].number", "must be written as +447700900123"));
  }

  @Test
  void numberIsThereOnce() {
    assertThat(broken(RIVERSIDE, "\"+448081570123\"", "\"+441632960101\""))
        .contains(new Problem(RIVERSIDE, "phones[2].number", "+441632960101 is there twice"));
  }

  @Test
  void dearNumberSaysSo() {
    assertThat(broken(RIVERSIDE, "\"+447700900123\"", "\"+448456000000\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[1].description",
                "must say charged: 0845 600 0000 is a dear number"));
  }

  @Test
  void premiumNumberSaysSo() {
    assertThat(broken(RIVERSIDE, "\"+447700900123\"", "\"+449012345678\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[1].description",
                "must say charged: 0901 234 5678 is a dear number"));
  }

  @Test
  void directoryEnquiriesSaySo() {
    assertThat(broken(RIVERSIDE, "\"+447700900123\"", "\"118500\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "phones[1].description", "must say charged: 118 500 is a dear number"));
  }

  @Test
  void freephoneIsFree() {
    assertThat(broken(RIVERSIDE, "\"free\": true", "\"free\": false"))
        .containsExactly(
            new Problem(RIVERSIDE, "phones[2].free", "0808 157 0123 is a freephone number"));
  }

  @Test
  void dearNumberThatSaysSoIsTaken() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"number\": \"+447700900123\",",
                "\"number\": \"+448456000000\", \"description\": \"Charged: 5p a minute\","))
        .isEmpty();
  }

  @Test
  void dearNumberCannotBeFree() {
    assertThat(
            broken(
                RIVERSIDE,
                "\"number\": \"+447700900123\",\n      \"type\": \"sms\",\n      \"free\": false",
                "\"number\": \"+448456000000\", \"description\": \"Charged\", \"type\": \"sms\","
                    + " \"free\": true"))
        .containsExactly(
            new Problem(
                RIVERSIDE, "phones[1].free", "0845 600 0000 is a dear number and cannot be free"));
  }

  @Test
  void numbersForDramaAreRefusedWhereCarersAreAnswered() {
    assertThat(new SmallKnowledgeBase(folder).problems(Numbers.REAL))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "phones[0].number",
                "+441632960101 is kept for drama, nobody answers it"),
            new Problem(
                RIVERSIDE,
                "phones[1].number",
                "+447700900123 is kept for drama, nobody answers it"),
            new Problem(
                RIVERSIDE,
                "phones[2].number",
                "+448081570123 is kept for drama, nobody answers it"));
  }

  @Test
  void numberInWordsIsOneOfAService() {
    assertThat(broken(RIVERSIDE, "Its line is 01632 960101.", "Its line is 01632 960102."))
        .containsExactly(
            new Problem(
                RIVERSIDE, "description", "01632 960102 is not a number of any service here"));
  }

  @Test
  void coverageIsAKnownArea() {
    assertThat(broken(RIVERSIDE, "\"extent\": \"E10000099\"", "\"extent\": \"E10000098\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "service_areas[0].extent", "E10000098 is not a code in areas.csv"));
  }

  @Test
  void coverageIsNamedAsItsCode() {
    assertThat(broken(RIVERSIDE, "\"name\": \"Westshire\",", "\"name\": \"Eastshire\","))
        .containsExactly(
            new Problem(
                RIVERSIDE, "service_areas[0].name", "must be Westshire, which has this code"));
  }

  @Test
  void coverageIsTheCodeOfTheStatisticsOffice() {
    assertThat(broken(RIVERSIDE, "\"ons_code\"", "\"gss\""))
        .containsExactly(
            new Problem(RIVERSIDE, "service_areas[0].extent_type", "must be ons_code"));
  }

  @Test
  void coverageIsThere() {
    assertThat(
            broken(
                LISTENING,
                "  \"service_areas\": [\n    {\n      \"id\": \"20000000-0000-4000-8000-000000000004\",\n      \"name\": \"England\",\n      \"extent\": \"E92000001\",\n      \"extent_type\": \"ons_code\"\n    }\n  ],\n",
                ""))
        .containsExactly(
            new Problem(LISTENING, "service_areas", "is missing: where is it available?"));
  }

  @Test
  void topicIsKnown() {
    assertThat(broken(RIVERSIDE, "\"code\": \"breaks\"", "\"code\": \"brakes\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "attributes[0].taxonomy_term.code",
                "brakes is not a topic in taxonomy.yaml"));
  }

  @Test
  void topicIsThere() {
    assertThat(broken(LISTENING, "\"taxonomy\": \"carer-needs\"", "\"taxonomy\": \"elsewhere\""))
        .containsExactly(
            new Problem(LISTENING, "attributes", "holds no topic, so nobody would find it"));
  }

  @Test
  void postcodeIsWrittenInFull() {
    assertThat(broken(RIVERSIDE, "\"SO23 8UJ\"", "\"SO23\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "service_at_locations[0].location.addresses[0].postal_code",
                "SO23 is not a postcode like SO23 8UJ"));
  }

  @Test
  void placeToFleeToHasNoAddress() {
    assertThat(broken(RIVERSIDE, "\"code\": \"breaks\"", "\"code\": \"domestic-abuse\""))
        .containsExactly(
            new Problem(
                RIVERSIDE,
                "service_at_locations[0].location.addresses",
                "must be left out: where people flee from abuse is secret"));
  }

  @Test
  void sourceIsThere() {
    assertThat(
            broken(
                LISTENING,
                ",\n    \"sources\": [\n      { \"url\": \"https://listening.example.org\", \"seen\": \"Date not noted\" }\n    ]",
                ""))
        .containsExactly(
            new Problem(LISTENING, "signpost.sources", "is missing: where were its facts read?"));
  }

  @Test
  void sourceIsAPage() {
    assertThat(broken(LISTENING, "\"https://listening.example.org\"", "\"a leaflet\""))
        .containsExactly(
            new Problem(
                LISTENING,
                "signpost.sources[0].url",
                "a leaflet is not an address that begins with https:// or http://"));
  }

  @Test
  void assuredDateIsThatOfTheNewestSource() {
    assertThat(
            broken(
                RIVERSIDE, "\"assured_date\": \"2026-02-01\"", "\"assured_date\": \"2026-02-02\""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "assured_date", "must be 2026-02-01, the date of the newest source"));
  }

  @Test
  void assuredDateIsThereWhenASourceHasOne() {
    assertThat(broken(RIVERSIDE, "\"assured_date\": \"2026-02-01\",", ""))
        .containsExactly(
            new Problem(
                RIVERSIDE, "assured_date", "must be 2026-02-01, the date of the newest source"));
  }

  @Test
  void assuredDateIsAbsentWhenNoSourceHasOne() {
    assertThat(
            broken(
                LISTENING,
                "\"status\": \"active\",",
                "\"status\": \"active\", \"assured_date\": \"2026-02-01\","))
        .containsExactly(
            new Problem(LISTENING, "assured_date", "must be left out: no source has a date"));
  }

  @Test
  void assuredDateIsNotInTheFuture() {
    assertThat(
            broken(
                LISTENING,
                "\"status\": \"active\",",
                "\"status\": \"active\", \"assured_date\": \"2026-03-03\","))
        .containsExactly(new Problem(LISTENING, "assured_date", "is in the future"));
  }

  @Test
  void dateOfASourceIsNotInTheFuture() {
    assertThat(broken(LISTENING, "\"seen\": \"Date not noted\"", "\"date\": \"2026-03-03\""))
        .contains(new Problem(LISTENING, "signpost.sources[0].date", "is in the future"));
  }
}
