package org.carersignpost.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.carersignpost.conversation.TestCarers.text;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carersignpost.conversation.search.ConversationIndex;
import org.carersignpost.conversation.search.IndexedConversations;
import org.carersignpost.conversation.search.Room;
import org.carersignpost.privacy.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.util.ReflectionTestUtils;

/// The search beside a real store.
class ConversationSearchTests extends ConversationsFixture {
  private static final String OTHER = "+447700900456";

  private final List<IndexedConversations> searches = new ArrayList<>();

  @Override
  TestRedis started(Path folder) {
    return TestRedis.alone(folder);
  }

  @AfterEach
  void stopSearches() {
    searches.forEach(IndexedConversations::stop);
  }

  @Test
  void whatIsStoredAlreadyIsFoundAfterAStart() {
    for (int i = 0; i < 300; i++) {
      clock.advance(Duration.ofSeconds(1));
      service.conversations.take(text("SM" + i, "+4477009%05d".formatted(i), "need number " + i));
    }
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("all is read", search::isComplete);

    assertThat(find(search, "need").total()).isEqualTo(300);
    Page<FoundConversation> found = find(search, "number 123");
    assertThat(found.items())
        .extracting(FoundConversation::id)
        .first()
        .isEqualTo(service.conversations.byNumber("+447700900123").orElseThrow().id());
  }

  @Test
  void theNewestAreFoundWhenThereIsNoRoomForAll() {
    for (int i = 0; i < 50; i++) {
      clock.advance(Duration.ofSeconds(1));
      service.conversations.take(text("SM" + i, "+4477009%05d".formatted(i), "need number " + i));
    }
    IndexedConversations search = search(service, 20);
    TestRedis.await("what there is room for is read", search::isComplete);

    assertThat(find(search, "need").total()).isEqualTo(20);
    assertThat(find(search, "\"number 49\"").total()).isEqualTo(1);
    assertThat(find(search, "\"number 29\"").total()).isZero();
  }

  @Test
  void aChangeIsFoundWithinASecondOrSo() {
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("nothing is read", search::isComplete);

    service.take("SM1", "where is the wheelchair");
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      search.changed(service.view().id());
    }
    TestRedis.await("it is found", () -> find(search, "wheelchair").total() == 1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

    service.take("SM2", "danger, i want a person");
    search.changed(service.view().id());
    TestRedis.await("its new state is found", () -> waiting(search).total() == 1);
    search.changed("no-such-conversation");
  }

  @Test
  void everyCopyOfTheServiceFindsIt(@TempDir Path folder) {
    service.take("SM1", "where is the wheelchair");
    try (TestService other = new TestService(redis, folder, clock)) {
      other.awaitRedis();
      IndexedConversations one = search(service, 1_000);
      IndexedConversations two = search(other, 1_000);
      TestRedis.await("one finds it", () -> find(one, "wheelchair").total() == 1);
      TestRedis.await("the other finds it", () -> find(two, "wheelchair").total() == 1);
      assertThat(find(two, "wheelchair")).isEqualTo(find(one, "wheelchair"));
      two.stop();
    }
  }

  @Test
  void whatIsTooOldIsNotFoundThoughNobodySaidSo() {
    service.take("SM1", "where is the wheelchair");
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("it is found", () -> find(search, "wheelchair").total() == 1);

    clock.advance(Duration.ofDays(90).minusMillis(1));
    assertThat(find(search, "wheelchair").total()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(find(search, "wheelchair").total()).isZero();
  }

  @Test
  void whatIsErasedIsNotFoundOnceThatIsSaid() {
    service.take("SM1", "where is the wheelchair");
    String id = service.view().id();
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("it is found", () -> find(search, "wheelchair").total() == 1);

    service.stored.sweep(clock.instant().plus(Duration.ofDays(91)));
    search.changed(id);
    TestRedis.await("it is gone", () -> find(search, "wheelchair").total() == 0);
  }

  @Test
  void missedChangesAreReadWhenThatIsSaid() {
    service.take("SM1", "where is the wheelchair");
    service.conversations.take(text("SM2", OTHER, "something else"));
    String erased = service.conversations.byNumber(OTHER).orElseThrow().id();
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("all is read", search::isComplete);

    service.take("SM3", "and a ramp");
    redis.onEach(commands -> commands.del(commands.keys("*" + erased).toArray(String[]::new)));
    search.changesWereMissed();
    assertThat(search.isComplete()).isFalse();
    TestRedis.await("all is read again", search::isComplete);
    assertThat(find(search, "ramp").total()).isEqualTo(1);
    assertThat(find(search, "else").total()).isZero();
  }

  @Test
  void itWaitsForTheStoreAndReadsWhatItCouldNotRead() {
    service.take("SM1", "where is the wheelchair");
    String id = service.view().id();
    IndexedConversations before = search(service, 1_000);
    TestRedis.await("all is read", before::isComplete);
    service.take("SM2", "and a ramp");
    redis.kill();

    IndexedConversations meanwhile = search(service, 1_000);
    before.changed(id);
    assertThat(find(before, "wheelchair").total()).isEqualTo(1);
    assertThat(find(meanwhile, "wheelchair").total()).isZero();
    assertThat(meanwhile.isComplete()).isFalse();

    redis.start();
    TestRedis.await("the change is found", () -> find(before, "ramp").total() == 1);
    TestRedis.await("all is read", meanwhile::isComplete);
    assertThat(find(meanwhile, "ramp").total()).isEqualTo(1);
  }

  @Test
  void nothingIsFoundAfterItsEndAndAllAgainAfterAStart() {
    service.take("SM1", "where is the wheelchair");
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("all is read", search::isComplete);

    search.stop();
    assertThat(find(search, "wheelchair").total()).isZero();
    assertThat(search.isComplete()).isFalse();
    search.changed("anything");
    search.changesWereMissed();

    search.start();
    TestRedis.await("all is read again", search::isComplete);
    assertThat(find(search, "wheelchair").total()).isEqualTo(1);
  }

  @Test
  void anIndexThatBrokeIsMadeAnew() {
    service.take("SM1", "where is the wheelchair");
    IndexedConversations search = search(service, 1_000);
    TestRedis.await("all is read", search::isComplete);

    Object running = requireNonNull(ReflectionTestUtils.getField(search, "running"));
    ConversationIndex index = requireNonNull(ReflectionTestUtils.invokeMethod(running, "index"));
    index.close();
    assertThat(find(search, "wheelchair").total()).isZero();
    search.changed(service.view().id());
    TestRedis.await("it is found again", () -> find(search, "wheelchair").total() == 1);
  }

  private IndexedConversations search(TestService copy, int most) {
    Retention retention =
        new Retention(
            Duration.ofDays(90), Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(30));
    IndexedConversations search =
        new IndexedConversations(
            copy.stored, retention, Room.of(most), ZoneId.of("Europe/London"), clock);
    searches.add(search);
    search.start();
    return search;
  }

  private static Page<FoundConversation> find(ConversationSearch search, String words) {
    return search.find(ConversationQuery.of(words), _ -> true, 0, 10);
  }

  private static Page<FoundConversation> waiting(ConversationSearch search) {
    return search.find(
        new ConversationQuery(
            "",
            Optional.empty(),
            Optional.empty(),
            Set.of("waiting"),
            Set.of(),
            Optional.empty(),
            Optional.empty()),
        Optional::isEmpty,
        0,
        10);
  }
}
