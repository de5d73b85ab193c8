package org.carersignpost.channel.voice;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.carersignpost.channel.PersonLine;
import org.carersignpost.channel.twilio.SignedForm;
import org.carersignpost.channel.twilio.TwimlDocument;
import org.carersignpost.conversation.Received;
import org.carersignpost.dialogue.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/// Where Twilio brings calls: `/twilio/voice` as they begin, and `/twilio/voice/<call>/<step>` for
/// each step that follows.
///
/// A step that is asked for twice gets the very same document.
@RestController
class VoiceWebhook {
  /// For when everything else has failed.
  static final String SORRY =
      "I am sorry, something went wrong at our end. If anyone is in danger, hang up and ring 999."
          + " For urgent health advice, ring 111. To talk to someone, ring the Samaritans on"
          + " 116 123. Please ring us again in a few minutes.";

  private static final Set<String> ENDS_WAITING = Set.of("1", "2");

  private static final Logger log = LoggerFactory.getLogger(VoiceWebhook.class);

  private final CallSteps steps;
  private final PersonLine people;
  private final VoiceTwiml twiml;
  private final ConversationRelayTwiml relay;
  private final VoiceProperties properties;
  private final MeterRegistry meters;

  VoiceWebhook(
      CallSteps steps,
      PersonLine people,
      VoiceTwiml twiml,
      ConversationRelayTwiml relay,
      VoiceProperties properties,
      MeterRegistry meters) {
    this.steps = steps;
    this.people = people;
    this.twiml = twiml;
    this.relay = relay;
    this.properties = properties;
    this.meters = meters;
  }

  @RequestMapping(
      path = "/twilio/voice",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> began(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed) {
    return TwilioVoiceForm.of(signed)
        .map(form ->
            properties.conversationRelay()
                ? TwimlDocument.answer(relay.connect(form.call()))
                : begin(form, properties.spokenBy()))
        .orElseGet(this::refused);
  }

  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> went(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number) {
    return of(signed, call, form -> document(form, number, form.heard(), properties.spokenBy()));
  }

  /// What a caller hears who waits for a person. It is asked for again whenever it ends.
  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}/wait/{instead}",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> waiting(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number,
      @PathVariable("instead") String instead) {
    Duration waited =
        signed
            .value("QueueTime")
            .filter(time -> time.matches("\\d{1,6}"))
            .map(time -> Duration.ofSeconds(Long.parseLong(time)))
            .orElse(Duration.ZERO);
    return of(
        signed,
        call,
        _ ->
            WaitAddress.of(new StepAddress(call, number), instead)
                .map(wait ->
                    twiml.waiting(people.waiting(call, waited, wait.instead()), wait, waited))
                .map(TwimlDocument::answer)
                .orElseGet(this::refused));
  }

  /// Keys and words of a caller who waits.
  ///
  /// @param waited for so many seconds when they were last told something: it tells one time from
  ///   the next
  @RequestMapping(
      path = "/twilio/voice/{call}/{number:[0-9]{1,4}}/wait/{instead}/{waited:[0-9]{1,6}}",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> heardWaiting(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call,
      @PathVariable("number") int number,
      @PathVariable("instead") String instead,
      @PathVariable("waited") String waited) {
    return of(
        signed,
        call,
        form ->
            WaitAddress.of(new StepAddress(call, number), instead)
                .map(wait -> afterWaiting(form, wait, waited))
                .orElseGet(this::refused));
  }

  /// Twilio could not use the document of a step, or got none: the same step once more, read by the
  /// voice that is always there.
  @RequestMapping(
      path = "/twilio/voice/fallback",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> failed(@RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed) {
    log.warn("A document of a call failed: {}", errorCode(signed));
    String path =
        signed
            .value("ErrorUrl")
            .map(url -> url.replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", ""))
            .orElse("");
    return TwilioVoiceForm.of(signed)
        .map(form -> again(signed, form, path))
        .orElseGet(this::refused);
  }

  private ResponseEntity<String> again(SignedForm signed, TwilioVoiceForm form, String path) {
    String voice = VoiceProperties.FREE_VOICE;
    if (path.equals(ConversationRelayTwiml.after(form.call()))) {
      return afterRelay(signed, form, voice);
    }
    return StepAddress.of(path)
        .map(step -> document(form, step.number(), form.heard(), voice))
        .orElseGet(() -> begin(form, voice));
  }

  /// The websocket of a call is closed.
  @RequestMapping(
      path = "/twilio/voice/{call}/relay/ended",
      method = {RequestMethod.POST, RequestMethod.GET})
  ResponseEntity<String> relayEnded(
      @RequestAttribute(SignedForm.ATTRIBUTE) SignedForm signed,
      @PathVariable("call") String call) {
    return of(signed, call, form -> afterRelay(signed, form, properties.spokenBy()));
  }

  /// We closed it: the step that ended it is taken once more, now as a document. Or it was lost, or
  /// could not be opened: the call goes on without it. Or the caller has hung up.
  private ResponseEntity<String> afterRelay(SignedForm signed, TwilioVoiceForm form, String voice) {
    if (CallStatusWebhook.isOver(signed)) {
      return TwimlDocument.answer(TwimlDocument.empty());
    }
    Optional<HandoffData> left = signed.value("HandoffData").flatMap(HandoffData::read);
    if (left.isPresent()) {
      HandoffData step = left.get();
      TwilioVoiceForm heard =
          new TwilioVoiceForm(form.call(), form.from(), step.heard(), step.words());
      return document(heard, step.number(), step.heard(), voice);
    }
    log.warn("The socket of a call was lost: {}", errorCode(signed));
    OptionalInt last = people.lastStep(form.call());
    return last.isPresent()
        ? document(form, last.getAsInt() + 1, new Heard.Nothing(), voice)
        : begin(form, voice);
  }

  /// What comes of a step that names its own call.
  private ResponseEntity<String> of(
      SignedForm signed, String call, Function<TwilioVoiceForm, ResponseEntity<String>> answer) {
    return TwilioVoiceForm.of(signed)
        .filter(form -> form.call().equals(call))
        .map(answer)
        .orElseGet(this::refused);
  }

  private ResponseEntity<String> begin(TwilioVoiceForm form, String voice) {
    return document(form, 0, new Heard.Began(), voice);
  }

  /// The document of one step.
  private ResponseEntity<String> document(
      TwilioVoiceForm form, int number, Heard heard, String voice) {
    StepAddress next = new StepAddress(form.call(), number + 1);
    return TwimlDocument.answer(
        steps
            .take(form.received(number, heard, ""), spoken -> twiml.document(spoken, next, voice))
            .orElseGet(() -> twiml.sorry(SORRY)));
  }

  private ResponseEntity<String> afterWaiting(
      TwilioVoiceForm form, WaitAddress wait, String waited) {
    boolean mayMatter =
        form.heard() instanceof Heard.Words
            || (form.heard() instanceof Heard.Keys(var keys) && ENDS_WAITING.contains(keys));
    if (!mayMatter) {
      return TwimlDocument.answer(twiml.waitOn(wait));
    }
    Received received = form.received(wait.step().number(), form.heard(), "waiting-" + waited);
    // Whatever fails, nobody loses their place.
    return TwimlDocument.answer(
        steps
            .take(received, spoken -> twiml.afterWaiting(spoken, wait))
            .orElseGet(() -> twiml.waitOn(wait)));
  }

  private static String errorCode(SignedForm signed) {
    return signed.value("ErrorCode").filter(code -> code.matches("\\d{1,6}")).orElse("no code");
  }

  private ResponseEntity<String> refused() {
    meters.counter("signpost.webhooks.refused", "reason", "fields").increment();
    return ResponseEntity.badRequest()
        .contentType(MediaType.TEXT_PLAIN)
        .body("CallSid, From and To are needed");
  }
}
