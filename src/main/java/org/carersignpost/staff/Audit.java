package org.carersignpost.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.RedisStreamCommands.TrimOptions;
import org.springframework.data.redis.connection.RedisStreamCommands.XTrimOptions;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/// Who did what: a log that is only ever added to, and that outlives the conversations it names.
///
/// It holds ids only. Whoever shows something to staff writes first and shows after: where the log
/// cannot be written, nothing is shown.
@Component
public class Audit {
  /// The most entries of one page.
  public static final int MOST_A_PAGE = 200;

  static final String KEY = StaffRedis.key("audit");

  // One page looks at no more entries than this many batches.
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 10;

  /// An entry stands where its clock was, or later where a clock ran back; by more than this it
  /// does not.
  private static final Duration LARGEST_STEP_BACK = Duration.ofDays(1);

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._@+:-]{1,120}");
  private static final Pattern CURSOR = Pattern.compile("[0-9]{1,15}-[0-9]{1,15}");
  private static final RedisScript<String> APPEND = StaffRedis.script("audit.lua", String.class);

  private final StaffRedis redis;
  private final Clock clock;
  private final Duration kept;

  Audit(
      StringRedisTemplate redis,
      Clock clock,
      @Value("${signpost.retention.audit:400d}") Duration kept) {
    this.redis = new StaffRedis(redis);
    this.clock = clock;
    this.kept = kept;
    if (!kept.isPositive()) {
      throw new IllegalArgumentException(
          "signpost.retention.audit must be longer than nothing, but is " + kept);
    }
  }

  /// Writes what somebody did to nothing in particular.
  ///
  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  public void write(StaffMember who, AuditAction action) {
    write(who.name(), who.organisation(), action, Optional.empty(), Optional.empty());
  }

  /// Writes what somebody did to one conversation, account or token.
  ///
  /// @param about its id
  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  public void write(StaffMember who, AuditAction action, String about) {
    write(who.name(), who.organisation(), action, Optional.of(about), Optional.empty());
  }

  /// Writes what somebody did to a conversation of a team.
  ///
  /// @throws org.springframework.dao.DataAccessException if it cannot be written
  public void write(StaffMember who, AuditAction action, String about, Optional<String> team) {
    write(who.name(), who.organisation(), action, Optional.of(about), team);
  }

  void write(
      String who,
      Optional<String> organisation,
      AuditAction action,
      Optional<String> about,
      Optional<String> team) {
    List<String> entry = new ArrayList<>();
    String now = Long.toString(clock.millis());
    entry.add(now);
    put(entry, "at", now);
    put(entry, "who", checked(who));
    put(entry, "action", action.id());
    organisation.ifPresent(id -> put(entry, "organisation", checked(id)));
    about.ifPresent(id -> put(entry, "about", checked(id)));
    team.ifPresent(id -> put(entry, "team", checked(id)));
    redis.run("write the audit log", APPEND, List.of(KEY), entry.toArray(String[]::new));
  }

  /// What fits a question, newest first. People of one organisation see what its own people did;
  /// those who answer for all see everything.
  ///
  /// @param limit the most entries, at most [#MOST_A_PAGE]
  /// @throws org.springframework.dao.DataAccessException if the log cannot be read
  /// @throws IllegalArgumentException if the cursor is not one
  public AuditPage search(StaffMember reader, AuditQuery query, int limit) {
    int most = Math.clamp(limit, 1, MOST_A_PAGE);
    Optional<String> oldest = query.from().map(from -> from.toEpochMilli() + "-0");
    Optional<String> before = query.before().map(Audit::checkedCursor).or(() -> end(query));
    List<AuditEntry> found = new ArrayList<>();
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      List<MapRecord<String, Object, Object>> records = batch(oldest, before);
      for (MapRecord<String, Object, Object> record : records) {
        before = Optional.of(record.getId().getValue());
        entry(record)
            .filter(query::fits)
            .filter(entry -> maySee(reader, entry))
            .ifPresent(found::add);
        if (found.size() == most) {
          return new AuditPage(found, before);
        }
      }
      if (records.size() < BATCH) {
        return new AuditPage(found, Optional.empty());
      }
    }
    return new AuditPage(found, before);
  }

  /// Forgets what has been kept long enough.
  void trim() {
    String oldest = clock.instant().minus(kept).toEpochMilli() + "-0";
    redis.ask(
        "trim the audit log",
        template ->
            template
                .opsForStream()
                .trim(KEY, XTrimOptions.trim(TrimOptions.minId(RecordId.of(oldest)))));
  }

  private List<MapRecord<String, Object, Object>> batch(
      Optional<String> oldest, Optional<String> before) {
    Range<String> range =
        Range.of(
            oldest.map(Range.Bound::inclusive).orElse(Range.Bound.unbounded()),
            before.map(Range.Bound::exclusive).orElse(Range.Bound.unbounded()));
    List<MapRecord<String, Object, Object>> found =
        redis.ask(
            "read the audit log",
            template ->
                template.opsForStream().reverseRange(KEY, range, Limit.limit().count(BATCH)));
    return found == null ? List.of() : found;
  }

  private static Optional<String> end(AuditQuery query) {
    return query.to().map(to -> to.plus(LARGEST_STEP_BACK).toEpochMilli() + "-0");
  }

  /// An entry whose action a newer release wrote is left out.
  private static Optional<AuditEntry> entry(MapRecord<String, Object, Object> record) {
    Map<Object, Object> values = record.getValue();
    return action(String.valueOf(values.get("action")))
        .map(action ->
            new AuditEntry(
                record.getId().getValue(),
                Instant.ofEpochMilli(Long.parseLong(String.valueOf(values.get("at")))),
                String.valueOf(values.get("who")),
                text(values, "organisation"),
                action,
                text(values, "about"),
                text(values, "team")));
  }

  /// The action of an id such as `account_invite`.
  public static Optional<AuditAction> action(String id) {
    try {
      return Optional.of(AuditAction.valueOf(id.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean maySee(StaffMember reader, AuditEntry entry) {
    return reader.organisation().isEmpty() || reader.organisation().equals(entry.organisation());
  }

  private static Optional<String> text(Map<Object, Object> values, String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }

  private static void put(List<String> entry, String name, String value) {
    entry.add(name);
    entry.add(value);
  }

  /// Nothing but an id fits, so that no words can get in by mistake.
  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("The audit log holds ids only");
    }
    return id;
  }

  private static String checkedCursor(String cursor) {
    if (!CURSOR.matcher(cursor).matches()) {
      throw new IllegalArgumentException("Not a cursor of the audit log");
    }
    return cursor;
  }
}
