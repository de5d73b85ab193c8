package org.carersignpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carersignpost.outbox.TextCarrier.Posted;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens when the carrier does not simply take a text.
class UncertainTextsTests {
  private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
  private static final Posted LOST = new Posted.Unknown(false);
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
  void busyCarrierIsAskedAgainUntilWeGiveUp() {
    carrier.answerNext(
        Stream.generate(() -> new Posted.TryLater(Optional.empty()))
            .limit(10)
            .toArray(Posted[]::new));
    Outbox outbox = started();
    OutgoingId id = fixture.put(fixture.text(13, "Hello.", Purpose.REPLY));

    fixture.awaitMoving(
        "it is given up", () -> fixture.delivery(id, 13).state() == DeliveryState.FAILED);
    assertThat(carrier.posts()).hasSize(10);
    assertThat(fixture.delivery(id, 13).attempts()).isEqualTo(10);

    assertThat(outbox.sendAgain(id)).isTrue();
    fixture.awaitState(id, 13, DeliveryState.ACCEPTED);
    assertThat(outbox.troubled(10)).isEmpty();
    assertThat(fixture.delivery(id, 13).attempts()).isEqualTo(1);
  }

  @Test
  void carriersOwnPauseIsKept() {
    carrier.answerNext(new Posted.TryLater(Optional.of(Duration.ofMinutes(7))));
    started();
    OutgoingId id = fixture.put(fixture.text(14, "Hello.", Purpose.REPLY));

    Instant due = fixture.clock.instant().plus(Duration.ofMinutes(7));
    OutboxFixture.await("it is put off", () -> fixture.delivery(id, 14).due().equals(due));
  }

  @Test
  void lostAnswerIsLookedUpAndFound() {
    carrier.answerNext(LOST);
    carrier.has("SMfound", "sent", "Hello.", fixture.clock.instant());
    started();
    OutgoingId id = fixture.put(fixture.text(15, "Hello.", Purpose.REPLY));

    fixture.awaitMoving(
        "it is found", () -> fixture.delivery(id, 15).state() == DeliveryState.SENT);
    assertThat(carrier.posts()).hasSize(1);
  }

  @Test
  void lostAnswerThatIsNeverFoundIsLeftToStaff() {
    carrier.answerNext(LOST);
    Outbox outbox = started();
    Instant start = fixture.clock.instant();
    OutgoingId id = fixture.put(fixture.text(16, "Hello.", Purpose.REPLY));

    fixture.awaitMoving(
        "it is unknown", () -> fixture.delivery(id, 16).state() == DeliveryState.UNKNOWN);
    Duration took = Duration.between(start, fixture.delivery(id, 16).at());
    assertThat(took).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    assertThat(carrier.posts()).hasSize(1);
    assertThat(carrier.looks()).isEqualTo(6);
    assertThat(outbox.troubled(10)).extracting(Delivery::id).containsExactly(id);
    assertThat(outbox.cancel(id)).isFalse();

    outbox.reported(id, "SMlate", "delivered", Optional.empty());
    assertThat(fixture.delivery(id, 16).state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(outbox.troubled(10)).isEmpty();
  }

  @Test
  void unknownTextThatStaffSendAgainIsLookedForOnceMore() {
    carrier.answerNext(LOST, LOST);
    Outbox outbox = started();
    OutgoingId one = fixture.put(fixture.text(17, "Hello.", Purpose.REPLY));
    OutgoingId two = fixture.put(fixture.text(18, "Hello you.", Purpose.REPLY));
    fixture.awaitMoving(
        "both are unknown",
        () ->
            fixture.delivery(one, 17).state() == DeliveryState.UNKNOWN
                && fixture.delivery(two, 18).state() == DeliveryState.UNKNOWN);

    carrier.has("SMlate", "delivered", "Hello.", fixture.clock.instant());
    assertThat(outbox.sendAgain(one)).isTrue();
    assertThat(outbox.sendAgain(two)).isTrue();
    assertThat(outbox.sendAgain(two)).isFalse();

    fixture.awaitState(one, 17, DeliveryState.DELIVERED);
    fixture.awaitState(two, 18, DeliveryState.ACCEPTED);
    assertThat(carrier.texts()).containsExactlyInAnyOrder("Hello.", "Hello you.", "Hello you.");
  }

  @Test
  void faultThatIsNotFoundIsSentAgain() {
    carrier.answerNext(FAULT, FAULT);
    started();
    OutgoingId id = fixture.put(fixture.text(19, "Hello.", Purpose.REPLY));

    fixture.awaitMoving(
        "it is sent", () -> fixture.delivery(id, 19).state() == DeliveryState.ACCEPTED);
    assertThat(carrier.posts()).hasSize(3);
    assertThat(carrier.looks()).isEqualTo(2);
  }

  @Test
  void faultIsNotSentAgainWhileTheCarrierCannotSay() {
    carrier.answerNext(FAULT);
    carrier.canSay(false);
    started();
    OutgoingId id = fixture.put(fixture.text(20, "Hello.", Purpose.REPLY));

    fixture.awaitMoving("it was looked up often", () -> carrier.looks() > 5);
    assertThat(carrier.posts()).hasSize(1);
    carrier.canSay(true);
    fixture.awaitMoving(
        "it is sent", () -> fixture.delivery(id, 20).state() == DeliveryState.ACCEPTED);
  }

  @Test
  void equalWordsAreNotMistakenForEachOther() {
    carrier.answerNext(new Posted.Accepted("SMfirst", "queued"), LOST);
    carrier.has("SMfirst", "delivered", "Please ring us.", fixture.clock.instant());
    started();
    OutgoingId first = fixture.put(fixture.text(21, "Please ring us.", Purpose.REPLY));
    fixture.awaitState(first, 21, DeliveryState.ACCEPTED);
    OutgoingId second = fixture.put(fixture.text(21, "Please ring us.", Purpose.REPLY));

    fixture.awaitMoving(
        "nobody can say", () -> fixture.delivery(second, 21).state() == DeliveryState.UNKNOWN);
    assertThat(fixture.delivery(first, 21).state()).isEqualTo(DeliveryState.ACCEPTED);
  }

  @Test
  void alertIsSentTwiceRatherThanNever() {
    carrier.answerNext(LOST, FAULT);
    started();
    OutgoingId id = fixture.put(fixture.text(22, "A crisis waits.", Purpose.ALERT));

    fixture.awaitMoving(
        "it is sent", () -> fixture.delivery(id, 22).state() == DeliveryState.ACCEPTED);
    assertThat(carrier.posts()).hasSize(3);
    assertThat(carrier.looks()).isZero();
  }

  @Test
  void alertDoesNotWaitForATextOfTheSameConversation() {
    carrier.answerNext(LOST);
    started();
    OutgoingId stuck = fixture.put(fixture.text(23, "Stuck.", Purpose.REPLY));
    OutboxFixture.await("it was posted", () -> !carrier.posts().isEmpty());
    OutgoingId behind = fixture.put(fixture.text(23, "Behind.", Purpose.REPLY));
    OutgoingId alert = fixture.put(fixture.text(23, "Alert.", Purpose.ALERT));

    fixture.awaitState(alert, 23, DeliveryState.ACCEPTED);
    assertThat(fixture.delivery(stuck, 23).state()).isEqualTo(DeliveryState.SENDING);
    assertThat(fixture.delivery(behind, 23).state()).isEqualTo(DeliveryState.QUEUED);
  }

  @Test
  void whatADeadCopyHadTakenIsLookedUp() {
    OutgoingId sent = fixture.put(fixture.text(27, "Was sent.", Purpose.REPLY));
    OutgoingId not = fixture.put(fixture.text(28, "Was not.", Purpose.REPLY));
    OutgoingId alert = fixture.put(fixture.text(29, "Alert.", Purpose.ALERT));
    Entries dead = new Entries(fixture.redis, new Changes(), OutboxFixture.properties());
    for (OutgoingId id : List.of(sent, not, alert)) {
      assertThat(dead.take(id, fixture.clock.instant(), "token", Optional.empty())).isPresent();
    }
    carrier.has("SMsent", "delivered", "Was sent.", fixture.clock.instant());
    started();
    fixture.clock.advance(HALF_A_MINUTE);

    fixture.awaitState(sent, 27, DeliveryState.DELIVERED);
    fixture.awaitState(alert, 29, DeliveryState.ACCEPTED);
    fixture.awaitMoving(
        "nobody can say", () -> fixture.delivery(not, 28).state() == DeliveryState.UNKNOWN);
    assertThat(carrier.texts()).containsExactly("Alert.");
  }

  private Outbox started() {
    return fixture.copy(carrier, OutboxFixture.properties()).outbox();
  }
}
