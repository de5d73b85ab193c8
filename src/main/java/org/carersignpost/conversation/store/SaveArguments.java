package org.carersignpost.conversation.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carersignpost.dialogue.Conversation;
import org.carersignpost.dialogue.ConversationId;
import org.carersignpost.dialogue.Ownership;
import org.carersignpost.handoff.WaitingQueue;
import org.carersignpost.outbox.OutboxScript;
import org.carersignpost.outbox.OutgoingText;
import org.carersignpost.privacy.Retention;

/// A change as `save.lua` wants it.
final class SaveArguments {
  /// Of a longer conversation the oldest lines are dropped.
  static final int MOST_MESSAGES = 2_000;

  /// Another crisis of the same carer within this time is not told to the duty phone again.
  private static final Duration BETWEEN_ALARMS = Duration.ofMinutes(10);

  private static final byte[] NOTHING = new byte[0];

  private final SealedJson sealed;
  private final Retention retention;
  private final WaitingQueue queue;
  private final OutboxScript outbox;
  private final Duration answerWithin;
  private final ZoneId zone;

  SaveArguments(
      SealedJson sealed,
      Retention retention,
      WaitingQueue queue,
      OutboxScript outbox,
      Duration answerWithin,
      ZoneId zone) {
    this.sealed = sealed;
    this.retention = retention;
    this.queue = queue;
    this.outbox = outbox;
    this.answerWithin = answerWithin;
    this.zone = zone;
  }

  /// In the order that `save.lua` names.
  List<byte[]> of(Change change, Loaded onto, Instant now) {
    Conversation next = change.next();
    ConversationId id = next.id();
    Instant lastAt = lastAt(change, onto);
    Instant touchedAt = latest(lastAt, change.at());
    List<StoredMessage> messages = numbered(change.lines(), onto.sequence());
    List<OutgoingText> outgoing = outgoing(change);

    List<byte[]> args = new ArrayList<>();
    args.add(bytes(id.value()));
    args.add(bytes(change.id().value()));
    args.add(bytes(onto.version()));
    args.add(bytes(now));
    args.add(bytes(MOST_MESSAGES));
    args.add(sealed.body(new SealedJson.Body(next, change.number().or(onto::number))));
    args.add(bytes(next.ownership().state()));
    args.add(bytes(next.priority().id()));
    args.add(bytes(lastAt));
    args.add(bytes(messages.getLast().sequence()));
    args.add(sealed.answer(new SealedJson.Answer(change.at(), change.answer()), id, change.id()));
    args.add(bytes(change.at().plus(retention.answers())));
    args.add(bytes(now.plus(retention.messageIds())));
    args.add(bytes(touchedAt.plus(retention.conversation())));
    args.addAll(waiting(change));
    args.add(bytes(change.optOut().code));
    args.addAll(custody(next));
    args.add(change.isFromCarer() ? bytes(messages.getFirst().sequence()) : NOTHING);
    args.add(bytes(draftSent(change)));
    args.add(bytes(alarm(change.alarm())));
    args.add(bytes(now.minus(BETWEEN_ALARMS)));
    args.addAll(counted(change));
    args.add(bytes(outgoing.size()));
    outgoing.forEach(text -> args.addAll(outbox.arguments(text)));
    messages.forEach(each -> args.add(sealed.message(each, id)));
    return args;
  }

  /// Whether there is something to be sent.
  boolean hasOutgoing(Change change) {
    return !outgoing(change).isEmpty();
  }

  private List<byte[]> waiting(Change change) {
    return switch (change.waiting()) {
      case Waiting.Open(var priority, var reason, var since) ->
          List.of(
              bytes("open"),
              bytes(WaitingQueue.band(priority)),
              bytes(since),
              queue.sealedReason(change.next().id(), reason));
      case Waiting.Close() -> List.of(bytes("close"), NOTHING, NOTHING, NOTHING);
      case Waiting.Leave() -> List.of(bytes("leave"), NOTHING, NOTHING, NOTHING);
    };
  }

  /// Whose it is, in clear: owner, team, and until when the owner must have answered.
  private List<byte[]> custody(Conversation next) {
    byte[] team = bytes(next.routing().map(Conversation.Routing::team).orElse(""));
    if (!(next.ownership() instanceof Ownership.Staff staff)) {
      return List.of(NOTHING, team, NOTHING);
    }
    byte[] due =
        staff.answerCountsFrom().map(from -> bytes(from.plus(answerWithin))).orElse(NOTHING);
    return List.of(bytes(staff.name()), team, due);
  }

  /// The day, until when its figures are kept, and what is counted for the team.
  private List<byte[]> counted(Change change) {
    LocalDate day = LocalDate.ofInstant(change.at(), zone);
    String team = change.next().routing().map(Conversation.Routing::team).orElse("");
    String names =
        change.counted().stream().map(what -> team + " " + what).collect(Collectors.joining("\n"));
    Instant until = day.plusDays(DayFigures.DAYS_KEPT).atStartOfDay(zone).toInstant();
    return List.of(bytes(day.toString()), bytes(until), bytes(names));
  }

  /// Whoever sends a text has sent their draft.
  private static String draftSent(Change change) {
    boolean isSent =
        change.lines().stream().anyMatch(line -> line.from() == StoredMessage.Author.STAFF);
    Optional<String> by =
        change.lines().stream()
            .flatMap(line -> line.written().stream())
            .map(StoredMessage.Written::by)
            .findFirst();
    return isSent ? by.orElse("") : "";
  }

  /// The text to the duty phone stands first.
  private static List<OutgoingText> outgoing(Change change) {
    if (!(change.alarm() instanceof Change.Alarm.Raise(var text))) {
      return change.outgoing();
    }
    List<OutgoingText> all = new ArrayList<>();
    all.add(text);
    all.addAll(change.outgoing());
    return all;
  }

  private static String alarm(Change.Alarm alarm) {
    return switch (alarm) {
      case Change.Alarm.Leave() -> "";
      case Change.Alarm.Attended() -> "attended";
      case Change.Alarm.Raise _ -> "raise";
    };
  }

  private static List<StoredMessage> numbered(List<Line> lines, long lastSequence) {
    List<StoredMessage> messages = new ArrayList<>();
    for (Line line : lines) {
      messages.add(line.as(lastSequence + messages.size() + 1));
    }
    return messages;
  }

  /// When the carer last wrote.
  private static Instant lastAt(Change change, Loaded onto) {
    Optional<Instant> before = onto.conversation().lastMessageAt();
    return change.isFromCarer()
        ? before.map(at -> latest(at, change.at())).orElse(change.at())
        : before.orElse(change.at());
  }

  private static Instant latest(Instant at, Instant other) {
    return at.isBefore(other) ? other : at;
  }

  private static byte[] bytes(Instant at) {
    return bytes(at.toEpochMilli());
  }

  private static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
