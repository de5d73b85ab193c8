package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Who is there: logged in and looking, and on duty or not.
///
/// Being on duty ends with the shift, with logging out, and where nothing is heard of somebody for
/// an hour and a half. Whoever leaves is told to the listeners of one copy of the service.
@Component
public class Presence {
  /// After so long without a sign somebody counts as gone.
  static final Duration LONGEST_SILENCE = Duration.ofMinutes(90);

  /// A sign is written at most this often.
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(30);

  /// Whoever comes a little early belongs to the shift that is about to begin.
  private static final Duration EARLY = Duration.ofMinutes(45);

  /// In the year 2100: duty without a shift has no end of its own.
  private static final Instant OPEN_END = Instant.ofEpochSecond(4_102_444_800L);

  private static final int MOST = 5_000;
  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
  private static final String PRESENCE = StaffRedis.key("presence");
  private static final String DUTY = StaffRedis.key("duty");

  @SuppressWarnings("rawtypes") // What a script returns is typed by its class.
  private static final RedisScript<List> LEAVE = StaffRedis.script("leave.lua", List.class);

  private final StaffRedis redis;
  private final AccountStore store;
  private final Audit audit;
  private final Clock clock;
  private final ZoneId zone;
  private final Recent<Boolean> recentSigns;
  private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

  Presence(
      StringRedisTemplate redis,
      AccountStore store,
      Audit audit,
      Clock clock,
      @Value("${signpost.zone:Europe/London}") ZoneId zone) {
    this.redis = new StaffRedis(redis);
    this.store = store;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
    this.recentSigns = new Recent<>(clock, BETWEEN_SIGNS, MOST);
  }

  /// From now on, tells the account names of those who leave: they logged out, were disabled, fell
  /// silent, or their duty ended. A listener may be told twice.
  public void onLeave(Consumer<String> listener) {
    listeners.add(listener);
  }

  /// A sign of somebody who looks at the console. A lost one does no harm, so nothing is thrown.
  public void seen(StaffMember member) {
    try {
      recentSigns.get(member.name(), this::sign);
    } catch (DataAccessException e) {
      LOG.debug("A sign is lost: {}", e.getClass().getSimpleName());
    }
  }

  /// Who is there, and when they last gave a sign.
  ///
  /// @throws DataAccessException if Redis cannot be reached
  public Map<String, Instant> present() {
    Map<String, Instant> present = new TreeMap<>();
    var found =
        redis.ask(
            "tell who is there",
            template -> template.opsForZSet().rangeWithScores(PRESENCE, 0, MOST));
    if (found != null) {
      for (var each : found) {
        String name = each.getValue();
        Double at = each.getScore();
        if (name != null && at != null) {
          present.put(name, Instant.ofEpochMilli(at.longValue()));
        }
      }
    }
    return present;
  }

  /// Goes on duty: until the shift ends, if the rota knows one now.
  ///
  /// @throws DataAccessException if it cannot be kept
  public void goOnDuty(StaffMember member) {
    Instant now = clock.instant();
    Instant ends =
        shiftEndsAt(member, now).or(() -> shiftEndsAt(member, now.plus(EARLY))).orElse(OPEN_END);
    audit.write(member, AuditAction.DUTY_ON);
    sign(member.name());
    redis.ask(
        "go on duty",
        template -> template.opsForZSet().add(DUTY, member.name(), (double) ends.toEpochMilli()));
  }

  /// Goes off duty.
  ///
  /// @throws DataAccessException if it cannot be kept
  public void goOffDuty(StaffMember member) {
    audit.write(member, AuditAction.DUTY_OFF);
    if (remove(DUTY, member.name())) {
      tell(member.name());
    }
  }

  /// Whether somebody is on duty.
  ///
  /// @throws DataAccessException if Redis cannot be reached
  public boolean isOnDuty(String name) {
    Double ends =
        redis.ask("tell who is on duty", template -> template.opsForZSet().score(DUTY, name));
    return ends != null && ends > clock.millis();
  }

  /// The account names of all who are on duty.
  ///
  /// @throws DataAccessException if Redis cannot be reached
  public Set<String> onDuty() {
    Set<String> found =
        redis.ask(
            "tell who is on duty",
            template ->
                template.opsForZSet().rangeByScore(DUTY, clock.millis() + 1.0, Double.MAX_VALUE));
    return found == null ? Set.of() : Set.copyOf(found);
  }

  /// When the shift that somebody works at a moment ends, if their rota has one then.
  ///
  /// @throws DataAccessException if Redis cannot be reached
  public Optional<Instant> shiftEndsAt(StaffMember member, Instant at) {
    return store
        .find(member.name())
        .flatMap(account -> account.rota().shiftEndsAt(LocalDateTime.ofInstant(at, zone)))
        .map(end -> end.atZone(zone).toInstant());
  }

  /// Somebody has gone.
  ///
  /// @throws DataAccessException if it cannot be kept
  public void leave(String name) {
    recentSigns.forget(name);
    boolean wasOnDuty = remove(DUTY, name);
    if (remove(PRESENCE, name) || wasOnDuty) {
      tell(name);
    }
  }

  /// Finds out who has gone without a word.
  @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
  void sweep() {
    try {
      long now = clock.millis();
      List<?> gone =
          redis.run(
              "tell who has gone",
              LEAVE,
              List.of(PRESENCE, DUTY),
              Long.toString(now),
              Long.toString(now - LONGEST_SILENCE.toMillis()));
      gone.forEach(name -> tell(String.valueOf(name)));
    } catch (DataAccessException e) {
      LOG.debug("Who has gone is not known: {}", e.getClass().getSimpleName());
    }
  }

  private boolean sign(String name) {
    return Boolean.TRUE.equals(
        redis.ask(
            "keep a sign",
            template -> template.opsForZSet().add(PRESENCE, name, (double) clock.millis())));
  }

  private boolean remove(String key, String name) {
    Long removed = redis.ask("let go", template -> template.opsForZSet().remove(key, name));
    return removed != null && removed > 0;
  }

  private void tell(String name) {
    for (Consumer<String> listener : listeners) {
      try {
        listener.accept(name);
      } catch (RuntimeException e) {
        LOG.error("What somebody had could not be released: {}", e.getClass().getName());
      }
    }
  }
}
