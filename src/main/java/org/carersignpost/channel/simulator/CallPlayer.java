package org.carersignpost.channel.simulator;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/// Plays documents to a phone as Twilio would, verb by verb; this one knows the verbs that every
/// document may have.
///
/// Speaking takes no time here: the words are events, and whoever shows them may read them aloud.
class CallPlayer {
  private static final int USUAL_TIMEOUT_SECONDS = 5;
  private static final double HEARD_UNCLEARLY = 0.5;

  final SimulatedCall call;
  final SignedPosts posts;

  CallPlayer(SimulatedCall call, SignedPosts posts) {
    this.call = call;
    this.posts = posts;
  }

  /// A document and where it came from: path and query on our own address.
  record Page(String address, Element response) {}

  /// Why nothing more is played.
  enum End {
    RAN_OUT,
    HANG_UP,
    REJECTED,
    BUSY,
    LEAVE,
    TAKEN
  }

  /// What comes after a verb.
  sealed interface Step {
    /// The verb after it.
    record Next() implements Step {}

    /// Another document instead.
    record Go(Page to) implements Step {}

    /// Nothing more.
    record Stop(End end) implements Step {}
  }

  static final Step NEXT = new Step.Next();

  /// Plays a document and all that follow from it, and then ends the call.
  final void playToTheEnd(String address) throws InterruptedException {
    try {
      Page first = fetch(address, "POST", Map.of());
      call.answered();
      End end = play(first);
      switch (end) {
        case BUSY -> call.end("busy", "The line was busy.");
        case REJECTED -> call.end("busy", "The call was not taken.");
        case RAN_OUT, HANG_UP, LEAVE, TAKEN -> call.end("completed", "The service hung up.");
      }
    } catch (HungUp e) {
      // Whoever put the phone down has said why.
      call.hangUp("The call is over.");
    } catch (Undelivered e) {
      call.event(CallEvent.Kind.fault, String.valueOf(e.getMessage()), 0);
      call.end("completed", "The call broke off.");
    }
  }

  /// Plays a document and all that follow from it.
  final End play(Page page) throws HungUp, Undelivered, InterruptedException {
    Page now = page;
    while (true) {
      switch (verbs(now)) {
        case Step.Go(Page to) -> now = to;
        case Step.Stop(End end) -> {
          return end;
        }
        case Step.Next() -> {
          return End.RAN_OUT;
        }
      }
    }
  }

  private Step verbs(Page page) throws HungUp, Undelivered, InterruptedException {
    for (Element verb : TwimlReader.children(page.response())) {
      call.goOn();
      Step step = verb(page, verb);
      if (!(step instanceof Step.Next)) {
        return step;
      }
    }
    return NEXT;
  }

  private Step verb(Page page, Element verb) throws HungUp, Undelivered, InterruptedException {
    return switch (verb.getTagName()) {
      case "Say", "Pause", "Play" -> heard(verb);
      case "Gather" -> gather(page, verb);
      case "Redirect" -> new Step.Go(post(page, TwimlReader.words(verb), verb, Map.of()));
      case "Hangup" -> new Step.Stop(End.HANG_UP);
      default -> other(page, verb);
    };
  }

  /// A verb that only some documents may have.
  Step other(Page page, Element verb) throws HungUp, Undelivered, InterruptedException {
    call.note("[cannot simulate: " + verb.getTagName() + "]");
    return NEXT;
  }

  private Step heard(Element verb) {
    switch (verb.getTagName()) {
      case "Say" -> {
        String words = TwimlReader.words(verb);
        pass(CallEvent.Kind.us, words, CallEvent.secondsOf(words));
      }
      case "Pause" -> pass(CallEvent.Kind.pause, "", TwimlReader.number(verb, "length", 1));
      case "Play" -> pass(CallEvent.Kind.sound, "[sound]", 1);
      default -> call.note("[cannot simulate: " + verb.getTagName() + "]");
    }
    return NEXT;
  }

  /// Lets the phone hear something.
  void pass(CallEvent.Kind kind, String text, double seconds) {
    call.event(kind, text, seconds);
  }

  // Asking

  private Step gather(Page page, Element gather) throws HungUp, Undelivered, InterruptedException {
    for (Element inside : TwimlReader.children(gather)) {
      Step _ = heard(inside);
    }
    CallState asked = asked(gather);
    Optional<Instant> until = until(Duration.ofSeconds(asked.timeout()));
    StringBuilder pressed = new StringBuilder();
    while (true) {
      CallInput input = listen(asked.with(pressed.toString()), until);
      switch (input) {
        case CallInput.Keys(String keys) when asked.keys() -> {
          if (areAll(keys, pressed, asked)) {
            return answered(page, gather, digits(pressed, keys));
          }
        }
        case CallInput.Words(String words, double confidence) when asked.speech() -> {
          call.event(CallEvent.Kind.said, words, 0);
          if (confidence < HEARD_UNCLEARLY) {
            call.note("Heard unclearly.");
          }
          Map<String, String> result = new LinkedHashMap<>();
          result.put("SpeechResult", words);
          result.put("Confidence", Double.toString(confidence));
          return answered(page, gather, result);
        }
        case CallInput.Silence(), CallInput.TimeUp() -> {
          if (!pressed.isEmpty()) {
            return answered(page, gather, digits(pressed, ""));
          }
          if (input instanceof CallInput.Silence) {
            call.event(CallEvent.Kind.silent, "", 0);
          }
          return "true".equalsIgnoreCase(gather.getAttribute("actionOnEmptyResult"))
              ? answered(page, gather, Map.of())
              : NEXT;
        }
        case CallInput.Taken() -> {
          return new Step.Stop(End.TAKEN);
        }
        default -> {
          // Not what was asked for: the phone goes on listening.
        }
      }
    }
  }

  private static CallState asked(Element gather) {
    String input = TwimlReader.attribute(gather, "input").orElse("dtmf");
    return new CallState(
        CallState.Kind.listening,
        input.contains("speech"),
        input.contains("dtmf"),
        false,
        TwimlReader.number(gather, "numDigits", 0),
        gather.hasAttribute("finishOnKey") ? gather.getAttribute("finishOnKey") : "#",
        TwimlReader.number(gather, "timeout", USUAL_TIMEOUT_SECONDS),
        "");
  }

  /// Adds the keys to those before, and says whether no more are awaited.
  private static boolean areAll(String keys, StringBuilder pressed, CallState asked) {
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      if (asked.finishOnKey().indexOf(key) >= 0) {
        return true;
      }
      pressed.append(key);
      if (pressed.length() == asked.numDigits()) {
        return true;
      }
    }
    return false;
  }

  /// @param last the keys that came last, of which the finishing one may be the only
  private Map<String, String> digits(CharSequence pressed, String last) {
    call.event(CallEvent.Kind.pressed, pressed.isEmpty() ? last : pressed.toString(), 0);
    return Map.of("Digits", pressed.toString());
  }

  /// When silence will have lasted too long; empty if the phone's holder decides that.
  Optional<Instant> until(Duration timeout) {
    return Optional.empty();
  }

  CallInput listen(CallState asked, Optional<Instant> until) throws HungUp, InterruptedException {
    return call.next(asked, until);
  }

  private Step answered(Page page, Element asked, Map<String, String> result)
      throws HungUp, Undelivered {
    return new Step.Go(post(page, asked.getAttribute("action"), asked, result));
  }

  // Fetching

  /// The document that answers an action; without an address it is the present one again.
  final Page post(Page page, String action, Element verb, Map<String, String> result)
      throws HungUp, Undelivered {
    return fetch(
        action.isBlank() ? page.address() : resolved(page, action),
        TwimlReader.attribute(verb, "method").orElse("POST"),
        result);
  }

  /// Tells an action how it ended when nobody is there any more to hear the answer.
  final void tellOnly(Page page, Element verb, Map<String, String> result) {
    TwimlReader.attribute(verb, "action")
        .ifPresent(action -> {
          try {
            posts.tellInOrder(resolved(page, action), form(result));
          } catch (Undelivered e) {
            call.event(CallEvent.Kind.fault, String.valueOf(e.getMessage()), 0);
          }
        });
  }

  final Page fetch(String address, String method, Map<String, String> result)
      throws HungUp, Undelivered {
    if (!call.mayHaveOneMore()) {
      throw new Undelivered(
          "Stopped: the service sent 50 documents in a row and never waited for the caller.");
    }
    String token = UUID.randomUUID().toString();
    String twiml =
        method.equalsIgnoreCase("GET")
            ? posts.get(address, form(result), token)
            : posts.post(address, form(result), token);
    call.goOn();
    return new Page(address, TwimlReader.response(twiml));
  }

  private Map<String, String> form(Map<String, String> result) {
    Map<String, String> form = call.form(posts.accountSid());
    form.putAll(circumstances());
    form.putAll(result);
    return form;
  }

  /// What every request says beside the call itself.
  Map<String, String> circumstances() {
    return Map.of();
  }

  /// Path and query on our own address.
  final String resolved(Page page, String url) throws Undelivered {
    String ours = posts.publicUrl();
    String here = "http://our.own" + page.address();
    String written =
        !ours.isEmpty() && url.startsWith(ours)
            ? "http://our.own" + url.substring(ours.length())
            : url;
    try {
      URI uri = URI.create(here).resolve(written);
      if (List.of("our.own", "localhost").contains(String.valueOf(uri.getHost()))) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
      }
    } catch (IllegalArgumentException e) {
      throw new Undelivered("This is no address: " + url, e);
    }
    throw new Undelivered("This address is not ours, so nothing is fetched from it: " + url);
  }
}
