package org.carersignpost.conversation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.carersignpost.conversation.store.Arrivals;
import org.carersignpost.conversation.store.Claims;
import org.carersignpost.conversation.store.ConversationStore;
import org.carersignpost.conversation.store.Drafts;
import org.carersignpost.conversation.store.Recordings;
import org.carersignpost.conversation.store.StoredConversations;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.OpeningState;
import org.carersignpost.dialogue.Phones;
import org.carersignpost.dialogue.Place;
import org.carersignpost.dialogue.ServiceDirectory;
import org.carersignpost.dialogue.Signpost;
import org.carersignpost.dialogue.Slots;
import org.carersignpost.handoff.Changes;
import org.carersignpost.handoff.Handoffs;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.outbox.OutgoingId;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.outbox.Purpose;
import org.carersignpost.privacy.Pseudonyms;
import org.carersignpost.privacy.Retention;
import org.carersignpost.privacy.Seal;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/// One copy of the part of the service that takes turns, with a fake dialogue; closing it is like
/// ending its process.
final class TestService implements AutoCloseable {
  static final String SECRET = "a root secret for tests only";
  static final String CARER = "+447700900123";
  static final String DUTY_PHONE = "+447700900999";
  static final Duration ANSWER_WITHIN = Duration.ofMinutes(10);

  final FakeDialogue dialogue = new FakeDialogue();
  final Conversations conversations;
  final StaffConversations staff;
  final List<String> changed = new CopyOnWriteArrayList<>();
  final StoredConversations stored;
  final Recordings recordings;
  final AnswerDeliveries answers;
  final Handoffs handoffs;
  final Replayer replayer;
  final Spool spool;
  final StringRedisTemplate redis;
  private final LettuceConnectionFactory connections;

  TestService(TestRedis servers, Path folder, Clock clock) {
    this(servers, folder, clock, SECRET);
  }

  TestService(TestRedis servers, Path folder, Clock clock, String secrets) {
    Seal seal = new Seal(secrets);
    Retention retention =
        new Retention(
            Duration.ofDays(90), Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(30));
    CarerNames names = new CarerNames(new Pseudonyms(secrets));
    connections = servers.connections();
    this.redis = new StringRedisTemplate(connections);
    WaitingQueue queue = new WaitingQueue(seal);
    recordings = new Recordings(redis, seal);
    ConversationStore store =
        new ConversationStore(
            redis,
            seal,
            retention,
            queue,
            (crisis, at) -> Optional.of(alarm(crisis, at)),
            recordings,
            ANSWER_WITHIN,
            ZoneId.of("Europe/London"),
            (before, next, isSending) -> changed.add(next.id().value()),
            clock);
    stored = new StoredConversations(redis, seal);
    handoffs = new Handoffs(redis, queue);
    spool = new Spool(folder.resolve("spool"), seal, 1_000);
    Outage outage = new Outage(spool);
    replayer = new Replayer(spool, outage, store, names);
    Mind mind =
        new Mind(dialogue, dialogue, new NoDirectory(), new OneTeam(), ZoneId.of("Europe/London"));
    Arrivals arrivals = new Arrivals(redis);
    answers = new AnswerDeliveries(arrivals, names, stored, new Changes(redis));
    conversations =
        new Conversations(
            store,
            stored,
            names,
            handoffs,
            id -> new Deliveries(Map.of(), arrivals.of(id)),
            mind,
            outage,
            replayer,
            clock);
    staff =
        new StaffConversations(
            store, stored, new Claims(redis), new Drafts(redis, seal), ANSWER_WITHIN, clock);
  }

  private static OutgoingText alarm(Conversation crisis, Instant at) {
    OutgoingId id = OutgoingId.make(crisis.id().value());
    return new OutgoingText(
        id,
        crisis.id().value(),
        DUTY_PHONE,
        "A crisis waits",
        Purpose.ALERT,
        Optional.empty(),
        at.plus(Duration.ofMinutes(2)),
        Optional.of(new OutgoingText.Condition("alarm", id.value())));
  }

  /// Takes turns until one is stored, so that no test pays for what a process does only once;
  /// nothing is left behind.
  static void warmUp(TestRedis servers, Path folder) {
    AtomicInteger tries = new AtomicInteger();
    try (TestService service =
        new TestService(servers, folder.resolve("warm-up"), new MovableClock())) {
      TestRedis.await(
          "a turn is stored", () -> service.take("SM" + tries.incrementAndGet(), "hello").stored());
    }
    servers.clear();
  }

  /// Waits until every shard answers.
  void awaitRedis() {
    TestRedis.await("Redis answers", () -> handoffs.count() >= 0);
  }

  Answer take(String id, String words) {
    return conversations.take(TestCarers.text(id, CARER, words));
  }

  /// The conversation of the one carer of most tests.
  ConversationView view() {
    return conversations
        .byNumber(CARER)
        .flatMap(summary -> conversations.view(summary.id()))
        .orElseThrow();
  }

  @Override
  public void close() {
    spool.close();
    connections.destroy();
  }

  /// One team that is always at work.
  private static final class OneTeam implements Mind.Routing {
    @Override
    public String teamFor(Slots slots, Collection<String> topics) {
      return "carers";
    }

    @Override
    public OpeningState at(String team, LocalDateTime now) {
      return new OpeningState.Open(now.plusHours(1));
    }

    @Override
    public Phones phones(String team) {
      return Phones.NONE;
    }
  }

  /// A directory in which there is nothing.
  private static final class NoDirectory implements Mind.Directories, ServiceDirectory {
    @Override
    public Mind.Known now() {
      return new Mind.Known(this, "none");
    }

    @Override
    public List<Place> placesOnKeypad(String keys) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Place> place(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Found find(Need need) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Signpost> signpost(String id, LocalDateTime now) {
      return Optional.empty();
    }

    @Override
    public Optional<Signpost> wayIn(Audience audience, Optional<Place> place, LocalDateTime now) {
      return Optional.empty();
    }

    @Override
    public String labelOf(String topic) {
      return topic;
    }
  }
}
