package org.carersignpost.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.core.StringRedisTemplate;

/// What the sender does to texts in Redis. Each method is one step that is done whole or not at
/// all, and tells the listeners of what it changed.
final class Entries {
  private static final Script SWEEP = Script.of("sweep.lua");
  private static final Script HOLD = Script.of("hold.lua");
  private static final Script TAKE = Script.of("take.lua");
  private static final Script CLAIM = Script.of("claim.lua");
  private static final Script MOVE = Script.of("move.lua");
  private static final Script REPORTED = Script.of("reported.lua");
  private static final Script FOUND = Script.of("found.lua");
  private static final Script LIMIT = Script.of("limit.lua");

  /// All copies of the service share this limit, so it lies in one place.
  private static final String TOTAL = Shard.all().getFirst().key("outbox:rate");

  private final StringRedisTemplate redis;
  private final Changes changes;
  private final OutboxProperties properties;

  Entries(StringRedisTemplate redis, Changes changes, OutboxProperties properties) {
    this.redis = redis;
    this.changes = changes;
    this.properties = properties;
  }

  /// What is due in a shard.
  ///
  /// @param overdue what is under way and must be looked at
  record Due(List<OutgoingId> urgent, List<OutgoingId> ordinary, List<OutgoingId> overdue) {}

  /// What the carrier says of a message.
  record Report(String sid, DeliveryState state, Optional<Integer> error) {}

  /// At most so many of each kind.
  Due sweep(Shard shard, Instant now, int mostUrgent, int mostOrdinary, int mostOverdue) {
    String prefix = OutboxScript.prefix(shard);
    Script.Parts found =
        SWEEP.run(
            redis,
            List.of(prefix + "urgent", prefix + "due", prefix + "sending"),
            millis(now),
            mostUrgent,
            mostOrdinary,
            mostOverdue);
    return new Due(ids(found.list(0)), ids(found.list(1)), ids(found.list(2)));
  }

  /// Sets a text that is due aside, so that no other copy prepares it too; empty if it is not due.
  Optional<Purpose> hold(OutgoingId id, Instant now, Instant until) {
    String prefix = prefix(id);
    Script.Parts found =
        HOLD.run(redis, List.of(prefix + "urgent"), prefix, id, millis(now), millis(until));
    return found.isEmpty() ? Optional.empty() : Optional.of(Purpose.valueOf(found.text(0)));
  }

  /// How long all texts together must wait; if none, one may go and counts.
  Duration waitForTurn(Instant now) {
    OutboxProperties.Rate rate = properties.total().rate();
    Script.Parts found =
        LIMIT.run(redis, List.of(TOTAL), millis(now), rate.intervalMillis(), rate.atOnce());
    return Duration.ofMillis(found.number(0));
  }

  /// Makes a text `sending`, if nothing speaks against it. From now on it may have been sent.
  ///
  /// @param token a new one
  /// @param quietUntil the end of the quiet hours, if it is quiet now
  Optional<Entry> take(OutgoingId id, Instant now, String token, Optional<Instant> quietUntil) {
    OutboxProperties.Rate rate = properties.perNumber().rate();
    Script.Parts found =
        TAKE.run(
            redis,
            List.of(optOuts(id)),
            prefix(id),
            id,
            millis(now),
            millis(now.plus(properties.lease())),
            token,
            ConversationKeys.prefix(id.shard()),
            quietUntil.map(Entries::millis).orElse(""),
            rate.intervalMillis(),
            rate.atOnce());
    if (!found.isEmpty()) {
      changes.tell(found.text(1), id);
    }
    return entry(found, id, token);
  }

  /// Takes over a text that was under way when its lease ended.
  Optional<Entry> claim(OutgoingId id, Instant now) {
    String token = newToken();
    Script.Parts found =
        CLAIM.run(
            redis,
            List.of(prefix(id) + "sending"),
            prefix(id),
            id,
            millis(now),
            millis(now.plus(properties.lease())),
            token);
    return entry(found, id, token);
  }

  /// A text that was set aside is due at that time.
  void showAgain(OutgoingId id, Instant when) {
    redis.opsForZSet().add(prefix(id) + "due", id.value(), (double) when.toEpochMilli());
  }

  /// Puts a text that was certainly not sent back into its queue.
  void queueAgain(OutgoingId id, String token, Instant now, Instant due) {
    move(id, token, now, DeliveryState.QUEUED, due);
  }

  /// The text will be looked up at that time.
  void lookUpAt(Entry entry, Instant now, Instant when, Entry.Doubt doubt, int looks) {
    move(
        entry.id(),
        entry.token(),
        now,
        DeliveryState.SENDING,
        when,
        "doubt",
        doubt.stored(),
        "looks",
        looks);
  }

  /// The text will be handed over once more, now; empty if it is not ours any more.
  Optional<Entry> takeAgain(Entry entry, Instant now) {
    Entry again = entry.again();
    boolean isOurs =
        move(
            entry.id(),
            entry.token(),
            now,
            DeliveryState.SENDING,
            now.plus(properties.lease()),
            "attempts",
            again.attempts(),
            "doubt",
            "",
            "looks",
            "");
    return isOurs ? Optional.of(again) : Optional.empty();
  }

  /// The text goes no further by itself.
  void end(
      Entry entry,
      Instant now,
      DeliveryState state,
      Optional<Integer> error,
      Optional<Reason> reason) {
    List<Object> fields = new ArrayList<>();
    error.ifPresent(code -> fields.addAll(List.of("error", code)));
    reason.ifPresent(why -> fields.addAll(List.of("reason", why.stored())));
    move(entry.id(), entry.token(), now, state, now, fields.toArray());
  }

  /// The carrier says something of the one message that belongs to a text.
  void reported(OutgoingId id, Instant now, Report report) {
    Script.Parts changed =
        REPORTED.run(
            redis,
            List.of(optOuts(id)),
            prefix(id),
            id,
            millis(now),
            report.sid(),
            report.state().stored(),
            error(report));
    tell(changed, 0, id);
  }

  /// The carrier has these messages that may belong to a text, oldest first; whether one does.
  boolean found(Entry entry, Instant now, List<Report> messages) {
    List<Object> args = new ArrayList<>(List.of(prefix(entry.id()), entry.id(), millis(now)));
    for (Report message : messages) {
      args.addAll(List.of(message.sid(), message.state().stored(), error(message)));
    }
    Script.Parts changed = FOUND.run(redis, List.of(optOuts(entry.id())), args.toArray());
    tell(changed, 1, entry.id());
    return !changed.isEmpty();
  }

  static String newToken() {
    return UUID.randomUUID().toString();
  }

  private boolean move(
      OutgoingId id,
      String token,
      Instant now,
      DeliveryState state,
      Instant when,
      Object... fields) {
    List<Object> args =
        new ArrayList<>(List.of(prefix(id), id, millis(now), token, state.stored(), millis(when)));
    args.addAll(Arrays.asList(fields));
    Script.Parts changed = MOVE.run(redis, List.of(optOuts(id)), args.toArray());
    tell(changed, 0, id);
    return !changed.isEmpty();
  }

  private void tell(Script.Parts changed, int place, OutgoingId id) {
    String conversation = changed.text(place);
    if (!conversation.isEmpty()) {
      changes.tell(conversation, id);
    }
  }

  private static Optional<Entry> entry(Script.Parts found, OutgoingId id, String token) {
    if (!found.text(0).equals("taken")) {
      return Optional.empty();
    }
    Script.Parts fields = found.list(3);
    return Optional.of(
        new Entry(
            id,
            found.text(1),
            Purpose.valueOf(found.text(2)),
            fields.bytes(0),
            (int) fields.number(1),
            Instant.ofEpochMilli(fields.number(2)),
            Instant.ofEpochMilli(fields.number(3)),
            Entry.Doubt.ofStored(fields.text(4)),
            (int) fields.number(5),
            token));
  }

  private static List<OutgoingId> ids(Script.Parts found) {
    return found.texts().stream().map(OutgoingId::new).toList();
  }

  private static String prefix(OutgoingId id) {
    return OutboxScript.prefix(id.shard());
  }

  private static String optOuts(OutgoingId id) {
    return ConversationKeys.optOuts(id.shard());
  }

  private static String error(Report report) {
    return report.error().map(String::valueOf).orElse("");
  }

  private static String millis(Instant at) {
    return Long.toString(at.toEpochMilli());
  }
}
