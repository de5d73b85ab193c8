package org.carersignpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.outbox.TextCarrier.Posted;
import org.carersignpost.privacy.Pseudonyms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/// What goes, what waits, what is cancelled, and what is told of it.
class OutboxTests {
  private static final Posted FAULT = new Posted.Unknown(true);

  @TempDir static Path folder;
  private static OutboxFixture fixture;
  private final FakeCarrier carrier = new FakeCarrier();

  @BeforeAll
  static void open() {
    fixture = OutboxFixture.onOneRedis(folder);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @AfterEach
  void clear() {
    fixture.clear();
  }

  @Test
  void textIsSentOnceAndItsWayIsToldToListeners() {
    Outbox outbox = started();
    List<Outbox.Changed> told = Collections.synchronizedList(new ArrayList<>());
    outbox.onChange(told::add);
    OutgoingId id = fixture.put(fixture.text(1, "We will ring you.", Purpose.REPLY));

    fixture.awaitState(id, 1, DeliveryState.ACCEPTED);
    outbox.reported(id, "SM1", "delivered", Optional.empty());

    Delivery delivery = fixture.delivery(id, 1);
    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivery.attempts()).isEqualTo(1);
    assertThat(delivery.purpose()).isEqualTo(Purpose.REPLY);
    assertThat(delivery.problem()).isEmpty();
    assertThat(carrier.posts())
        .containsExactly(new FakeCarrier.Post(id, OutboxFixture.number(1), "We will ring you."));
    assertThat(told)
        .hasSizeGreaterThanOrEqualTo(3)
        .containsOnly(new Outbox.Changed(fixture.conversation(1), id));
  }

  @Test
  void nothingSaidLiesOpenInRedis() {
    started();
    OutgoingId id = fixture.put(fixture.text(2, "Private words.", Purpose.REPLY));
    fixture.awaitState(id, 2, DeliveryState.ACCEPTED);

    assertThat(fixture.server.everything()).doesNotContain("Private", "7700900002");
  }

  @Test
  void textsOfOneConversationKeepTheirOrder() {
    List<String> words = Stream.iterate(1, n -> n + 1).limit(15).map(n -> "Text " + n).toList();
    carrier.answerNext(
        new Posted.TryLater(Optional.empty()), new Posted.Unsent(), FAULT, FAULT, FAULT);
    words.forEach(each -> fixture.put(fixture.text(3, each, Purpose.REPLY)));
    started();

    fixture.awaitMoving("all are sent", () -> fixture.countIn(3, DeliveryState.ACCEPTED) == 15);
    assertThat(carrier.texts().stream().distinct()).containsExactlyElementsOf(words);
  }

  @Test
  void laterTextDoesNotWaitForOneThatIsDueTomorrow() {
    Instant tomorrow = fixture.clock.instant().plus(Duration.ofDays(1));
    fixture.put(fixture.text(4, "Tomorrow.", Purpose.REPLY, tomorrow, Optional.empty()));
    OutgoingId now = fixture.put(fixture.text(4, "Now.", Purpose.REPLY));
    started();

    fixture.awaitState(now, 4, DeliveryState.ACCEPTED);
    assertThat(carrier.texts()).containsExactly("Now.");
  }

  @ParameterizedTest
  @ValueSource(ints = {21610, 21211, 21614, 21612, 21408})
  void refusedTextFailsWithItsCodeAndIsNotTriedAgain(int code) {
    carrier.answerNext(new Posted.Refused(code, true));
    Outbox outbox = started();
    OutgoingId id = fixture.put(fixture.text(5, "Hello.", Purpose.REPLY));

    fixture.awaitState(id, 5, DeliveryState.FAILED);
    Delivery delivery = fixture.delivery(id, 5);
    assertThat(delivery.error()).contains(code);
    assertThat(delivery.problem()).contains(DeliveryProblem.ofCode(code));
    assertThat(outbox.troubled(10)).containsExactly(delivery);
    assertThat(carrier.posts()).hasSize(1);
  }

  @Test
  void optOutWithThePhoneCompanyIsRememberedAndSurvivesErasure() {
    carrier.answerNext(new Posted.Refused(21610, true));
    started();
    OutgoingId id = fixture.put(fixture.text(6, "Hello.", Purpose.REPLY));
    fixture.awaitState(id, 6, DeliveryState.FAILED);

    fixture.forget(fixture.conversation(6));

    OptOutRegister register = new OptOutRegister(fixture.redis);
    assertThat(register.isOptedOut(List.of("nobody", fixture.conversation(6)))).isTrue();
    assertThat(register.since(List.of(fixture.conversation(6)))).contains(fixture.clock.instant());
    assertThat(register.isOptedOut(List.of(fixture.conversation(7)))).isFalse();
  }

  @Test
  void followUpAfterAnOptOutIsCancelledAndReplyWaitsForTheCarersWord() {
    Instant out = fixture.clock.instant();
    fixture.written(8, out);
    fixture.optOut(8, out);
    OutgoingId followUp = fixture.put(fixture.text(8, "How are you?", Purpose.FOLLOW_UP));
    OutgoingId early = fixture.put(fixture.text(8, "Hello.", Purpose.REPLY));
    OutgoingId alert = fixture.put(fixture.text(8, "A crisis waits.", Purpose.ALERT));
    started();

    fixture.awaitState(followUp, 8, DeliveryState.CANCELLED);
    fixture.awaitState(early, 8, DeliveryState.CANCELLED);
    fixture.awaitState(alert, 8, DeliveryState.ACCEPTED);
    assertThat(fixture.delivery(early, 8).problem().orElseThrow().happened()).contains("opted out");

    fixture.written(8, out.plusSeconds(60));
    OutgoingId late = fixture.put(fixture.text(8, "You wrote again.", Purpose.REPLY));
    fixture.awaitState(late, 8, DeliveryState.ACCEPTED);
    assertThat(carrier.texts()).containsExactlyInAnyOrder("A crisis waits.", "You wrote again.");
  }

  @Test
  void optOutUnderAnOlderPseudonymIsObeyed() {
    String old = "the-secret-before-this-one-was-32-chars";
    Pseudonyms names = new Pseudonyms("0123456789abcdef0123456789abcdef," + old);
    String formerly = new Pseudonyms(old).of(OutboxFixture.number(9));
    new OptOutRegister(fixture.redis).add(formerly, fixture.clock.instant());
    OutgoingId id = fixture.put(fixture.text(9, "How are you?", Purpose.FOLLOW_UP));
    fixture.copy(carrier, OutboxFixture.properties(), names);

    fixture.awaitState(id, 9, DeliveryState.CANCELLED);
    assertThat(carrier.posts()).isEmpty();
  }

  @Test
  void followUpIsCancelledWhenItsConditionNoLongerHolds() {
    fixture.field(10, "state", "closed");
    var whileWaiting = Optional.of(new OutgoingText.Condition("state", "waiting"));
    var onceClosed = Optional.of(new OutgoingText.Condition("state", "closed"));
    Instant now = fixture.clock.instant();
    OutgoingId not = fixture.put(fixture.text(10, "One.", Purpose.FOLLOW_UP, now, whileWaiting));
    OutgoingId yes = fixture.put(fixture.text(10, "Two.", Purpose.FOLLOW_UP, now, onceClosed));
    started();

    fixture.awaitState(yes, 10, DeliveryState.ACCEPTED);
    assertThat(fixture.delivery(not, 10).state()).isEqualTo(DeliveryState.CANCELLED);
    assertThat(carrier.texts()).containsExactly("Two.");
  }

  @Test
  void followUpWaitsForTheMorningAndReplyDoesNot() {
    fixture.clock.set(Instant.parse("2026-03-02T22:00:00Z"));
    OutgoingId followUp = fixture.put(fixture.text(11, "Morning.", Purpose.FOLLOW_UP));
    OutgoingId reply = fixture.put(fixture.text(11, "Night.", Purpose.REPLY));
    started();

    fixture.awaitState(reply, 11, DeliveryState.ACCEPTED);
    OutboxFixture.await(
        "it is put off",
        () -> fixture.delivery(followUp, 11).due().equals(Instant.parse("2026-03-03T08:00:00Z")));
    assertThat(carrier.texts()).containsExactly("Night.");

    fixture.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
    fixture.awaitState(followUp, 11, DeliveryState.ACCEPTED);
  }

  @Test
  void numberThatGetsTooMuchWaitsButAlertsDoNot() {
    fixture.copy(carrier, OutboxFixture.properties(2, 1_000_000));
    for (int i = 0; i < 3; i++) {
      fixture.put(fixture.text(12, "Text " + i, Purpose.REPLY));
    }
    List<OutgoingId> alerts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      alerts.add(fixture.put(fixture.text(12, "Alert " + i, Purpose.ALERT)));
    }

    alerts.forEach(alert -> fixture.awaitState(alert, 12, DeliveryState.ACCEPTED));
    OutboxFixture.await("two are sent", () -> fixture.countIn(12, DeliveryState.ACCEPTED) == 7);
    OutboxFixture.await(
        "the third is put off",
        () ->
            fixture.deliveries(12).stream()
                .anyMatch(each -> each.due().equals(fixture.clock.instant().plusSeconds(1800))));

    fixture.clock.advance(Duration.ofMinutes(30));
    OutboxFixture.await(
        "the third is sent", () -> fixture.countIn(12, DeliveryState.ACCEPTED) == 8);
  }

  @Test
  void allTextsTogetherHaveALimitThatTwoCopiesShare() {
    fixture.copy(carrier, OutboxFixture.properties(1_000, 5));
    fixture.copy(carrier, OutboxFixture.properties(1_000, 5));
    for (int i = 0; i < 20; i++) {
      fixture.put(fixture.text(100 + i, "Text", Purpose.REPLY));
    }

    OutboxFixture.await("five are sent", () -> carrier.posts().size() == 5);
    fixture.clock.advance(Duration.ofSeconds(12));
    OutboxFixture.await("one more is sent", () -> carrier.posts().size() == 6);
    fixture.clock.advance(Duration.ofMinutes(1));
    OutboxFixture.await("five more are sent", () -> carrier.posts().size() == 11);
  }

  @Test
  void furthestStateStaysInWhateverOrderReportsCome() {
    Outbox outbox = started();
    List<String> words = new ArrayList<>(List.of("queued", "sending", "sent", "delivered", "read"));
    for (int i = 30; i < 60; i++) {
      Collections.rotate(words, i);
      OutgoingId id = fixture.put(fixture.text(i, "Hello.", Purpose.REPLY));
      for (String word : words) {
        // Before the answer as well as after it.
        outbox.reported(id, "SMown", word, Optional.empty());
        outbox.reported(id, "SMown", word, Optional.empty());
      }
      assertThat(fixture.delivery(id, i).state()).isEqualTo(DeliveryState.DELIVERED);
    }
  }

  @Test
  void failureIsKeptWithItsCodeUntilItArrivesAfterAll() {
    Outbox outbox = started();
    OutgoingId id = fixture.put(fixture.text(24, "Hello.", Purpose.REPLY));
    fixture.awaitState(id, 24, DeliveryState.ACCEPTED);

    outbox.reported(id, "SM1", "undelivered", Optional.of(30003));
    outbox.reported(id, "SM1", "sent", Optional.empty());
    Delivery delivery = fixture.delivery(id, 24);
    assertThat(delivery.state()).isEqualTo(DeliveryState.UNDELIVERED);
    assertThat(delivery.problem().orElseThrow().happened()).contains("could not be reached");

    outbox.acknowledge(id);
    assertThat(outbox.troubled(10)).isEmpty();
    outbox.reported(id, "SM1", "delivered", Optional.empty());
    assertThat(fixture.delivery(id, 24).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(fixture.delivery(id, 24).error()).isEmpty();
  }

  @Test
  void lateWordOfAnEarlierAttemptDoesNotSpoilTheNext() {
    Outbox outbox = started();
    OutgoingId id = fixture.put(fixture.text(25, "Hello.", Purpose.REPLY));
    fixture.awaitState(id, 25, DeliveryState.ACCEPTED);
    outbox.reported(id, "SM1", "undelivered", Optional.of(30008));
    assertThat(outbox.sendAgain(id)).isTrue();
    fixture.awaitState(id, 25, DeliveryState.ACCEPTED);

    outbox.reported(id, "SM1", "failed", Optional.of(30008));
    assertThat(fixture.delivery(id, 25).state()).isEqualTo(DeliveryState.ACCEPTED);
    outbox.reported(id, "SM2", "sent", Optional.empty());
    assertThat(fixture.delivery(id, 25).state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void textThatWaitsCanBeTakenBack() {
    Instant later = fixture.clock.instant().plus(Duration.ofHours(1));
    OutgoingId id = fixture.put(fixture.text(26, "Later.", Purpose.REPLY, later, Optional.empty()));
    Outbox outbox = started();

    assertThat(outbox.cancel(id)).isTrue();
    assertThat(outbox.cancel(id)).isFalse();
    fixture.clock.advance(Duration.ofHours(2));
    OutgoingId next = fixture.put(fixture.text(26, "Next.", Purpose.REPLY));
    fixture.awaitState(next, 26, DeliveryState.ACCEPTED);
    assertThat(carrier.texts()).containsExactly("Next.");
    assertThat(fixture.delivery(id, 26).state()).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void nothingIsSentWhileRedisIsAwayAndAllOfItAfterwards() {
    Outbox outbox = started();
    OutgoingId first = fixture.put(fixture.text(61, "Before.", Purpose.REPLY));
    fixture.awaitState(first, 61, DeliveryState.ACCEPTED);
    Instant soon = fixture.clock.instant().plusSeconds(1);
    OutgoingId id = fixture.put(fixture.text(61, "After.", Purpose.REPLY, soon, Optional.empty()));
    fixture.server.kill();
    fixture.clock.advance(Duration.ofSeconds(2));
    outbox.wake();
    fixture.server.start();

    OutboxFixture.await(
        "it is sent",
        () -> {
          try {
            return fixture.delivery(id, 61).state() == DeliveryState.ACCEPTED;
          } catch (DataAccessException e) {
            return false;
          }
        });
    assertThat(carrier.texts()).containsExactly("Before.", "After.");
  }

  @Test
  void erasedTextIsNeitherSentNorFound() {
    Instant later = fixture.clock.instant().plus(Duration.ofHours(1));
    OutgoingId id =
        fixture.put(fixture.text(62, "Later.", Purpose.FOLLOW_UP, later, Optional.empty()));
    Outbox outbox = started();
    fixture.forget(fixture.conversation(62));
    outbox.reported(id, "SM1", "delivered", Optional.empty());

    assertThat(outbox.deliveries(fixture.conversation(62))).isEmpty();
    assertThat(fixture.server.everything()).doesNotContain(id.value());
  }

  private Outbox started() {
    return fixture.copy(carrier, OutboxFixture.properties()).outbox();
  }
}
