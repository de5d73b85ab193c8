package org.carersignpost.channel.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The telephone exchange of the demonstration: which calls there are, and who waits in which
/// queue. It forgets a call that nobody asks about any more.
@Component
@DemonstrationOnly
class Exchange {
  static final int MOST_CALLS = 200;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(2);
  private static final Duration SHOWN_AFTER_THE_END = Duration.ofSeconds(30);
  private static final Duration ON_THE_WAY = Duration.ofMillis(200);
  private static final String VOICE = "/twilio/voice";
  private static final String STATUS = "/twilio/status/call";
  private static final Logger log = LoggerFactory.getLogger(Exchange.class);

  private final SignedPosts posts;
  private final SimulatedRecordings recordings;
  private final Clock clock;
  private final WaitingQueues queues;
  private final Map<String, SimulatedCall> calls = new LinkedHashMap<>();

  Exchange(SignedPosts posts, SimulatedRecordings recordings, Clock clock) {
    this.posts = posts;
    this.recordings = recordings;
    this.clock = clock;
    this.queues = new WaitingQueues(clock);
  }

  SignedPosts posts() {
    return posts;
  }

  SimulatedRecordings recordings() {
    return recordings;
  }

  Clock clock() {
    return clock;
  }

  WaitingQueues queues() {
    return queues;
  }

  /// All lines are busy.
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("There are too many calls just now. Please hang up another one first.");
    }
  }

  /// A carer rings the service.
  ///
  /// @param from E.164, or `anonymous`
  SimulatedCall ringIn(String from) {
    SimulatedCall call =
        new SimulatedCall(from, posts.serviceNumber(), SimulatedCall.Direction.INBOUND, clock);
    keep(call);
    run(
        call,
        () -> {
          new WholeCallPlayer(call, this).playToTheEnd(VOICE);
          told(call, STATUS, Map.of());
        });
    return call;
  }

  /// The service rings a phone by itself.
  SimulatedCall ringOut(SimulatedNumber to, String whenAnswered, String onChange, Duration atMost) {
    SimulatedCall call =
        new SimulatedCall(
            posts.serviceNumber(), to.e164(), SimulatedCall.Direction.OUTBOUND, clock);
    keep(call);
    run(
        call,
        () -> {
          Thread.sleep(ON_THE_WAY);
          told(call, onChange, Map.of("CallStatus", "initiated"));
          told(call, onChange, Map.of("CallStatus", "ringing"));
          try {
            if (DialledPhone.isAnswered(call, atMost)) {
              told(call, onChange, Map.of());
              new WholeCallPlayer(call, this).playToTheEnd(whenAnswered);
            }
          } catch (HungUp e) {
            call.hangUp("The call is over.");
          }
          told(call, onChange, Map.of());
        });
    return call;
  }

  /// A call in progress rings a phone.
  void ring(DialledPhone dialled) {
    keep(dialled.phone());
    run(dialled.phone(), () -> dialled.run(posts));
  }

  private void told(SimulatedCall call, String address, Map<String, String> instead) {
    Map<String, String> form = call.form(posts.accountSid());
    form.put("Timestamp", clock.instant().toString());
    if (call.ended().isPresent()) {
      form.put("CallDuration", Long.toString(call.duration().toSeconds()));
    }
    form.putAll(instead);
    posts.tellInOrder(address, form);
  }

  /// Something that lasts as long as a call.
  private interface Course {
    void run() throws InterruptedException;
  }

  private static void run(SimulatedCall call, Course course) {
    Thread.ofVirtual()
        .name("simulated-call")
        .start(() -> {
          try {
            course.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            log.error("Call {} broke off", call.sid(), e);
          } finally {
            call.end("failed", "The call broke off.");
          }
        });
  }

  private void keep(SimulatedCall call) {
    synchronized (calls) {
      if (calls.size() >= MOST_CALLS) {
        calls.values().stream()
            .filter(each -> each.ended().isPresent())
            .max(Comparator.comparing(SimulatedCall::untouched))
            .ifPresent(oldest -> calls.remove(oldest.sid()));
      }
      if (calls.size() >= MOST_CALLS) {
        throw new Full();
      }
      calls.put(call.sid(), call);
    }
  }

  Optional<SimulatedCall> find(String sid) {
    synchronized (calls) {
      return Optional.ofNullable(calls.get(sid));
    }
  }

  /// The phones that the service rings or talks to, and for a moment those it did.
  List<SimulatedCall> phones() {
    synchronized (calls) {
      return calls.values().stream()
          .filter(call -> call.direction() != SimulatedCall.Direction.INBOUND)
          .filter(call ->
              call.ended()
                  .map(end -> end.plus(SHOWN_AFTER_THE_END).isAfter(clock.instant()))
                  .orElse(true))
          .toList();
    }
  }

  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  void forget() {
    List<SimulatedCall> old;
    synchronized (calls) {
      old =
          calls.values().stream()
              .filter(call -> call.untouched().compareTo(FORGOTTEN_AFTER) > 0)
              .toList();
      old.forEach(call -> calls.remove(call.sid()));
    }
    old.forEach(call -> call.hangUp("Nobody was on the phone any more."));
  }
}
