package org.carersignpost.handoff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carersignpost.dialogue.Priority;
import org.carersignpost.privacy.Shard;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/// The calls that are going on: who waits for a person, who is rung for them, and who talks with
/// whom. All copies of the service share it.
///
/// It holds ids only, and nothing that must outlive a call: the carer's wish for a person is saved
/// with the conversation. So Redis itself forgets a call some hours after its last step. While
/// Redis is away every method ends in Spring's `DataAccessException`.
public final class LiveCalls {
  /// Whose name stands for a duty phone.
  public static final String DUTY = "duty";

  private static final Shard SHARD = Shard.all().getFirst();
  private static final String ALL = SHARD.key("live-calls");
  private static final Duration KEPT = Duration.ofHours(5);
  private static final int MOST = 1_000;
  private static final String LEG = "leg:";

  /// A round of ringing, followed by its number.
  static final String ROUND = "round:";

  /// What a caller was told of their place, followed by the seconds waited.
  private static final String PLACE = "place:";

  private static final String STEP = "step";
  private static final String ENDED = "ended";

  /// Whoever waits gives a sign at least every half minute; who gives none has rung off, and must
  /// not stand before others.
  private static final Duration LONGEST_SILENCE_WAITING = Duration.ofSeconds(75);

  /// The same while a caller talks with the service, and with a person.
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final Duration LONGEST_TALK = Duration.ofHours(2);

  /// In the order of the values that `live-calls.lua` gives for each call, after its id.
  private static final List<Object> FIELDS =
      List.of("conversation", "began", "team", "priority", "waiting", "with", "seen");

  private static final int COLUMNS = 1 + FIELDS.size();

  @SuppressWarnings("rawtypes") // Spring's type for a script that returns a list.
  private static final RedisScript<List> GOING_ON =
      RedisScript.of(new ClassPathResource("live-calls.lua", LiveCalls.class), List.class);

  private static final Comparator<LiveCall> NEXT =
      Comparator.comparing(LiveCall::priority)
          .reversed()
          .thenComparing(call -> call.waitingSince().orElse(Instant.MAX))
          .thenComparing(LiveCall::id);

  private final StringRedisTemplate redis;
  private final Clock clock;

  public LiveCalls(StringRedisTemplate redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /// One call.
  ///
  /// @param id the network's id
  /// @param conversation the pseudonym of the carer
  /// @param team whose people are rung; empty while nobody was asked for
  /// @param priority how soon somebody must come
  /// @param began when it began
  /// @param waitingSince since when the caller waits for a person
  /// @param with the account name of whoever talks with the caller, or `duty` for a duty phone
  public record LiveCall(
      String id,
      String conversation,
      Optional<String> team,
      Priority priority,
      Instant began,
      Optional<Instant> waitingSince,
      Optional<String> with) {

    /// Whether the caller hears our waiting words.
    public boolean isWaiting() {
      return waitingSince.isPresent() && with.isEmpty();
    }
  }

  /// A phone that is rung for a call.
  ///
  /// @param ring names the ringing
  /// @param who the account name, or `duty`
  /// @param sid the network's id of the ringing; empty until it is known
  public record Leg(String ring, String who, String sid) {}

  /// A step of a call: it is going on.
  ///
  /// @param step which one, from 0
  public void seen(String call, String conversation, int step) {
    String key = key(call);
    long now = clock.millis();
    redis.opsForHash().putIfAbsent(key, "began", Long.toString(now));
    redis
        .opsForHash()
        .putAll(
            key,
            Map.of(
                "conversation",
                conversation,
                "seen",
                Long.toString(now),
                STEP,
                Integer.toString(step)));
    redis.opsForZSet().add(ALL, call, (double) now);
    redis.expire(key, KEPT);
    redis.opsForZSet().removeRangeByScore(ALL, 0, (double) now - KEPT.toMillis());
  }

  /// The step of which was heard last; empty if the call is not known.
  public OptionalInt lastStep(String call) {
    Object step = redis.opsForHash().get(key(call), STEP);
    return step == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(step.toString()));
  }

  /// The caller waits for a person from now on.
  public void waits(String call, String team, Priority priority) {
    String key = key(call);
    redis
        .opsForHash()
        .putAll(
            key,
            Map.of(
                "team", team, "priority", priority.name(), "seen", Long.toString(clock.millis())));
    redis.opsForHash().putIfAbsent(key, "waiting", Long.toString(clock.millis()));
  }

  /// The caller waits still.
  public void waitsOn(String call) {
    redis.opsForHash().put(key(call), "seen", Long.toString(clock.millis()));
  }

  /// The caller waits no more. Whatever was done while they waited may be done anew, should they
  /// wait again.
  public void stoppedWaiting(String call) {
    List<Object> fields = new ArrayList<>(List.of("waiting", "with"));
    redis.opsForHash().keys(key(call)).stream()
        .filter(name -> name.toString().startsWith(ROUND) || name.toString().startsWith(PLACE))
        .forEach(fields::add);
    redis.opsForHash().delete(key(call), fields.toArray());
  }

  /// Somebody takes the call: the first who does has it.
  ///
  /// @param who the account name, or [#DUTY]
  /// @return whether it is theirs
  public boolean take(String call, String who) {
    redis.opsForHash().putIfAbsent(key(call), "with", who);
    return find(call).flatMap(LiveCall::with).filter(who::equals).isPresent() && !isOver(call);
  }

  /// The call is over.
  public void ended(String call) {
    redis.opsForHash().put(key(call), ENDED, "1");
    redis.expire(key(call), KEPT);
    redis.opsForHash().delete(key(call), "waiting");
    redis.opsForZSet().remove(ALL, call);
  }

  /// Whether the caller has rung off.
  public boolean isOver(String call) {
    return redis.opsForHash().hasKey(key(call), ENDED);
  }

  /// One call, if it is known.
  public Optional<LiveCall> find(String call) {
    List<Object> values = redis.opsForHash().multiGet(key(call), FIELDS);
    List<String> columns = new ArrayList<>(List.of(call));
    values.forEach(value -> columns.add(value == null ? "" : value.toString()));
    boolean isKnown = !columns.get(1).isEmpty() && !columns.get(2).isEmpty();
    return isKnown ? call(columns) : Optional.empty();
  }

  /// How many callers of the same team come first, and this one: 1 is next.
  public int place(LiveCall call) {
    return 1
        + (int)
            all().stream()
                .filter(LiveCall::isWaiting)
                .filter(other -> other.team().equals(call.team()))
                .filter(other -> NEXT.compare(other, call) < 0)
                .count();
  }

  /// All calls that are going on: who waits first, most at risk first. It is one question to Redis.
  public List<LiveCall> all() {
    List<?> found = redis.execute(GOING_ON, List.of(ALL), key(""), Integer.toString(MOST));
    List<String> columns = found == null ? List.of() : found.stream().map(String::valueOf).toList();
    List<LiveCall> calls = new ArrayList<>();
    for (int i = 0; i + COLUMNS <= columns.size(); i += COLUMNS) {
      call(columns.subList(i, i + COLUMNS)).ifPresent(calls::add);
    }
    calls.sort(Comparator.comparing(LiveCall::isWaiting).reversed().thenComparing(NEXT));
    return calls;
  }

  /// Whether this is the first time that something is done for a call, over all copies.
  public boolean isFirst(String call, String what) {
    return Boolean.TRUE.equals(redis.opsForHash().putIfAbsent(key(call), what, "1"));
  }

  /// Counts something that is done for a call.
  ///
  /// @return how often by now, from 1
  public long count(String call, String what) {
    return redis.opsForHash().increment(key(call), what, 1);
  }

  /// It was not done after all, and may be done another time.
  public void undone(String call, String what) {
    redis.opsForHash().delete(key(call), what);
  }

  /// The place that a caller is told who has waited so long: what was told first is told again when
  /// the same is asked again.
  public int placeToTell(String call, Duration waited, int place) {
    String field = PLACE + waited.toSeconds();
    redis.opsForHash().putIfAbsent(key(call), field, Integer.toString(place));
    Object kept = redis.opsForHash().get(key(call), field);
    return kept == null ? place : Integer.parseInt(kept.toString());
  }

  /// A phone is rung for a call.
  public void rings(String call, Leg leg) {
    redis.opsForHash().put(key(call), LEG + leg.ring(), leg.sid() + " " + leg.who());
    redis.expire(key(call), KEPT);
  }

  /// The phones that were rung for a call.
  public List<Leg> legs(String call) {
    List<Leg> legs = new ArrayList<>();
    redis
        .opsForHash()
        .entries(key(call))
        .forEach((name, value) -> {
          if (name.toString().startsWith(LEG)) {
            String[] parts = value.toString().split(" ", 2);
            legs.add(new Leg(name.toString().substring(LEG.length()), parts[1], parts[0]));
          }
        });
    return legs;
  }

  /// One of them.
  public Optional<Leg> leg(String call, String ring) {
    return legs(call).stream().filter(leg -> leg.ring().equals(ring)).findFirst();
  }

  /// Empty when nothing has been heard of it for too long.
  private Optional<LiveCall> call(List<String> columns) {
    LiveCall call =
        new LiveCall(
            columns.get(0),
            columns.get(1),
            text(columns.get(3)),
            text(columns.get(4)).map(Priority::valueOf).orElse(Priority.NORMAL),
            moment(columns.get(2)),
            text(columns.get(5)).map(LiveCalls::moment),
            text(columns.get(6)));
    Instant seen = text(columns.get(7)).map(LiveCalls::moment).orElse(call.began());
    Duration silence = Duration.between(seen, clock.instant());
    return silence.compareTo(longestSilence(call)) > 0 ? Optional.empty() : Optional.of(call);
  }

  private static Duration longestSilence(LiveCall call) {
    if (call.with().isPresent()) {
      return LONGEST_TALK;
    }
    return call.isWaiting() ? LONGEST_SILENCE_WAITING : LONGEST_SILENCE;
  }

  private static Optional<String> text(String column) {
    return Optional.of(column).filter(text -> !text.isEmpty());
  }

  private static Instant moment(String millis) {
    return Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private static String key(String call) {
    return SHARD.key("live-call:" + call);
  }
}
