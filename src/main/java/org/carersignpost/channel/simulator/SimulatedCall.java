package org.carersignpost.channel.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One phone on a call with the service: what it hears, and what is done with it.
///
/// Its documents are played on one thread, which waits in [#next]; the phone's holder acts from any
/// other.
final class SimulatedCall {
  private static final int MOST_EVENTS = 2_000;
  private static final int MOST_DOCUMENTS = 50;
  private static final long TICK_MILLISECONDS = 100;
  private static final Duration MACHINE_LISTENS = Duration.ofMillis(300);

  /// Who rings whom, in Twilio's words.
  enum Direction {
    INBOUND("inbound"),
    OUTBOUND("outbound-api"),
    DIALLED("outbound-dial");

    private final String word;

    Direction(String word) {
      this.word = word;
    }
  }

  /// What a phone shows.
  ///
  /// @param sid the call's id
  /// @param from who rings, as people read it
  /// @param to who is rung
  /// @param machine whether an answering machine has answered
  /// @param events those that were asked for, oldest first
  /// @param last the highest number there is
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record View(
      String sid,
      String from,
      String to,
      Instant since,
      String status,
      boolean machine,
      CallState state,
      List<CallEvent> events,
      long last) {}

  private final String sid = SignedPosts.newSid("CA");
  private final String from;
  private final String to;
  private final Direction direction;
  private final Clock clock;
  private final Instant since;
  private final List<CallEvent> events = new ArrayList<>();
  private final LinkedBlockingQueue<CallInput> inputs = new LinkedBlockingQueue<>();

  private CallState state = CallState.RINGING;
  private String status = "ringing";
  private boolean busy;
  private boolean machine;
  private @Nullable Instant answered;
  private @Nullable Instant ended;
  private int documents;
  private long touched = System.nanoTime();

  /// @param from E.164, or `anonymous`
  /// @param to E.164
  SimulatedCall(String from, String to, Direction direction, Clock clock) {
    this.from = from;
    this.to = to;
    this.direction = direction;
    this.clock = clock;
    this.since = clock.instant();
    this.busy = direction == Direction.INBOUND;
  }

  String sid() {
    return sid;
  }

  /// When it began to ring.
  Instant since() {
    return since;
  }

  String from() {
    return from;
  }

  String to() {
    return to;
  }

  Direction direction() {
    return direction;
  }

  // What the thread that plays documents does

  /// Notes that something happened; after the end nothing does.
  synchronized void event(CallEvent.Kind kind, String text, double seconds) {
    if (ended == null && events.size() < MOST_EVENTS) {
      add(kind, text, seconds);
    }
  }

  void note(String text) {
    event(CallEvent.Kind.note, text, 0);
  }

  private void add(CallEvent.Kind kind, String text, double seconds) {
    events.add(new CallEvent(events.size() + 1L, kind, clock.instant(), text, seconds));
  }

  /// From now on both can hear each other.
  synchronized void answered() {
    if (answered == null && ended == null) {
      answered = clock.instant();
      status = "in-progress";
    }
  }

  /// Counts a document, and says whether there may be one more before the phone's holder must be
  /// asked.
  synchronized boolean mayHaveOneMore() {
    return ++documents <= MOST_DOCUMENTS;
  }

  /// A wait, too, ends a row of documents.
  synchronized void documentsStartAnew() {
    documents = 0;
  }

  /// Waits for the next thing that happens.
  ///
  /// @param asked what the phone may do meanwhile
  /// @param until when it becomes [CallInput.TimeUp], by the service's clock
  CallInput next(CallState asked, Optional<Instant> until) throws HungUp, InterruptedException {
    Optional<Instant> end = until;
    synchronized (this) {
      goOn();
      if (inputs.isEmpty()) {
        busy = false;
      }
      state = asked;
      if (machine && asked.kind() == CallState.Kind.listening) {
        end = Optional.of(clock.instant().plus(MACHINE_LISTENS));
      }
      notifyAll();
    }
    while (true) {
      CallInput input =
          end.isEmpty() ? inputs.take() : inputs.poll(TICK_MILLISECONDS, TimeUnit.MILLISECONDS);
      goOn();
      if (input != null) {
        return input;
      }
      if (end.isPresent() && !clock.instant().isBefore(end.get())) {
        return new CallInput.TimeUp();
      }
    }
  }

  /// Whether the phone has not been put down yet.
  synchronized void goOn() throws HungUp {
    if (ended != null) {
      throw new HungUp();
    }
  }

  // What others do

  /// Does something with the phone.
  ///
  /// @return whether it can do that now
  synchronized boolean act(CallInput input) {
    touched = System.nanoTime();
    if (ended != null || !state.allows(input)) {
      return false;
    }
    documents = 0;
    if (input instanceof CallInput.Answer(boolean byMachine)) {
      machine = byMachine;
    }
    busy = true;
    inputs.add(input);
    return true;
  }

  /// Lets whoever waits in [#next] look around.
  void tell(CallInput input) {
    inputs.add(input);
  }

  /// Ends the call; one that has ended is left alone.
  ///
  /// @param as its status from now on
  synchronized void end(String as, String why) {
    if (ended != null) {
      return;
    }
    add(CallEvent.Kind.ended, why, 0);
    ended = clock.instant();
    status = as;
    state = CallState.ENDED;
    busy = false;
    inputs.add(new CallInput.Wake());
    notifyAll();
  }

  /// Puts the phone down, or stops its ringing.
  synchronized void hangUp(String why) {
    boolean stillRings = answered == null && direction != Direction.INBOUND;
    end(stillRings ? "canceled" : "completed", why);
  }

  /// Waits until the service has done what it does by itself.
  synchronized void settle(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (busy && System.nanoTime() < end) {
      wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
    }
  }

  synchronized View view(long after) {
    touched = System.nanoTime();
    return new View(
        sid,
        shown(from),
        shown(to),
        since,
        status,
        machine,
        busy && state.kind() != CallState.Kind.ringing ? CallState.SAYING : state,
        events.stream().filter(event -> event.n() > after).toList(),
        events.size());
  }

  synchronized String status() {
    return status;
  }

  synchronized Optional<Instant> ended() {
    return Optional.ofNullable(ended);
  }

  /// How long nobody has asked about it.
  synchronized Duration untouched() {
    return Duration.ofNanos(System.nanoTime() - touched);
  }

  /// How long both could hear each other.
  synchronized Duration duration() {
    return answered == null
        ? Duration.ZERO
        : Duration.between(answered, ended == null ? clock.instant() : ended);
  }

  /// What Twilio says of a call in every request.
  synchronized Map<String, String> form(String accountSid) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("CallSid", sid);
    form.put("AccountSid", accountSid);
    form.put("From", from);
    form.put("To", to);
    form.put("CallStatus", status);
    form.put("ApiVersion", "2010-04-01");
    form.put("Direction", direction.word);
    form.put("Caller", from);
    form.put("Called", to);
    form.put("FromCountry", from.startsWith("+44") ? "GB" : "");
    form.put("ToCountry", "GB");
    return form;
  }

  private static String shown(String number) {
    return number.startsWith("+")
        ? SimulatedNumber.of(number).map(SimulatedNumber::toString).orElse(number)
        : "number withheld";
  }
}
