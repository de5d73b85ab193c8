package org.carersignpost.channel.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/// Plays the documents of a whole call, which may also queue, dial and record.
final class WholeCallPlayer extends CallPlayer {
  private static final int USUAL_RING_SECONDS = 30;
  private static final double WORDS_PER_SECOND = 2.5;
  private static final Duration RECORDING_TAKES = Duration.ofMillis(500);
  private static final String ACCOUNTS = "https://api.twilio.com/2010-04-01/Accounts/";

  private final Exchange exchange;

  WholeCallPlayer(SimulatedCall call, Exchange exchange) {
    super(call, exchange.posts());
    this.exchange = exchange;
  }

  @Override
  Step other(Page page, Element verb) throws HungUp, Undelivered, InterruptedException {
    return switch (verb.getTagName()) {
      case "Enqueue" -> enqueue(page, verb);
      case "Dial" -> dial(page, verb);
      case "Record" -> record(page, verb);
      case "Connect" -> connect(page, verb);
      case "Reject" ->
          new Step.Stop(verb.getAttribute("reason").equals("busy") ? End.BUSY : End.REJECTED);
      default -> super.other(page, verb);
    };
  }

  /// The document of the verb's action; without an action the next verb.
  private Step after(Page page, Element verb, Map<String, String> result)
      throws HungUp, Undelivered {
    Optional<String> action = TwimlReader.attribute(verb, "action");
    return action.isEmpty() ? NEXT : new Step.Go(post(page, action.get(), verb, result));
  }

  /// There is no voice to send over a websocket: it is told as one that could not be opened.
  private Step connect(Page page, Element connect) throws HungUp, Undelivered {
    call.note("No websocket here: the call goes on without it.");
    return after(page, connect, Map.of("SessionStatus", "failed", "ErrorCode", "64102"));
  }

  // Waiting in a queue

  private Step enqueue(Page page, Element enqueue)
      throws HungUp, Undelivered, InterruptedException {
    WaitingQueues queues = exchange.queues();
    WaitingQueues.Ticket ticket = queues.join(TwimlReader.words(enqueue), call);
    call.note("You wait in the queue “" + ticket.queue() + "”.");
    WaitPlayer player = new WaitPlayer(call, posts, queues, ticket, exchange.clock());
    try {
      End end = player.wait(page, enqueue);
      boolean taken = !queues.leave(ticket);
      if (taken) {
        ticket.bridge().orElseThrow().talk(call, Optional.empty());
      } else if (end == End.HANG_UP) {
        tellOnly(page, enqueue, queueResult(ticket, "hangup"));
        return new Step.Stop(End.HANG_UP);
      }
      return after(page, enqueue, queueResult(ticket, taken ? "bridged" : "leave"));
    } catch (HungUp e) {
      boolean taken = !queues.leave(ticket);
      tellOnly(page, enqueue, queueResult(ticket, taken ? "bridged" : "hangup"));
      throw e;
    } finally {
      queues.leave(ticket);
      ticket.bridge().ifPresent(Bridge::end);
    }
  }

  private static Map<String, String> queueResult(WaitingQueues.Ticket ticket, String result) {
    return Map.of(
        "QueueResult", result,
        "QueueSid", ticket.sid(),
        "QueueTime", Long.toString(ticket.waited().toSeconds()));
  }

  // Dialling

  private Step dial(Page page, Element dial) throws HungUp, Undelivered, InterruptedException {
    Optional<Element> queue = TwimlReader.child(dial, "Queue");
    return queue.isPresent() ? takeOne(page, dial, queue.get()) : ring(page, dial);
  }

  private Step takeOne(Page page, Element dial, Element queue)
      throws HungUp, Undelivered, InterruptedException {
    Optional<Bridge> bridge = exchange.queues().take(TwimlReader.words(queue), call);
    if (bridge.isEmpty()) {
      call.note("Nobody waits in the queue “" + TwimlReader.words(queue) + "”.");
      return after(page, dial, Map.of("DialCallStatus", "failed", "DialBridged", "false"));
    }
    return talked(page, dial, bridge.get(), bridge.get().otherThan(call));
  }

  private Step ring(Page page, Element dial) throws HungUp, Undelivered, InterruptedException {
    Element number = TwimlReader.child(dial, "Number").orElse(dial);
    Optional<SimulatedNumber> to = SimulatedNumber.of(TwimlReader.words(number));
    if (to.isEmpty()) {
      call.note("No phone has this number, or not in a demonstration.");
      return after(page, dial, Map.of("DialCallStatus", "failed", "DialBridged", "false"));
    }
    String from = TwimlReader.attribute(dial, "callerId").orElse(call.from());
    SimulatedCall phone =
        new SimulatedCall(from, to.get().e164(), SimulatedCall.Direction.DIALLED, exchange.clock());
    Bridge bridge = new Bridge(call, phone, exchange.clock());
    Optional<String> whisper = TwimlReader.attribute(number, "url");
    Optional<String> onChange = TwimlReader.attribute(number, "statusCallback");
    exchange.ring(
        new DialledPhone(
            phone,
            call,
            bridge,
            whisper.isEmpty() ? Optional.empty() : Optional.of(resolved(page, whisper.get())),
            onChange.isEmpty() ? Optional.empty() : Optional.of(resolved(page, onChange.get())),
            Duration.ofSeconds(TwimlReader.number(dial, "timeout", USUAL_RING_SECONDS))));
    call.note("It rings at " + to.get() + ".");
    return talked(page, dial, bridge, phone);
  }

  private Step talked(Page page, Element dial, Bridge bridge, SimulatedCall with)
      throws HungUp, Undelivered, InterruptedException {
    int limit = TwimlReader.number(dial, "timeLimit", 0);
    try {
      while (bridge.isComing()) {
        CallInput _ = call.next(CallState.WAITING, Optional.empty());
      }
      bridge.talk(call, limit == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(limit)));
    } catch (HungUp e) {
      boolean before = bridge.isComing();
      bridge.end();
      if (before) {
        with.hangUp("The caller rang off.");
      }
      tellOnly(page, dial, dialResult(bridge, with));
      throw e;
    }
    return after(page, dial, dialResult(bridge, with));
  }

  private static Map<String, String> dialResult(Bridge bridge, SimulatedCall with) {
    return Map.of(
        "DialCallSid", with.sid(),
        "DialCallStatus", bridge.wasOpen() ? "completed" : with.status(),
        "DialCallDuration", Long.toString(bridge.talked().toSeconds()),
        "DialBridged", Boolean.toString(bridge.wasOpen()));
  }

  // Recording

  private Step record(Page page, Element verb) throws HungUp, Undelivered, InterruptedException {
    if (!"false".equals(verb.getAttribute("playBeep"))) {
      pass(CallEvent.Kind.sound, "[beep]", 0.5);
    }
    String finish = TwimlReader.attribute(verb, "finishOnKey").orElse("1234567890*#");
    CallState state = CallState.recording(finish, TwimlReader.number(verb, "timeout", 5));
    while (true) {
      switch (call.next(state, Optional.empty())) {
        case CallInput.Message(String words, boolean hangUp) -> {
          return recorded(page, verb, words, hangUp ? "hangup" : keyOf(finish));
        }
        case CallInput.Silence() -> {
          call.event(CallEvent.Kind.silent, "", 0);
          return NEXT;
        }
        case CallInput.TimeUp() -> {
          return NEXT;
        }
        default -> {
          // The tape runs on.
        }
      }
    }
  }

  private static String keyOf(String finish) {
    return finish.contains("#") ? "#" : finish.substring(0, Math.min(1, finish.length()));
  }

  private Step recorded(Page page, Element verb, String words, String digits)
      throws HungUp, Undelivered {
    call.event(CallEvent.Kind.message, words, 0);
    String sid = exchange.recordings().make();
    int most = TwimlReader.number(verb, "maxLength", 3600);
    long seconds =
        Math.clamp(Math.round(words.strip().split("\\s+").length / WORDS_PER_SECOND), 1, most);
    Map<String, String> result = new LinkedHashMap<>();
    result.put("RecordingSid", sid);
    result.put("RecordingUrl", ACCOUNTS + posts.accountSid() + "/Recordings/" + sid);
    result.put("RecordingDuration", Long.toString(seconds));
    Optional<String> callback = TwimlReader.attribute(verb, "recordingStatusCallback");
    if (callback.isPresent()) {
      tellLater(resolved(page, callback.get()), Map.copyOf(result));
    }
    result.put("Digits", digits);
    if (digits.equals("hangup")) {
      call.hangUp("You left your message and hung up.");
      tellOnly(page, verb, result);
      throw new HungUp();
    }
    return new Step.Go(post(page, verb.getAttribute("action"), verb, result));
  }

  private void tellLater(String address, Map<String, String> result) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("AccountSid", posts.accountSid());
    form.put("CallSid", call.sid());
    form.put("RecordingStatus", "completed");
    form.put("RecordingChannels", "1");
    form.put("RecordingSource", "RecordVerb");
    form.putAll(result);
    Thread.ofVirtual()
        .name("simulated-recording")
        .start(() -> {
          try {
            Thread.sleep(RECORDING_TAKES);
            posts.tellInOrder(address, form);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}
