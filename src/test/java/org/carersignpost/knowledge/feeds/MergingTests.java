package org.carersignpost.knowledge.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.carersignpost.knowledge.files.Phone;
import org.carersignpost.knowledge.files.ServiceRecord;
import org.carersignpost.knowledge.files.ServiceRecords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class MergingTests {
  @TempDir Path data;

  private FeedFile feed(String id, ObjectNode... services) throws IOException {
    Path saved = data.resolve(id + ".json");
    Files.writeString(saved, List.of(services).toString());
    FeedFolder folder = new FeedFolder(data);
    FeedReport report =
        TestFeeds.imports(folder, TestFeeds.NOW)
            .run(new FeedSource(id, new FeedSource.From.File(saved), List.of(), Duration.ZERO));
    assertThat(report.setAside()).isEmpty();
    return folder.read(id).orElseThrow();
  }

  /// One that an editor wrote: its number is the first service's, its id is its own.
  private static ServiceRecord byHand() {
    ServiceRecord any = TestFeeds.HERE.base().service("acas").orElseThrow();
    assertThat(any.email()).isEmpty();
    return any;
  }

  /// Ours, if editors had written just these.
  private static Here here(ServiceRecord... byHand) {
    Here ours = TestFeeds.HERE;
    return new Here(ours.base().with(List.of(byHand), "test"), ours.terms(), ours.numbers());
  }

  private static ObjectNode like(ServiceRecord service) {
    ObjectNode tree = new GeneratedFeed(1).whole(1, 0);
    tree.put("name", " the " + service.name().toUpperCase(Locale.ROOT) + "! ");
    ((ObjectNode) tree.path("organization")).put("name", service.organization().name() + " Ltd");
    ((ObjectNode) tree.path("phones").get(0)).put("number", service.phones().getFirst().number());
    tree.put("email", "hello@example.org").put("url", "https://other.example.org");
    return tree;
  }

  @Test
  void whatAnEditorWroteStaysAndItsGapsAreFilled() throws IOException {
    ServiceRecord hand = byHand();

    Merging merging = Merging.of(here(hand), List.of(feed("one", like(hand))));

    assertThat(merging.services()).hasSize(1);
    ServiceRecord service = merging.services().getFirst();
    assertThat(service.id()).isEqualTo(hand.id());
    assertThat(service.name()).isEqualTo(hand.name());
    assertThat(service.description()).isEqualTo(hand.description());
    assertThat(service.phones()).isEqualTo(hand.phones());
    assertThat(service.url()).isEqualTo(hand.url());
    assertThat(service.email()).contains("hello@example.org");
    assertThat(service.assuredDate()).isEqualTo(hand.assuredDate());
    assertThat(service.signpost().sources()).hasSize(hand.signpost().sources().size() + 1);
    assertThat(merging.joined()).hasSize(1);
    assertThat(
            ServiceRecords.faults(
                service, TestFeeds.HERE.base(), TestFeeds.TODAY, TestFeeds.HERE.numbers()))
        .isEmpty();
  }

  @Test
  void sameIdIsTheSameServiceWhateverElseItSays() throws IOException {
    ServiceRecord hand = byHand();
    ObjectNode tree = new GeneratedFeed(1).whole(2, 0).put("id", hand.id().toString());

    assertThat(Merging.of(here(hand), List.of(feed("one", tree))).services()).hasSize(1);
  }

  @Test
  void anotherNumberMakesAnotherService() throws IOException {
    ServiceRecord hand = byHand();
    ObjectNode tree = like(hand);
    ((ObjectNode) tree.path("phones").get(0)).put("number", "01632 960999");

    assertThat(Merging.of(here(hand), List.of(feed("one", tree))).services()).hasSize(2);
  }

  @Test
  void feedThatIsNamedFirstIsBelieved() throws IOException {
    ObjectNode first = new GeneratedFeed(1).whole(1, 0).put("fees", "Free");
    ObjectNode second =
        new GeneratedFeed(1).whole(1, 0).put("fees", "Ten pounds").put("alert", "Closed in May.");
    second.put("id", "another");

    Merging merging = Merging.of(here(), List.of(feed("one", first), feed("two", second)));

    assertThat(merging.services()).hasSize(1);
    assertThat(merging.services().getFirst().fees()).contains("Free");
    assertThat(merging.services().getFirst().alert()).contains("Closed in May.");
    assertThat(merging.services().getFirst().signpost().sources()).hasSize(2);
  }

  @Test
  void whatOneFeedKeepsApartStaysApart() throws IOException {
    ObjectNode first = new GeneratedFeed(1).whole(1, 0);
    ObjectNode second = first.deepCopy().put("id", "other-site");

    assertThat(Merging.of(here(), List.of(feed("one", first, second))).services()).hasSize(2);
  }

  @Test
  void registeredNumberTellsAnOrganisationWhateverItIsCalled() throws IOException {
    ObjectNode first = new GeneratedFeed(1).whole(1, 0);
    ObjectNode second = first.deepCopy().put("id", "other");
    for (ObjectNode tree : List.of(first, second)) {
      ((ObjectNode) tree.path("organization"))
          .putArray("organization_identifiers")
          .addObject()
          .put("identifier_scheme", "GB-CHC")
          .put("identifier", "0123 456")
          .put("identifier_type", "Charity");
    }
    ((ObjectNode) second.path("organization")).put("name", "Known as something else");

    assertThat(Merging.of(here(), List.of(feed("one", first), feed("two", second))).services())
        .hasSize(1)
        .allSatisfy(service -> assertThat(service.phones()).extracting(Phone::number).hasSize(1));
  }
}
