package org.carersignpost.outbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.carersignpost.privacy.Shard;
import org.springframework.data.redis.core.StringRedisTemplate;

/// What must be sent, and what has become of it.
///
/// Texts are put in by the script that saves a conversation ([OutboxScript]); whoever has saved one
/// calls [#wake]. While Redis is away every call but that ends in Spring's `DataAccessException`.
public final class Outbox {
  /// No more of one conversation's texts are read than this, the newest.
  public static final int MOST_DELIVERIES = 500;

  /// No more troubled texts are read at once than this.
  public static final int MOST_TROUBLED = 500;

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Script READ = Script.of("read.lua");
  private static final Script CANCEL = Script.of("cancel.lua");
  private static final Script AGAIN = Script.of("again.lua");

  private final StringRedisTemplate redis;
  private final Entries entries;
  private final Changes changes;
  private final Clock clock;
  private final List<Runnable> senders = new CopyOnWriteArrayList<>();

  Outbox(StringRedisTemplate redis, Entries entries, Changes changes, Clock clock) {
    this.redis = redis;
    this.entries = entries;
    this.changes = changes;
    this.clock = clock;
  }

  /// A text has changed.
  ///
  /// @param conversation the pseudonym of the carer it belongs to
  public record Changed(String conversation, OutgoingId id) {}

  /// What has become of the texts of one conversation, oldest first.
  public Map<OutgoingId, Delivery> deliveries(String conversation) {
    Map<OutgoingId, Delivery> deliveries = new LinkedHashMap<>();
    for (Delivery delivery : read(Shard.of(conversation), "of:" + conversation, MOST_DELIVERIES)) {
      deliveries.put(delivery.id(), delivery);
    }
    return deliveries;
  }

  /// The texts that failed, were not delivered, or may not have been sent, and that nobody has
  /// acknowledged: the newest first.
  ///
  /// @param limit at most this many, and never more than [#MOST_TROUBLED]
  public List<Delivery> troubled(int limit) {
    int most = Math.clamp(limit, 0, MOST_TROUBLED);
    if (most == 0) {
      return List.of();
    }
    return InEveryShard.ask(shard -> read(shard, "failed", most)).stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Delivery::at).reversed().thenComparing(d -> d.id().value()))
        .limit(most)
        .toList();
  }

  /// What has become of one text, if there is one of that id.
  public Optional<Delivery> find(OutgoingId id) {
    return Optional.ofNullable(
            redis.<String, String>opsForHash().get(prefix(id) + "entry:" + id, "conversation"))
        .map(conversation -> deliveries(conversation).get(id));
  }

  /// Takes a text out of the list of troubled ones.
  public void acknowledge(OutgoingId id) {
    redis.opsForZSet().remove(prefix(id) + "failed", id.value());
  }

  /// Takes back a text that still waits.
  ///
  /// @return whether it will not be sent any more; `false` if it may have been sent already
  public boolean cancel(OutgoingId id) {
    return changed(CANCEL, id, "due");
  }

  /// Sends a text again that failed, was not delivered, or may not have been sent. It has all its
  /// attempts anew.
  ///
  /// @return whether it is queued again
  public boolean sendAgain(OutgoingId id) {
    boolean isQueued = changed(AGAIN, id, "failed");
    if (isQueued) {
      wake();
    }
    return isQueued;
  }

  /// What the carrier tells of a message, in any order and any number of times. A text that is not
  /// known, or a word that says nothing, is ignored.
  ///
  /// @param sid the carrier's id for the message
  /// @param status its word for the state
  public void reported(OutgoingId id, String sid, String status, Optional<Integer> error) {
    Optional<DeliveryState> state = DeliveryState.reported(status);
    if (state.isPresent() && SID.matcher(sid).matches()) {
      entries.reported(id, clock.instant(), new Entries.Report(sid, state.get(), error));
    }
  }

  /// Lets the sender look at once for what is due.
  public void wake() {
    senders.forEach(Runnable::run);
  }

  /// Calls this after every change that this copy of the service makes to a text. It must be quick.
  public void onChange(Consumer<Changed> listener) {
    changes.add(listener);
  }

  void onWake(Runnable sender) {
    senders.add(sender);
  }

  private boolean changed(Script script, OutgoingId id, String key) {
    Script.Parts changed =
        script.run(
            redis,
            List.of(prefix(id) + key),
            prefix(id),
            id,
            Long.toString(clock.instant().toEpochMilli()));
    if (!changed.isEmpty()) {
      changes.tell(changed.text(0), id);
    }
    return !changed.isEmpty();
  }

  private List<Delivery> read(Shard shard, String key, int most) {
    String prefix = OutboxScript.prefix(shard);
    return READ.run(redis, List.of(prefix + key), prefix, most).lists().stream()
        .map(Outbox::delivery)
        .toList();
  }

  private static Delivery delivery(Script.Parts found) {
    DeliveryState state = DeliveryState.ofStored(found.text(2));
    Optional<Integer> error =
        Optional.of(found.text(6)).filter(code -> !code.isEmpty()).map(Integer::valueOf);
    return new Delivery(
        new OutgoingId(found.text(0)),
        found.text(1),
        state,
        Instant.ofEpochMilli(found.number(3)),
        Instant.ofEpochMilli(found.number(4)),
        (int) found.number(5),
        error,
        DeliveryProblem.of(state, error, Reason.ofStored(found.text(7))),
        Purpose.valueOf(found.text(8)));
  }

  private static String prefix(OutgoingId id) {
    return OutboxScript.prefix(id.shard());
  }
}
