package org.carersignpost.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.carersignpost.channel.twilio.TwilioTexts;
import org.carersignpost.outbox.StandInTwilio.Fate;
import org.carersignpost.outbox.StandInTwilio.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/// Ten thousand texts through two copies of the service to a Twilio that misbehaves in every way,
/// while one of the copies dies.
class ExactlyOnceTests {
  private static final Logger LOG = LoggerFactory.getLogger(ExactlyOnceTests.class);
  private static final int CONVERSATIONS = 1_000;
  private static final int EACH = 10;
  private static final long SEED = 20_260_302;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofMillis(400);
  private static final List<Integer> REFUSALS = List.of(21610, 21211, 21614, 21612, 21408, 21617);

  @TempDir static Path folder;

  private final ExecutorService callbacks = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<OutboxFixture.Copy> survivor = new AtomicReference<>();

  @Test
  @Timeout(180)
  void everyTextIsSentOnceOrShownToStaff() {
    try (OutboxFixture fixture = OutboxFixture.onOneRedis(folder);
        StandInTwilio twilio =
            new StandInTwilio(fixture.clock, ExactlyOnceTests::fate, this::tell)) {
      // Redis lives on in this test, and the disk would be its slowest part.
      fixture.server.onEach(redis -> redis.configSet("appendfsync", "no"));
      Map<OutgoingId, Integer> put = put(fixture);
      OutboxProperties properties =
          OutboxFixture.properties(1_000, 100_000_000, Duration.ofMillis(100));
      survivor.set(fixture.copy(texts(twilio), properties));
      try (MortalCarrier mortal = new MortalCarrier(texts(twilio), 1_000)) {
        OutboxFixture.Copy doomed = fixture.copy(mortal, properties);
        OutboxFixture.await("one copy has died", mortal::isDead);
        doomed.cutOff();

        List<Delivery> deliveries = awaitSettled(fixture, twilio);
        LOG.info(figures(deliveries, twilio, mortal));
        assertThat(deliveries).hasSize(CONVERSATIONS * EACH);
        check(deliveries, twilio);
        checkOrder(put, twilio);
      }
    } finally {
      callbacks.close();
    }
  }

  private static Map<OutgoingId, Integer> put(OutboxFixture fixture) {
    Map<OutgoingId, Integer> put = new ConcurrentHashMap<>();
    // They all write later, so that an opt-out at Twilio does not hold back the rest.
    Instant later = fixture.clock.instant().plus(Duration.ofDays(1));
    IntStream.range(0, CONVERSATIONS).forEach(last -> fixture.written(last, later));
    IntStream.range(0, CONVERSATIONS).parallel().forEach(last -> put(fixture, last, put));
    return put;
  }

  private static void put(OutboxFixture fixture, int last, Map<OutgoingId, Integer> put) {
    for (int n = 0; n < EACH; n++) {
      // Some say the same twice.
      String words = n % 4 == 3 ? "Please ring us." : "Text " + n + " for you.";
      put.put(fixture.put(fixture.text(last, words, Purpose.REPLY)), n);
    }
  }

  private static TwilioTexts texts(StandInTwilio twilio) {
    return new TwilioTexts(
        new TwilioTexts.Account(
            "AC0123456789abcdef0123456789abcdef",
            "token",
            "+447700900999",
            twilio.url(),
            "https://text.example.org"),
        CONNECT,
        ANSWER);
  }

  /// How often of a thousand what happens.
  private static Fate fate(String id, int attempt) {
    int chance = random(id, attempt).nextInt(1_000);
    if (chance < 50) {
      return new Fate.Answered(400, REFUSALS.get(chance % REFUSALS.size()));
    } else if (chance < 90) {
      return new Fate.Answered(429, 20429);
    } else if (chance < 120) {
      return new Fate.Answered(500, 20500);
    } else if (chance < 140) {
      return new Fate.TakenBut(500);
    } else if (chance < 160) {
      return new Fate.TakenBut(503);
    } else if (chance < 190) {
      return new Fate.Broken(true);
    } else if (chance < 195) {
      return new Fate.Broken(false);
    } else if (chance < 205) {
      return new Fate.Slow(ANSWER.toMillis() + 100);
    }
    return new Fate.Taken();
  }

  /// Tells what becomes of a message: some of it before the answer, more than once, in any order.
  private void tell(Message message, boolean isAnswered) {
    Random random = random(message.sid(), isAnswered ? 1 : 0);
    if (!isAnswered && random.nextInt(10) > 0) {
      return;
    }
    boolean isFailed = Math.floorMod(message.sid().hashCode(), 50) == 0;
    List<String> words = new ArrayList<>(List.of("queued", "sent", "sent"));
    words.add(isFailed ? "undelivered" : "delivered");
    Collections.shuffle(words, random);
    callbacks.execute(() -> words.forEach(word -> tell(message, word)));
  }

  private void tell(Message message, String word) {
    Optional<Integer> error = word.equals("undelivered") ? Optional.of(30003) : Optional.empty();
    OutgoingId id = new OutgoingId(message.id());
    while (true) {
      try {
        survivor.get().outbox().reported(id, message.sid(), word, error);
        return;
      } catch (DataAccessException e) {
        // A machine with too much to do: the webhook would have been called again.
        OutboxFixture.pause(Duration.ofMillis(50));
      }
    }
  }

  private static Random random(String id, int attempt) {
    return new Random(SEED + 31L * id.hashCode() + attempt);
  }

  /// Moves the clock on whenever nothing is under way, until all texts have come to an end.
  private List<Delivery> awaitSettled(OutboxFixture fixture, StandInTwilio twilio) {
    List<Delivery> settled = new ArrayList<>();
    List<Integer> open =
        IntStream.range(0, CONVERSATIONS).boxed().collect(Collectors.toCollection(ArrayList::new));
    int quiet = 0;
    while (!open.isEmpty()) {
      OutboxFixture.pause(Duration.ofMillis(5));
      quiet = twilio.isBusy() ? 0 : quiet + 1;
      if (quiet > 2) {
        quiet = 0;
        fixture.clock.advance(Duration.ofSeconds(5));
        while (!open.isEmpty() && isOver(deliveries(fixture, open.getLast()))) {
          settled.addAll(deliveries(fixture, open.removeLast()));
        }
      }
    }
    return settled;
  }

  private Collection<Delivery> deliveries(OutboxFixture fixture, int last) {
    return survivor.get().outbox().deliveries(fixture.conversation(last)).values();
  }

  private static boolean isOver(Collection<Delivery> deliveries) {
    return deliveries.stream()
        .map(Delivery::state)
        .allMatch(state -> state == DeliveryState.DELIVERED || state.isTrouble());
  }

  private static void check(List<Delivery> deliveries, StandInTwilio twilio) {
    Map<String, Long> taken =
        twilio.taken().stream().collect(Collectors.groupingBy(Message::id, Collectors.counting()));
    assertThat(taken.values()).as("sent more than once").allMatch(count -> count == 1);
    for (Delivery delivery : deliveries) {
      boolean isTaken = taken.containsKey(delivery.id().value());
      boolean isSaidToBe =
          delivery.state() == DeliveryState.DELIVERED
              || delivery.state() == DeliveryState.UNDELIVERED;
      assertThat(isTaken).as("%s is %s", delivery.id(), delivery.state()).isEqualTo(isSaidToBe);
    }
  }

  /// Within a conversation messages are taken in the order in which the texts were put in.
  private static void checkOrder(Map<OutgoingId, Integer> put, StandInTwilio twilio) {
    Map<String, Integer> last = new HashMap<>();
    for (Message message : twilio.taken()) {
      int place = put.getOrDefault(new OutgoingId(message.id()), -1);
      Integer before = last.put(message.to(), place);
      assertThat(before == null || before < place).as("order at %s", message.id()).isTrue();
    }
  }

  private static String figures(
      List<Delivery> deliveries, StandInTwilio twilio, MortalCarrier mortal) {
    Map<DeliveryState, Integer> states = new EnumMap<>(DeliveryState.class);
    deliveries.forEach(each -> states.merge(each.state(), 1, Integer::sum));
    return "%,d texts: %s; %,d posts, %,d taken; the copy that died had %d in hand"
        .formatted(
            deliveries.size(),
            states,
            twilio.attempts(),
            twilio.taken().size(),
            mortal.swallowed());
  }
}
